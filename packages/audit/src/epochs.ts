import type { Figure, FlowStep, Publication, Transition } from './publication.ts'

/** Series whose hidden numbers are not taken to be what they are elsewhere, since that contradicts what is shown. */
export type ToldApart = Pick<ReadonlySet<string>, 'has'>

/** Names the first publication whose hidden numbers a row surely shares. */
export interface Epochs {
  readonly ofFigure: (publication: Publication, figure: Figure) => string
  readonly ofFlow: (publication: Publication, row: FlowStep | Transition) => string
}

/**
 * Joins publications: where every number of an indicator and period that two successive publications both show is
 * the same, the attacker takes it that the hidden ones are the same too. A correction breaks the chain. Series
 * that are told `apart` are never joined.
 */
export function linkedEpochs(publications: readonly Publication[], apart: ToldApart): Epochs {
  const link = { publications, apart }
  return {
    ofFigure: linked(link, { rowsOf: ({ results }) => results, seriesOf, agree }),
    ofFlow: linked(link, {
      rowsOf: ({ waterfalls, transitions }) => [...waterfalls, ...transitions],
      seriesOf: flowOf,
      agree: sameFlow,
    }),
  }
}

interface Link {
  readonly publications: readonly Publication[]
  readonly apart: ToldApart
}

interface Series<Row> {
  readonly rowsOf: (publication: Publication) => readonly Row[]
  readonly seriesOf: (row: Row) => string
  readonly agree: (before: readonly Row[], now: readonly Row[]) => boolean
}

function linked<Row>(
  { publications, apart }: Link,
  { rowsOf, seriesOf: nameOf, agree: areSame }: Series<Row>,
): (publication: Publication, row: Row) => string {
  const epochs = new Map<string, string>()
  let before = new Map<string, Row[]>()
  for (const [at, publication] of publications.entries()) {
    const now = Map.groupBy(rowsOf(publication), nameOf)
    for (const [series, rows] of now) {
      const previous = before.get(series)
      const earlier = epochs.get(`${publications[at - 1]?.id} ${series}`)
      const isSame =
        !apart.has(series) && previous !== undefined && earlier !== undefined && areSame(previous, rows)
      epochs.set(`${publication.id} ${series}`, isSame ? earlier : publication.id)
    }
    before = now
  }
  return (publication, row) => epochs.get(`${publication.id} ${nameOf(row)}`) ?? publication.id
}

/** Whether a row tells what its publication counted; one whose correction waits repeats an earlier publication. */
export const isOfToday = ({ note }: Figure): boolean => note !== 'correction_waits'

export function cellOf({ breakdown, category, basis }: Figure): string {
  return [breakdown, category, basis].join('|')
}

export function seriesOf(figure: Figure): string {
  const { agreement, indicator, definition_version, period_type, period } = figure
  return [agreement, indicator, definition_version, period_type, period].join('|')
}

/** The way to a figure, or a stage of the transitions, in a period. */
export function flowOf(row: FlowStep | Transition): string {
  const { agreement, period_type, period } = row
  const of = 'role' in row ? [row.indicator, row.definition_version, 'way'] : [row.domain, row.stage]
  return [agreement, ...of, period_type, period].join('|')
}

const stepOf = (row: FlowStep | Transition): string =>
  'role' in row ? `${row.role}|${row.reason}` : `${row.from_status}|${row.to_status}`

function agree(before: readonly Figure[], now: readonly Figure[]): boolean {
  const cells = new Map(before.map((figure) => [cellOf(figure), figure]))
  return now.every((figure) => {
    const other = cells.get(cellOf(figure))
    return isOfToday(figure) && (other === undefined || sameNumbers(other, figure))
  })
}

function sameNumbers(one: Figure, other: Figure): boolean {
  const pairs = [
    [one.value, other.value],
    [one.numerator, other.numerator],
    [one.denominator, other.denominator],
    [one.unknown, other.unknown],
    [one.excluded, other.excluded],
  ] as const
  return pairs.every(([a, b]) => a === b || a === null || b === null || a === '' || b === '')
}

function sameFlow(
  before: readonly (FlowStep | Transition)[],
  now: readonly (FlowStep | Transition)[],
): boolean {
  const counts = new Map(before.map((row) => [stepOf(row), row.count]))
  return (
    before.length === now.length &&
    now.every((row) => {
      const other = counts.get(stepOf(row))
      return other !== undefined && (other === row.count || other === null || row.count === null)
    })
  )
}

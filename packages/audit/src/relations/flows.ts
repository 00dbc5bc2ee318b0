import type { FlowStep, Transition } from '../publication.ts'
import type { Part, Place, Puzzle, Quantity, Relation } from '../puzzle.ts'
import { sumIs } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'

const TOTAL = { breakdown: 'total', category: '' } as const

/** The tables of ways and transitions: their hidden counts join the puzzle, tied to what `results` shows. */
export function flowRelations(puzzle: Puzzle, sheet: Sheet): Relation[] {
  const { waterfalls, transitions } = sheet.publication
  const own = <Row extends { agreement: string }>(rows: readonly Row[]) =>
    rows.filter(({ agreement }) => agreement === sheet.terms.id)
  return [
    ...groups(
      own(waterfalls),
      ({ indicator, definition_version: version }) => `${indicator}|${version}`,
    ).flatMap((steps) => ofWaterfall(puzzle, sheet, steps)),
    ...groups(own(transitions), ({ domain, stage }) => `${domain}|${stage}`).flatMap((cells) =>
      ofTransitions(puzzle, sheet, cells),
    ),
  ]
}

function groups<Row extends { period_type: string; period: string }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  return [...Map.groupBy(rows, (row) => [keyOf(row), row.period_type, row.period].join('|')).values()]
}

/** Universe less the excluded is the denominator; numerator, complement and unknown are the denominator. */
function ofWaterfall(puzzle: Puzzle, sheet: Sheet, steps: FlowStep[]): Relation[] {
  const [first] = steps
  if (first === undefined) return []
  const keys = (role: string) =>
    steps
      .filter((step) => step.role === role)
      .map((step) => ofStep(puzzle, sheet, step, step.indicator, `${step.role} ${step.reason}`.trim()))
  const [universe, denominator] = [keys('universe')[0], keys('denominator')[0]]
  const parts = ['numerator', 'complement', 'unknown'].flatMap(keys)
  const published = (part: Part) => sheet.find(first.indicator, { ...first, ...TOTAL }, part)
  const relations: Relation[] = []
  if (universe !== undefined && denominator !== undefined)
    relations.push(sumIs('waterfall', [denominator, ...keys('excluded')], universe))
  if (denominator !== undefined && parts.length > 0) relations.push(sumIs('waterfall', parts, denominator))
  for (const part of ['numerator', 'denominator'] as const) {
    const [step, figure] = [keys(part)[0], published(part)]
    if (step !== undefined && figure !== undefined) relations.push(sumIs('same_people', [step], figure))
  }
  const [counted, value] = [keys('numerator')[0], published('value')]
  if (counted !== undefined && value !== undefined) relations.push(sumIs('same_people', [counted], value))
  return relations
}

/** Everyone who left went from some status to some status. */
function ofTransitions(puzzle: Puzzle, sheet: Sheet, cells: Transition[]): Relation[] {
  const [first] = cells
  if (first === undefined) return []
  const keys = cells.map((cell) =>
    ofStep(puzzle, sheet, cell, `${cell.domain} ${cell.stage}`, `${cell.from_status} → ${cell.to_status}`),
  )
  const leavers = sheet.find('leavers', { ...first, ...TOTAL }, 'value')
  return first.stage === 'exit' && leavers !== undefined ? [sumIs('transitions', keys, leavers)] : []
}

function ofStep(
  puzzle: Puzzle,
  { publication }: Sheet,
  row: FlowStep | Transition,
  indicator: string,
  part: string,
): string {
  const place: Place = {
    ...TOTAL,
    agreement: row.agreement,
    indicator,
    periodType: row.period_type,
    period: row.period,
  }
  const key = [publication.id, ...Object.values(place), part].join('|')
  const quantity: Quantity = {
    place,
    part,
    counts: 'people',
    known: row.count,
    atLeast: 0,
    hunted: row.count === null && row.status === 'suppressed',
    publications: new Set([publication.id]),
  }
  puzzle.quantities.set(key, quantity)
  return key
}

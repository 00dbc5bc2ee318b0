import { isOfToday, seriesOf } from './epochs.ts'
import type { Epochs, ToldApart } from './epochs.ts'
import { baseOf, isSensitive, thresholdOf } from './publication.ts'
import type { Codebook, Figure, Publication, Terms } from './publication.ts'
import type { Part, Place, Puzzle, Quantity } from './puzzle.ts'
import type { WithheldBefore } from './withheld-before.ts'

/** A published row, and the quantities of the puzzle that it holds or hides. */
export interface Entry {
  readonly figure: Figure
  readonly book: Codebook
  readonly parts: ReadonlyMap<Part, string>
}

/** One agreement in one publication, as the relations read it. */
export interface Sheet {
  readonly terms: Terms
  readonly publication: Publication
  readonly entries: readonly Entry[]
  readonly epochs: Epochs
  readonly apart: ToldApart
  /** Key of a quantity, or undefined where the publication counts no such thing there. */
  readonly find: (indicator: string, cell: Cell, part: Part) => string | undefined
}

export type Cell = Pick<Figure, 'period_type' | 'period' | 'breakdown' | 'category'>

/** Shares whose unknown are left out of the denominator. In all others they are in it (indicators.md, promise 2). */
const UNKNOWN_OUTSIDE = new Set(['share_association_active', 'share_newly_association_active'])
const COUNTED = new Set(['ok', 'suppressed', 'too_few'])

export const hasUnknownInside = ({ id, kind }: Codebook): boolean =>
  kind === 'share' && !UNKNOWN_OUTSIDE.has(id)

const NOTHING_SAID = {
  value: '',
  numerator: null,
  denominator: null,
  unknown: null,
  excluded: null,
  lower_bound: null,
  upper_bound: null,
  status: 'suppressed',
} as const

/** What earlier publications mean for reading this one. */
interface Past {
  readonly epochs: Epochs
  readonly apart: ToldApart
  readonly wasWithheld: WithheldBefore
}

/** Lays the rows of an agreement into the puzzle. */
export function layOut(
  puzzle: Puzzle,
  publication: Publication,
  terms: Terms,
  { epochs, apart, wasWithheld }: Past,
): Sheet {
  const figures = publication.results
    .filter(({ agreement, status }) => agreement === terms.id && COUNTED.has(status))
    .map((figure) => (isOfToday(figure) ? figure : { ...figure, ...NOTHING_SAID }))
  const shownPeople = peopleShown(figures, terms.disclosure.threshold)
  const partlyShown = new Set(figures.filter(({ status }) => status === 'ok').map(cubeKey))
  const entries = figures.flatMap((figure): Entry[] => {
    const book = publication.indicators.get(figure.indicator)
    if (book === undefined) return []
    const parts = new Map<Part, string>()
    const place = [
      epochs.ofFigure(publication, figure),
      cellKey(figure.indicator, figure),
      figure.definition_version,
    ]
    const keyOf = (part: Part) => [...place, part].join('|')
    for (const [part, known] of Object.entries(numbersIn(figure, book)) as [Part, number | null][]) {
      const hunted = known === null && isHunted(part, figure, book, shownPeople)
      const isOneAtLeast =
        figure.status === 'suppressed' &&
        book.counts === 'people' &&
        part === 'value' &&
        isOfToday(figure) &&
        !wasWithheld(publication, figure) &&
        (figure.breakdown === 'total' || partlyShown.has(cubeKey(figure)))
      const tellsOfNone =
        isSensitive(terms, figure.indicator) && book.kind === 'share' && GROUPS_OF_SHARE.has(part)
      parts.set(
        part,
        learn(puzzle, keyOf(part), {
          figure,
          book,
          part,
          known,
          hunted,
          isOneAtLeast,
          publication,
          threshold: limitOf(terms, figure, book, part),
          usual: terms.disclosure.threshold,
          noneOf: tellsOfNone ? keyOf('denominator') : null,
        }),
      )
    }
    return [{ figure, book, parts }]
  })
  const newest = new Map(
    entries
      .toSorted((a, b) => Number(a.figure.definition_version) - Number(b.figure.definition_version))
      .map((entry) => [cellKey(entry.figure.indicator, entry.figure), entry.parts]),
  )
  return {
    terms,
    publication,
    entries,
    epochs,
    apart,
    find: (indicator, cell, part) => newest.get(cellKey(indicator, cell))?.get(part),
  }
}

/** The base of a mean is withheld below the minimum base, and everything else below its threshold. */
function limitOf(terms: Terms, { indicator }: Figure, { kind }: Codebook, part: Part): number {
  return kind === 'mean' && part === 'denominator' ? baseOf(terms, indicator) : thresholdOf(terms, indicator)
}

/** What a row says of each thing it counts; null where it hides it. */
function numbersIn(figure: Figure, book: Codebook): Partial<Record<Part, number | null>> {
  const { numerator, denominator, unknown, excluded, status } = figure
  const value = figure.value === '' ? null : Number(figure.value)
  const beside = book.counts === 'people' ? { unknown, excluded } : {}
  if (book.counts === 'goals') return {}
  if (book.kind === 'ratio') return book.counts === 'events' ? { numerator, denominator } : { denominator }
  if (book.counts === 'kronor') return {}
  if (book.kind === 'count' || book.kind === 'sum')
    return { value: status === 'ok' ? value : null, ...beside }
  if (book.kind !== 'share') return { denominator, ...beside }
  const complement = numerator === null || denominator === null ? null : denominator - numerator
  const others = complement === null || unknown === null ? null : complement - unknown
  return {
    numerator,
    denominator,
    complement,
    ...beside,
    ...(hasUnknownInside(book) && book.counts === 'people' && { others }),
  }
}

/** People are hunted always; events where it is not shown that enough people stand behind them. */
function isHunted(part: Part, figure: Figure, book: Codebook, shownPeople: ReadonlySet<string>): boolean {
  if (book.counts === 'people') return true
  return book.counts === 'events' && part === 'value' && !shownPeople.has(cellKey('', figure))
}

function peopleShown(figures: readonly Figure[], threshold: number): Set<string> {
  return new Set(
    figures
      .filter(({ indicator, value }) => indicator === 'unique_participants' && Number(value) >= threshold)
      .map((figure) => cellKey('', figure)),
  )
}

const GROUPS_OF_SHARE: ReadonlySet<Part> = new Set<Part>(['numerator', 'complement'])

interface Learnt extends Pick<Quantity, 'threshold' | 'usual' | 'noneOf'> {
  readonly figure: Figure
  readonly book: Codebook
  readonly part: Part
  readonly known: number | null
  readonly hunted: boolean
  /** Zero is shown as zero, but where a whole breakdown is withheld, or the figure was withheld before. */
  readonly isOneAtLeast: boolean
  readonly publication: Publication
}

function learn(
  puzzle: Puzzle,
  key: string,
  { figure, book, part, known, hunted, isOneAtLeast, publication, threshold, usual, noneOf }: Learnt,
): string {
  const quantity = puzzle.quantities.get(key) ?? {
    place: placeOf(figure),
    part,
    counts: book.counts === 'people' ? ('people' as const) : ('events' as const),
    known: null,
    shownIn: [],
    atLeast: 0,
    threshold,
    usual,
    plain: book.kind === 'count' && part === 'value',
    noneOf,
    hunted: false,
    series: new Set([seriesOf(figure)]),
    publications: new Set<string>(),
  }
  quantity.known ??= known
  quantity.atLeast = Math.max(quantity.atLeast, isOneAtLeast ? 1 : 0)
  quantity.hunted ||= hunted
  quantity.publications.add(publication.id)
  puzzle.quantities.set(key, quantity)
  return key
}

function placeOf({ agreement, indicator, period_type, period, breakdown, category }: Figure): Place {
  return { agreement, indicator, periodType: period_type, period, breakdown, category }
}

/** A breakdown of a figure in a period. */
function cubeKey({ indicator, period_type, period, breakdown }: Figure): string {
  return [indicator, period_type, period, breakdown].join('|')
}

function cellKey(indicator: string, { period_type, period, breakdown, category }: Cell): string {
  return [indicator, period_type, period, breakdown, category].join('|')
}

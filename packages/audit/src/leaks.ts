import { cellOf, seriesOf } from './epochs.ts'
import { isSensitive, termsOf, thresholdOf } from './publication.ts'
import type { Figure, Publication } from './publication.ts'
import type { Leak, LeakKind } from './report.ts'
import { hasUnknownInside } from './sheet.ts'

const NUMBERS = [
  'value',
  'numerator',
  'denominator',
  'unknown',
  'excluded',
  'ci_low',
  'ci_high',
  'lower_bound',
  'upper_bound',
] as const
export const WITHHELD: ReadonlySet<string> = new Set(['suppressed', 'too_few'])

/**
 * What `results` gives away without any arithmetic between its rows. What an earlier publication showed, and by the terms
 * of its day was many enough, cannot be hidden again: a threshold that was raised since tells nothing new.
 */
export function leaksIn(publication: Publication, earlier: readonly Publication[] = []): Leak[] {
  const wasShown = (figure: Figure) =>
    earlier.some((before) =>
      before.results.some((other) => isSame(other, figure) && ofShown(before, other).length === 0),
    )
  return [
    ...publication.results.flatMap((figure) => {
      const leaks = ofFigure(publication, figure)
      return leaks.length > 0 && figure.status === 'ok' && wasShown(figure) ? [] : leaks
    }),
    ...unevenNotes(publication),
    ...outOfOrder(publication),
  ]
}

const isSame = (one: Figure, other: Figure): boolean =>
  seriesOf(one) === seriesOf(other) &&
  cellOf(one) === cellOf(other) &&
  one.status === other.status &&
  NUMBERS.every((column) => one[column] === other[column])

function ofFigure(publication: Publication, figure: Figure): Leak[] {
  if (!WITHHELD.has(figure.status)) return figure.status === 'ok' ? ofShown(publication, figure) : []
  const place = nameOf(figure)
  const shown = NUMBERS.filter((column) => figure[column] !== null && figure[column] !== '')
  return [
    ...shown.map((column) => leak('number_in_withheld_row', publication, place, column)),
    ...(figure.trust === '' || figure.trust === 'withheld'
      ? []
      : [leak('trust_on_withheld_row', publication, place, 'trust')]),
  ]
}

const nameOf = ({ agreement, indicator, period, breakdown, category }: Figure): string =>
  `${agreement} ${indicator} ${period} ${breakdown} ${category}`.trim()

function ofShown(publication: Publication, figure: Figure): Leak[] {
  const place = nameOf(figure)
  const book = publication.indicators.get(figure.indicator)
  const terms = termsOf(publication, figure.agreement)
  const threshold = terms === undefined ? 0 : thresholdOf(terms, figure.indicator)
  const isSmall = (count: number | null) => count !== null && count > 0 && count < threshold
  if (book?.counts !== 'people') return []
  const small = (['numerator', 'unknown', 'excluded'] as const).filter((column) => isSmall(figure[column]))
  const { numerator, denominator, unknown } = figure
  const complement =
    book.kind === 'share' && numerator !== null && denominator !== null ? denominator - numerator : null
  const others =
    hasUnknownInside(book) && complement !== null && unknown !== null ? complement - unknown : null
  const tellsOfNone =
    terms !== undefined &&
    isSensitive(terms, figure.indicator) &&
    book.kind === 'share' &&
    (denominator ?? 0) > 0 &&
    (numerator === 0 || numerator === denominator)
  return [
    ...small.map((column) => leak('small_count_shown', publication, place, column)),
    ...(isSmall(complement) ? [leak('small_count_shown', publication, place, 'complement')] : []),
    ...(isSmall(others) ? [leak('small_count_shown', publication, place, 'others')] : []),
    ...(tellsOfNone ? [leak('none_or_all_shown', publication, place, 'numerator')] : []),
  ]
}

/** A note may say that a breakdown is withheld whole; one that only some of its withheld rows have tells them apart. */
function unevenNotes(publication: Publication): Leak[] {
  const withheld = publication.results.filter(({ status }) => WITHHELD.has(status))
  const breakdowns = Map.groupBy(withheld, (figure) => `${seriesOf(figure)}|${figure.breakdown}`)
  return [...breakdowns]
    .filter(([, figures]) => new Set(figures.map(({ note }) => note)).size > 1)
    .map(([where]) => leak('note_on_withheld_row', publication, where, 'note'))
}

/** Rows stand in an order that the numbers have no part in: categories of a figure by their codes, or as agreed. */
function outOfOrder(publication: Publication): Leak[] {
  const orders = new Map<string, string>()
  const leaks: Leak[] = []
  const series = Map.groupBy(
    publication.results.filter(({ breakdown, basis }) => breakdown !== 'total' && basis === ''),
    ({ agreement, indicator, period_type, period, breakdown, definition_version }) =>
      [agreement, breakdown, indicator, definition_version, period_type, period].join('|'),
  )
  for (const [name, figures] of series) {
    const [agreement = '', breakdown = ''] = name.split('|')
    const order = figures.map(({ category }) => category).join(' ')
    const usual = orders.get(`${agreement}|${breakdown}`) ?? order
    orders.set(`${agreement}|${breakdown}`, usual)
    if (order !== usual) leaks.push(leak('order_tells', publication, name, order))
  }
  return leaks
}

export function leak(kind: LeakKind, publication: Publication, where: string, what: string): Leak {
  return { kind, publication: publication.id, where, what }
}

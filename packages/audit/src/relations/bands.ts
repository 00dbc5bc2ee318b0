import type { Puzzle, Quantity, Relation } from '../puzzle.ts'
import { sumIs } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'
import { numbersOverPeriods } from './periods.ts'
import { dayAfter, dayBefore } from './spans.ts'
import type { Span } from './spans.ts'

/**
 * Numbers that no period lists but that follow from two (disclosure.md, rule 4): whom a period counts beyond one that
 * lies in it, and where numbers add up, how many each stretch between the ends of periods has.
 */
export function bandRelations(puzzle: Puzzle, sheet: Sheet): Relation[] {
  return numbersOverPeriods(sheet).flatMap(({ spans, laws }) => {
    const [first] = spans
    if (first === undefined || quantityOf(puzzle, first).counts !== 'people') return []
    return [
      ...(laws.includes('within') || laws.includes('sum') ? nested(puzzle, spans) : []),
      ...(laws.includes('sum') ? stretches(puzzle, spans) : []),
    ]
  })
}

function nested(puzzle: Puzzle, spans: readonly Span[]): Relation[] {
  return spans.flatMap((whole) =>
    spans
      .filter(({ start, end }) => start >= whole.start && end <= whole.end)
      .filter(({ start, end }) => start !== whole.start || end !== whole.end)
      .filter((inner) => mayBeFew(quantityOf(puzzle, whole), quantityOf(puzzle, inner)))
      .map((inner) => {
        const { place, part } = quantityOf(puzzle, whole)
        const beyond = `${part} beyond ${quantityOf(puzzle, inner).place.period}`
        const band = learnBand(puzzle, [whole, inner], { place, part: beyond })
        return sumIs('band_of_time', [band, inner.quantity], whole.quantity)
      }),
  )
}

/** Where both are known there is nothing to solve. */
function mayBeFew(whole: Quantity, inner: Quantity): boolean {
  if (whole.known === null || inner.known === null) return true
  const beyond = whole.known - inner.known
  return beyond > 0 && beyond < whole.threshold
}

function stretches(puzzle: Puzzle, spans: readonly Span[]): Relation[] {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, dayAfter(end)]))].toSorted()
  const listed = new Map(spans.map(({ quantity, start, end }) => [`${start}–${end}`, quantity]))
  const pieces = cuts.slice(0, -1).map((start, at) => ({ start, end: dayBefore(cuts[at + 1] ?? start) }))
  const keys = pieces.map(({ start, end }) => {
    const days = `${start}–${end}`
    const around = spans.filter((span) => span.start <= start && span.end >= end)
    const [some] = around
    if (some === undefined) return ''
    const { place, part } = quantityOf(puzzle, some)
    return listed.get(days) ?? learnBand(puzzle, around, { place: { ...place, period: days }, part })
  })
  return spans.flatMap(({ quantity, start, end }) => {
    const within = keys.filter(
      (_, at) => (pieces[at]?.start ?? '') >= start && (pieces[at]?.end ?? '') <= end,
    )
    return within.length > 1 ? [sumIs('band_of_time', within, quantity)] : []
  })
}

/** Lays a number that follows from others into the puzzle, as sensitive as they are; its key there. */
function learnBand(
  puzzle: Puzzle,
  from: readonly Span[],
  { place, part }: Pick<Quantity, 'place' | 'part'>,
): string {
  const [first] = from
  if (first === undefined) throw new Error('A band follows from some period')
  const those = from.map((span) => quantityOf(puzzle, span))
  const key = [...from.map(({ quantity }) => quantity), place.period, part].join(' ')
  puzzle.quantities.set(key, {
    ...quantityOf(puzzle, first),
    place,
    part,
    known: null,
    atLeast: 0,
    plain: false,
    noneOf: null,
    hunted: true,
    series: new Set(those.flatMap(({ series }) => [...series])),
    publications: new Set(those.flatMap(({ publications }) => [...publications])),
  })
  return key
}

function quantityOf(puzzle: Puzzle, { quantity: key }: Span): Quantity {
  const quantity = puzzle.quantities.get(key)
  if (quantity === undefined) throw new Error(`No quantity ${key}`)
  return quantity
}

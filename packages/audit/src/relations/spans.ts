import type { Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'

/** A number of one kind in one period, from its first day to its last. */
export interface Span {
  readonly quantity: string
  readonly type: string
  readonly start: string
  readonly end: string
}

/**
 * How the number of a period follows from those of the periods inside it.
 * `sum`: parts add up. `within`: whom a part counts the period counts. `covered`: whom the period counts some part
 * counts. `at_end`: who is there on the last day, the same of every period that ends on it.
 */
export type Law = 'sum' | 'within' | 'covered' | 'at_end'

/** A period, the periods inside it, and how their numbers of one kind hang together. */
export function relationsOfSpans(spans: readonly Span[], laws: readonly Law[]): Relation[] {
  return spans.flatMap((whole, at) => [
    ...ofWhole(whole, spans, laws),
    ...(laws.includes('at_end') ? sameDay(whole, spans.slice(at + 1)) : []),
  ])
}

function ofWhole(whole: Span, spans: readonly Span[], laws: readonly Law[]): Relation[] {
  const inside = spans.filter(
    (span) => span.type !== whole.type && span.start >= whole.start && span.end <= whole.end,
  )
  const relations = laws.includes('within')
    ? inside.map(({ quantity }) => atMost('people_of_periods', [quantity], [whole.quantity]))
    : []
  for (const parts of Map.groupBy(inside, ({ type }) => type).values()) {
    if (!tiles(parts, whole)) continue
    const keys = parts.map(({ quantity }) => quantity)
    if (laws.includes('covered')) relations.push(atMost('people_of_periods', [whole.quantity], keys))
    if (laws.includes('sum')) relations.push(sumIs('sum_of_periods', keys, whole.quantity))
  }
  return relations
}

function sameDay(one: Span, others: readonly Span[]): Relation[] {
  return others
    .filter(({ end }) => end === one.end)
    .map((other) => sumIs('same_people', [one.quantity], other.quantity))
}

function tiles(parts: readonly Span[], whole: Span): boolean {
  const inOrder = parts.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return (
    inOrder[0]?.start === whole.start &&
    inOrder.at(-1)?.end === whole.end &&
    inOrder.every((part, at) => at === 0 || part.start === dayAfter(inOrder[at - 1]?.end ?? ''))
  )
}

export const dayAfter = (date: string): string => daysFrom(date, 1)
export const dayBefore = (date: string): string => daysFrom(date, -1)

function daysFrom(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

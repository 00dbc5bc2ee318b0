import type { RowNumber } from '@utfall/contracts'
import type { RelationKind } from './relations/kinds.ts'

/** What a published row counts, by column. `complement` and `others` are not published, but follow. */
export type Part =
  'value' | 'numerator' | 'denominator' | 'unknown' | 'excluded' | 'complement' | 'others' | 'universe'

/** Where a quantity stands. The version of the definition belongs to the indicator: `leavers@1`. */
export type Place = Omit<RowNumber, 'part'>

/** A number that someone who reads the publications wants to know. */
export interface Quantity {
  readonly place: Place
  readonly part: string
  /** People, or events whose number tells of the people behind them; neither is hunted when it is `money`. */
  readonly counts: 'people' | 'events'
  /** The number where it is published, in this or an earlier publication. */
  known: number | null
  /** Where it is published, once equal quantities are one: several figures may count the same people. */
  readonly shownIn: RowNumber[]
  /** A withheld count of people is at least one, where zero would have been shown as zero. */
  atLeast: number
  /** Fewer than this are small, and what is hidden must be open by one less. */
  threshold: number
  /** The threshold of what is not sensitive. */
  readonly usual: number
  /** Whether it is a count that is published for its own sake: its threshold holds for all that count the same people. */
  plain: boolean
  /** The group of which even nobody would tell, by key: a numerator or a complement of a sensitive outcome. */
  readonly noneOf: string | null
  /** Withheld in the publications, and worth finding. */
  hunted: boolean
  /** What is taken to be unchanged as one: the figures, ways and stages of a period that hold it. */
  readonly series: Set<string>
  /** Publications that hold it, the oldest first. */
  readonly publications: Set<string>
}

/** `lower ≤ Σ coefficient · quantity ≤ upper`, and why that holds. */
export interface Relation {
  readonly kind: RelationKind
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
}

export interface Term {
  readonly quantity: string
  readonly coefficient: number
}

/** A relation with what is known taken out: only what is unknown remains. */
export interface OpenRelation {
  readonly relation: Relation
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
}

/** Everything that is known of an agreement's quantities, and how they hang together. */
export interface Puzzle {
  readonly quantities: Map<string, Quantity>
  readonly relations: Relation[]
}

export const NOTHING_LARGER = 1e6

export function sumIs(kind: RelationKind, parts: readonly string[], whole: string): Relation {
  return { kind, terms: [...parts.map(plus), minus(whole)], lower: 0, upper: 0 }
}

export function atMost(kind: RelationKind, smaller: readonly string[], larger: readonly string[]): Relation {
  return { kind, terms: [...larger.map(plus), ...smaller.map(minus)], lower: 0, upper: Infinity }
}

/** Passes each relation the first time. Publications that say the same lay the same relations over the same quantities. */
export function onlyOnce(): (relation: Relation) => boolean {
  const numbers = new Map<string, number>()
  const seen = new Set<string>()
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  return ({ kind, terms, lower, upper }) => {
    const sum = terms.map(({ quantity, coefficient }) => `${coefficient}*${numberOf(quantity)}`)
    const name = [kind, lower, upper, ...sum].join(' ')
    return !seen.has(name) && Boolean(seen.add(name))
  }
}

const plus = (quantity: string): Term => ({ quantity, coefficient: 1 })
const minus = (quantity: string): Term => ({ quantity, coefficient: -1 })

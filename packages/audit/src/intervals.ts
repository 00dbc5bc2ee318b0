import type { Component } from './components.ts'
import { withLinearProgram } from './linear-program.ts'
import type { Extreme, FindExtreme, Sought } from './linear-program.ts'
import type { Puzzle, Quantity, Relation } from './puzzle.ts'

/** What the attacker can tell of a hunted quantity: whole numbers, both ends included. */
export interface Interval {
  readonly quantity: string
  readonly least: number
  readonly most: number
  /** The relations that give the ends, by the solver's own proof. */
  readonly proof: readonly Relation[]
}

/** What can be told of the hunted quantities of a component. */
export interface Findings {
  /** Those that tell of few, or of none where even nobody tells. */
  readonly pinned: readonly Interval[]
  /** How far the others that may be few are open, at the least; null where there are none. */
  readonly narrowest: number | null
}

/** No numbers satisfy all relations of the component. */
export interface Contradiction {
  readonly relations: readonly Relation[]
}

interface Hunted {
  readonly key: string
  /** Its place in the component. */
  readonly at: number
  readonly quantity: Quantity
  /** The least and the greatest value that it has in the tables found so far, for itself or for others. */
  readonly seen: { least: number; most: number }
}

const ENDS = ['least', 'most'] as const
const ROUNDING = 1e-5
/** To ask of all at once goes on for as long as it settles more than one of so many. */
const WORTHWHILE = 20

/**
 * Finds the hunted quantities of a component that are told too closely. Every answer of the solver is a table that
 * satisfies all relations, and each quantity may be what it is in that table. So it is enough to have seen one
 * open as far as it should be: all are asked of together first, and one by one only those that are left.
 */
export async function intervalsOf(puzzle: Puzzle, component: Component): Promise<Findings | Contradiction> {
  const { quantities, relations } = component
  const hunted = quantities.flatMap((key, at): Hunted[] => {
    const quantity = puzzle.quantities.get(key)
    const seen = { least: Infinity, most: -Infinity }
    return quantity?.hunted === true ? [{ key, at, quantity, seen }] : []
  })
  // alone, with nothing that it hangs together with, it may be any number
  if (hunted.length === 0 || relations.length === 0) return { pinned: [], narrowest: null }
  return withLinearProgram(puzzle, component, (extreme) => {
    const look: FindExtreme = (these, end) => {
      const found = extreme(these, end)
      if (found !== null) widen(hunted, found.values)
      return found
    }
    /** The group that a quantity is part of has at least so many, where nobody of it would tell; else zero. */
    const groupOf = ({ quantity: { noneOf } }: Hunted): number => {
      if (noneOf === null) return 0
      const place = quantities.indexOf(noneOf)
      if (place < 0) return puzzle.quantities.get(noneOf)?.known ?? 0
      return upwards(look([{ at: place, lower: 0, upper: Infinity }], 'least')?.values[place] ?? 0)
    }
    const contradiction = { relations: relations.map(({ relation }) => relation) }
    const left = askTogether(hunted, look)
    if (left === null) return contradiction
    const pinned: Interval[] = []
    for (const each of left) {
      const interval = askOf(each, look)
      if (interval === null) return contradiction
      const { least, most } = interval
      if (tellsOfFew(each.quantity, least, most) || (most === 0 && groupOf(each) > 0)) pinned.push(interval)
    }
    const told = new Set(pinned.map(({ quantity }) => quantity))
    return { pinned, narrowest: narrowestOf(hunted.filter(({ key }) => !told.has(key))) }
  })
}

/** Asks for the least and the most of the sum of all that are not seen to be open; those that are left. */
function askTogether(hunted: readonly Hunted[], look: FindExtreme): readonly Hunted[] | null {
  let left = hunted
  for (;;) {
    for (const end of ENDS) if (look(left.map(sought), end) === null) return null
    const still = left.filter((each) => !isOpen(each))
    const settled = left.length - still.length
    if (still.length === 0 || settled * WORTHWHILE <= left.length) return still
    left = still
  }
}

/** Asks until the answer is plain: where it is, the ends are those that were seen. */
function askOf(hunted: Hunted, look: FindExtreme): Interval | null {
  const { key: quantity, seen } = hunted
  const ends: Extreme[] = []
  for (const end of ENDS) {
    if (isOpen(hunted)) break
    const found = look([sought(hunted)], end)
    if (found === null) return null
    ends.push(found)
    if (end === 'least' && upwards(seen.least) >= hunted.quantity.threshold) break
  }
  return {
    quantity,
    least: upwards(seen.least),
    most: downwards(seen.most),
    proof: [...new Set(ends.flatMap(({ proof }) => proof()))],
  }
}

/** Further than open it need not be. No table found so far lies outside, so there is always one. */
function sought({ at, quantity: { threshold }, seen: { least, most } }: Hunted): Sought {
  const width = threshold - 1
  return {
    at,
    lower: Math.min(least, downwards(most) - width),
    upper: Math.max(most, upwards(least) + width),
  }
}

const isOpen = ({ quantity, seen: { least, most } }: Hunted): boolean =>
  downwards(most) - upwards(least) >= askedWidth(quantity, upwards(least))

/**
 * How far it should be open. Where more are asked for of a sensitive outcome than of others, others that are
 * shown may bound it from above: then it tells of nobody as long as it may be none.
 */
const askedWidth = ({ usual, threshold }: Quantity, least: number): number =>
  (least === 0 ? Math.min(usual, threshold) : threshold) - 1

const tellsOfFew = (quantity: Quantity, least: number, most: number): boolean =>
  most - least < askedWidth(quantity, least) && least < quantity.threshold && most > 0

function narrowestOf(hunted: readonly Hunted[]): number | null {
  const widths = hunted
    .filter(({ seen, quantity }) => upwards(seen.least) < quantity.threshold && downwards(seen.most) > 0)
    .map(({ seen }) => downwards(seen.most) - upwards(seen.least))
  return widths.length > 0 ? Math.min(...widths) : null
}

function widen(hunted: readonly Hunted[], values: Float64Array): void {
  for (const { at, seen } of hunted) {
    const value = values[at] ?? 0
    seen.least = Math.min(seen.least, value)
    seen.most = Math.max(seen.most, value)
  }
}

/** The nearest whole number inside the interval, forgiving the solver's rounding; never a negative zero. */
const upwards = (value: number): number => Math.ceil(value - ROUNDING) + 0
const downwards = (value: number): number => Math.floor(value + ROUNDING) + 0

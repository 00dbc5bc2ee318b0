import type { Component } from './components.ts'
import { downwards, enough, isOpen, see, tellsOfFew, upwards } from './hunted.ts'
import type { Hunted } from './hunted.ts'
import { neighbourhoods } from './large/nearby.ts'
import { settle } from './large/settle.ts'
import { withLinearProgram } from './linear-program.ts'
import type { Extreme, FindExtreme, Sought } from './linear-program.ts'
import type { Puzzle, Relation } from './puzzle.ts'

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

const ENDS = ['least', 'most'] as const
/** To ask of all at once goes on for as long as it settles more than one of so many. */
const WORTHWHILE = 20

/** A component of more quantities takes too long to ask of each of them in all of it. */
const MANY = 1000
/** Of so many quantities around one it is asked first. */
const NEARBY = 300

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
  const left = (await settle(puzzle, component, hunted)) ?? hunted
  const found =
    left.length === 0
      ? []
      : quantities.length > MANY && left !== hunted
        ? await askLeft(puzzle, component, left)
        : await askAll(puzzle, component, left, 'warm')
  if (found === null) return { relations: relations.map(({ relation }) => relation) }
  const told = new Set(found.map(({ quantity }) => quantity))
  return { pinned: found, narrowest: narrowestOf(hunted.filter(({ key }) => !told.has(key))) }
}

/** Those of a large component that are told by what is nearby, and of the others those that all of it tells. */
async function askLeft(
  puzzle: Puzzle,
  component: Component,
  hunted: readonly Hunted[],
): Promise<readonly Interval[] | null> {
  const around = neighbourhoods(component)
  const pinned: Interval[] = []
  const left: Hunted[] = []
  for (const each of hunted) {
    const interval = await askNearby(puzzle, around(each.key, NEARBY), each)
    if (interval === null) left.push(each)
    else pinned.push(interval)
  }
  if (left.length === 0) return pinned
  // what is soonest may end without an answer, which says nothing: then it is asked in the slow way
  const found =
    (await askAll(puzzle, component, left, 'corner')) ?? (await askAll(puzzle, component, left, 'warm'))
  return found && [...pinned, ...found]
}

/** What is told already by what is nearby; null where nothing is. */
async function askNearby(
  puzzle: Puzzle,
  near: Component,
  { key, quantity }: Hunted,
): Promise<Interval | null> {
  const alone = { key, at: 0, quantity, seen: { least: Infinity, most: -Infinity } }
  const interval = await withLinearProgram(puzzle, near, 'warm', (extreme) =>
    askOf(alone, (these, end) => {
      const found = extreme(these, end)
      if (found !== null) see(alone, found.values[alone.at] ?? 0)
      return found
    }),
  )
  return interval !== null && tellsOfFew(quantity, interval.least, interval.most) ? interval : null
}

/** Those of the hunted that are told by the whole component; null where no table satisfies it. */
function askAll(
  puzzle: Puzzle,
  component: Component,
  hunted: readonly Hunted[],
  way: 'warm' | 'corner',
): Promise<readonly Interval[] | null> {
  const { quantities } = component
  return withLinearProgram(puzzle, component, way, (extreme) => {
    const look: FindExtreme = (these, end) => {
      const found = extreme(these, end)
      if (found !== null) for (const each of hunted) see(each, found.values[each.at] ?? 0)
      return found
    }
    /** The group that a quantity is part of has at least so many, where nobody of it would tell; else zero. */
    const groupOf = ({ quantity: { noneOf } }: Hunted): number => {
      if (noneOf === null) return 0
      const place = quantities.indexOf(noneOf)
      if (place < 0) return puzzle.quantities.get(noneOf)?.known ?? 0
      return upwards(look([{ at: place, lower: 0, upper: Infinity }], 'least')?.values[place] ?? 0)
    }
    const left = askTogether(hunted, look)
    if (left === null) return null
    const pinned: Interval[] = []
    for (const each of left) {
      const interval = askOf(each, look)
      if (interval === null) return null
      const { least, most } = interval
      if (tellsOfFew(each.quantity, least, most) || (most === 0 && groupOf(each) > 0)) pinned.push(interval)
    }
    return pinned
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

const sought = (hunted: Hunted): Sought => ({ at: hunted.at, ...enough(hunted) })

function narrowestOf(hunted: readonly Hunted[]): number | null {
  const widths = hunted
    .filter(({ seen, quantity }) => upwards(seen.least) < quantity.threshold && downwards(seen.most) > 0)
    .map(({ seen }) => downwards(seen.most) - upwards(seen.least))
  return widths.length > 0 ? Math.min(...widths) : null
}

import type { Component } from './components.ts'
import { withLinearProgram } from './linear-program.ts'
import type { FindExtreme } from './linear-program.ts'
import type { Puzzle, Relation } from './puzzle.ts'

/** What the attacker can tell of a hunted quantity: whole numbers, both ends included. */
export interface Interval {
  readonly quantity: string
  readonly least: number
  readonly most: number
  /** The least number of people in the group of which there are none, where none of it would tell; else zero. */
  readonly noneOfAtLeast: number
  /** The relations that give the ends, by the solver's own proof. */
  readonly proof: readonly Relation[]
}

/** No numbers satisfy all relations of the component. */
export interface Contradiction {
  readonly relations: readonly Relation[]
}

const ROUNDING = 1e-5

/**
 * The least and the most of each hunted quantity of a component. Those that the tables found for others already
 * show to be wide are left out.
 */
export async function intervalsOf(puzzle: Puzzle, component: Component): Promise<Interval[] | Contradiction> {
  const { quantities, relations } = component
  const hunted = quantities.flatMap((key, at) => (puzzle.quantities.get(key)?.hunted === true ? [at] : []))
  if (hunted.length === 0) return []
  /** Asks how many there are at least in the group that a quantity is part of. */
  function groupOf(at: number, extreme: FindExtreme): number {
    const group = puzzle.quantities.get(quantities[at] ?? '')?.noneOf
    if (group === undefined || group === null) return 0
    const place = quantities.indexOf(group)
    if (place < 0) return puzzle.quantities.get(group)?.known ?? 0
    return upwards(extreme(place, 'least')?.values[place] ?? 0)
  }
  const seen = quantities.map(() => ({ least: Infinity, most: -Infinity }))
  return withLinearProgram(puzzle, component, (extreme) => {
    const found: Interval[] = []
    for (const at of hunted) {
      const range = seen[at] ?? { least: 0, most: 0 }
      const wide = (puzzle.quantities.get(quantities[at] ?? '')?.threshold ?? 0) - 1
      if (downwards(range.most) - upwards(range.least) >= wide) continue
      const [low, high] = [extreme(at, 'least'), extreme(at, 'most')]
      if (low === null || high === null) return { relations: relations.map(({ relation }) => relation) }
      for (const { values } of [low, high]) widen(seen, values)
      const most = downwards(high.values[at] ?? 0)
      found.push({
        quantity: quantities[at] ?? '',
        least: upwards(low.values[at] ?? 0),
        most,
        noneOfAtLeast: most === 0 ? groupOf(at, extreme) : 0,
        proof: [...new Set([...low.proof(), ...high.proof()])],
      })
    }
    return found
  })
}

function widen(seen: { least: number; most: number }[], values: Float64Array): void {
  for (const [at, range] of seen.entries()) {
    const value = values[at] ?? 0
    range.least = Math.min(range.least, value)
    range.most = Math.max(range.most, value)
  }
}

/** The nearest whole number inside the interval, forgiving the solver's rounding; never a negative zero. */
const upwards = (value: number): number => Math.ceil(value - ROUNDING) + 0
const downwards = (value: number): number => Math.floor(value + ROUNDING) + 0

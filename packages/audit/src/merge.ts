import { disjointSets } from './disjoint-sets.ts'
import type { Puzzle, Quantity, Relation, Term } from './puzzle.ts'

/**
 * Counts of the same people become one: one to look for instead of many, and what one publication or indicator
 * shows of it is known of all. Those whose published numbers differ are left apart, for the contradiction to be found.
 */
export function mergeEqual({ quantities, relations }: Puzzle): Puzzle {
  const sets = disjointSets()
  const known = new Map<string, number>()
  for (const [key, quantity] of quantities) if (quantity.known !== null) known.set(key, quantity.known)
  const rest: Relation[] = []
  for (const relation of relations) {
    const pair = equalPair(relation)
    const [one, other] = pair ?? []
    if (one === undefined || other === undefined) rest.push(relation)
    else {
      const [first, second] = [sets.rootOf(one), sets.rootOf(other)]
      const [a, b] = [known.get(first), known.get(second)]
      if (a !== undefined && b !== undefined && a !== b) rest.push(relation)
      else if (first !== second) {
        const root = quantities.get(second)?.hunted === true ? second : first
        sets.join(root, root === first ? second : first)
        const value = a ?? b
        if (value !== undefined) known.set(root, value)
      }
    }
  }
  const merged = new Map<string, Quantity>()
  for (const [key, quantity] of quantities) {
    const root = sets.rootOf(key)
    const own = quantities.get(root) ?? quantity
    const whole = merged.get(root) ?? {
      ...own,
      known: known.get(root) ?? null,
      shownIn: [],
      noneOf: own.noneOf === null ? null : sets.rootOf(own.noneOf),
    }
    if (quantity.plain === whole.plain)
      whole.threshold = (whole.plain ? Math.min : Math.max)(whole.threshold, quantity.threshold)
    else if (quantity.plain) whole.threshold = quantity.threshold
    whole.plain ||= quantity.plain
    whole.atLeast = Math.max(whole.atLeast, quantity.atLeast)
    whole.hunted ||= quantity.hunted
    if (quantity.known !== null) whole.shownIn.push({ ...quantity.place, part: quantity.part })
    for (const publication of quantity.publications) whole.publications.add(publication)
    for (const series of quantity.series) whole.series.add(series)
    merged.set(root, whole)
  }
  return { quantities: merged, relations: rest.map((relation) => renamed(relation, sets.rootOf)) }
}

function equalPair({ kind, terms, lower, upper }: Relation): [string, string] | undefined {
  const [one, other, ...more] = terms
  const isEqual = lower === 0 && upper === 0 && one?.coefficient === 1 && other?.coefficient === -1
  return kind === 'same_people' && isEqual && more.length === 0 ? [one.quantity, other.quantity] : undefined
}

function renamed(relation: Relation, rootOf: (key: string) => string): Relation {
  const coefficients = new Map<string, number>()
  for (const { quantity, coefficient } of relation.terms) {
    const root = rootOf(quantity)
    coefficients.set(root, (coefficients.get(root) ?? 0) + coefficient)
  }
  const terms: Term[] = [...coefficients]
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([quantity, coefficient]) => ({ quantity, coefficient }))
  return { ...relation, terms }
}

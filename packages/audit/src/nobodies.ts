import type { OpenRelation, Quantity, Relation } from './puzzle.ts'

/**
 * Quantities that can only be none, since nothing is left of the sum that they are parts of, and the relation that
 * says so. They tell of nobody, so no program needs to know them; those that would tell are left to be asked for.
 */
export function nobodies(
  quantities: ReadonlyMap<string, Quantity>,
  relations: readonly OpenRelation[],
): ReadonlyMap<string, Relation> {
  const none = new Map<string, Relation>()
  const mayBeNone = (key: string) => {
    const quantity = quantities.get(key)
    return quantity?.atLeast === 0 && quantity.noneOf === null
  }
  for (let before = -1; before < none.size;) {
    before = none.size
    for (const { relation, terms, lower, upper } of relations) {
      const left = terms.filter(({ quantity }) => !none.has(quantity))
      if (leavesNothing(left, lower, upper) && left.every(({ quantity }) => mayBeNone(quantity)))
        for (const { quantity } of left) none.set(quantity, relation)
    }
  }
  return none
}

/** Exactly nothing: less than that would be a contradiction, which is for the program to find. */
function leavesNothing(terms: OpenRelation['terms'], lower: number, upper: number): boolean {
  return (
    (upper === 0 && lower <= 0 && terms.every(({ coefficient }) => coefficient > 0)) ||
    (lower === 0 && upper >= 0 && terms.every(({ coefficient }) => coefficient < 0))
  )
}

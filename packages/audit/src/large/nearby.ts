import type { Component } from '../components.ts'
import type { OpenRelation } from '../puzzle.ts'

/** Finds what hangs closest together with a quantity of a component. */
export function neighbourhoods({
  quantities,
  relations,
}: Component): (of: string, size: number) => Component {
  const relationsOf = new Map<string, OpenRelation[]>(quantities.map((key) => [key, []]))
  for (const relation of relations)
    for (const { quantity } of relation.terms) relationsOf.get(quantity)?.push(relation)
  /**
   * Some `size` quantities, the closest first, and the relations that hold no others. Whatever follows from these
   * follows from all.
   */
  return (of, size) => {
    const near = new Set([of])
    const met = new Set<OpenRelation>()
    for (const key of near) {
      if (near.size >= size) break
      for (const relation of relationsOf.get(key) ?? []) {
        met.add(relation)
        for (const { quantity } of relation.terms) near.add(quantity)
      }
    }
    return { quantities: [...near], relations: [...met] }
  }
}

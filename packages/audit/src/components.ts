import { disjointSets } from './disjoint-sets.ts'
import type { Puzzle, Relation, Term } from './puzzle.ts'

/** A relation with what is known taken out: only what is unknown remains. */
interface OpenRelation {
  readonly relation: Relation
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
}

/** Unknown quantities that hang together, and nothing else. */
export interface Component {
  readonly quantities: readonly string[]
  readonly relations: readonly OpenRelation[]
}

export interface Split {
  readonly components: readonly Component[]
  /** Relations between published numbers that do not hold: then a relation is wrong, or a number is. */
  readonly broken: readonly Relation[]
}

const SLACK = 1e-3

/** Puts in every known number, and parts what is left into pieces that have nothing to do with one another. */
export function componentsOf({ quantities, relations }: Puzzle): Split {
  const groups = disjointSets()
  const open: OpenRelation[] = []
  const broken: Relation[] = []
  for (const relation of relations) {
    const left = withKnown(relation, (key) => quantities.get(key)?.known ?? null)
    if (left.terms.length > 0) {
      open.push(left)
      for (const { quantity } of left.terms) groups.join(left.terms[0]?.quantity ?? quantity, quantity)
    } else if (left.lower > SLACK || left.upper < -SLACK) broken.push(relation)
  }
  const relationsOf = Map.groupBy(open, ({ terms }) => groups.rootOf(terms[0]?.quantity ?? ''))
  const unknown = [...quantities].filter(([, { known }]) => known === null).map(([key]) => key)
  const components = [...Map.groupBy(unknown, (key) => groups.rootOf(key))].map(([root, members]) => ({
    quantities: members,
    relations: relationsOf.get(root) ?? [],
  }))
  return { components, broken }
}

function withKnown(relation: Relation, knownOf: (key: string) => number | null): OpenRelation {
  const terms: Term[] = []
  let settled = 0
  for (const term of relation.terms) {
    const known = knownOf(term.quantity)
    if (known === null) terms.push(term)
    else settled += term.coefficient * known
  }
  return { relation, terms, lower: relation.lower - settled, upper: relation.upper - settled }
}

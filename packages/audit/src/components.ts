import { disjointSets } from './disjoint-sets.ts'
import { nobodies } from './nobodies.ts'
import type { OpenRelation, Puzzle, Relation, Term } from './puzzle.ts'

/** Unknown quantities that hang together, and nothing else. */
export interface Component {
  readonly quantities: readonly string[]
  readonly relations: readonly OpenRelation[]
}

export interface Split {
  readonly components: readonly Component[]
  /** Relations between published numbers that do not hold: then a relation is wrong, or a number is. */
  readonly broken: readonly Relation[]
  /** Quantities that can only be none, and the relation that says so. */
  readonly none: ReadonlyMap<string, Relation>
}

const SLACK = 1e-3

/** Puts in every known number, and parts what is left into pieces that have nothing to do with one another. */
export function componentsOf({ quantities, relations }: Puzzle): Split {
  const knownOf = (key: string) => quantities.get(key)?.known ?? null
  const { open: unsettled, broken } = putIn(relations.map(asOpen), knownOf)
  const none = nobodies(quantities, unsettled)
  const left = putIn(unsettled, (key) => (none.has(key) ? 0 : null))
  const groups = disjointSets()
  for (const { terms } of left.open)
    for (const { quantity } of terms) groups.join(terms[0]?.quantity ?? quantity, quantity)
  const relationsOf = Map.groupBy(left.open, ({ terms }) => groups.rootOf(terms[0]?.quantity ?? ''))
  const unknown = [...quantities.keys()].filter((key) => knownOf(key) === null && !none.has(key))
  const components = [...Map.groupBy(unknown, (key) => groups.rootOf(key))].map(([root, members]) => ({
    quantities: members,
    relations: relationsOf.get(root) ?? [],
  }))
  return { components, broken: [...broken, ...left.broken], none }
}

const asOpen = (relation: Relation): OpenRelation => ({ ...relation, relation })

/** Takes the numbers that are known out of relations. Those of which nothing is left hold, or are broken. */
function putIn(
  relations: readonly OpenRelation[],
  knownOf: (key: string) => number | null,
): { open: OpenRelation[]; broken: Relation[] } {
  const open: OpenRelation[] = []
  const broken: Relation[] = []
  for (const each of relations) {
    const left = withKnown(each, knownOf)
    if (left.terms.length > 0) open.push(left)
    else if (left.lower > SLACK || left.upper < -SLACK) broken.push(each.relation)
  }
  return { open, broken }
}

function withKnown(open: OpenRelation, knownOf: (key: string) => number | null): OpenRelation {
  const terms: Term[] = []
  let settled = 0
  for (const term of open.terms) {
    const known = knownOf(term.quantity)
    if (known === null) terms.push(term)
    else settled += term.coefficient * known
  }
  return { relation: open.relation, terms, lower: open.lower - settled, upper: open.upper - settled }
}

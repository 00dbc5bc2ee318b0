import { bandRelations } from './relations/bands.ts'
import { breakdownRelations } from './relations/breakdowns.ts'
import { endingRelations } from './relations/endings.ts'
import { figureRelations } from './relations/figures.ts'
import { identityRelations } from './relations/identities.ts'
import { periodRelations } from './relations/periods.ts'
import { sharedCostRelations } from './relations/shared-costs.ts'
import { transitionRelations } from './relations/transitions.ts'
import { waterfallRelations } from './relations/waterfalls.ts'
import { componentsOf } from './components.ts'
import type { Split } from './components.ts'
import { linkedEpochs } from './epochs.ts'
import type { ToldApart } from './epochs.ts'
import { mergeEqual } from './merge.ts'
import { termsOf } from './publication.ts'
import type { Publication, Terms } from './publication.ts'
import { onlyOnce } from './puzzle.ts'
import type { Puzzle, Quantity, Relation } from './puzzle.ts'
import type { BrokenCell } from './report.ts'
import { layOut } from './sheet.ts'
import { withheldBefore } from './withheld-before.ts'
import { intervalsOf } from './intervals.ts'
import type { Interval } from './intervals.ts'

/** What one agreement is attacked with: all publications, as far as they speak of it. */
export interface Assault {
  readonly publications: readonly Publication[]
  readonly agreement: string
}

/** What came of attacking one agreement over all its publications. */
export interface Attack {
  readonly hunted: number
  readonly broken: readonly BrokenCell[]
  readonly narrowest: number | null
  readonly contradictions: readonly string[]
  /** The series whose quantities the contradictions hold, of all publications. */
  readonly contradictory: readonly string[]
}

/**
 * Solves for every withheld number of an agreement, with all its publications joined. Where that contradicts itself,
 * what was taken to be unchanged, from one publication or one period to another, was not: those figures are told apart,
 * and all tried again.
 */
export async function attackAgreement({ publications, agreement }: Assault): Promise<Attack> {
  const apart = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const attack = await attackWith(publications, agreement, apart)
    const more = attack.contradictory.filter((series) => !apart.has(series))
    if (more.length === 0) return attack
    for (const series of more) apart.add(series)
  }
  return attackWith(publications, agreement, ALL)
}

/** After so many tries what is left may as well be attacked publication by publication. */
const MOST_ROUNDS = 3
const ALL = { has: () => true }

async function attackWith(
  publications: readonly Publication[],
  agreement: string,
  apart: ToldApart,
): Promise<Attack> {
  const epochs = linkedEpochs(publications, apart)
  const puzzle: Puzzle = { quantities: new Map(), relations: [] }
  const isNew = onlyOnce()
  const wasWithheld = withheldBefore(publications)
  let terms: Terms | undefined
  for (const publication of publications) {
    terms = termsOf(publication, agreement) ?? terms
    if (terms === undefined) continue
    const sheet = layOut(puzzle, publication, terms, { epochs, apart, wasWithheld })
    for (const relate of [
      breakdownRelations,
      figureRelations,
      identityRelations,
      periodRelations,
      endingRelations,
    ])
      puzzle.relations.push(...relate(sheet).filter(isNew))
    for (const relate of [waterfallRelations, transitionRelations, sharedCostRelations, bandRelations])
      puzzle.relations.push(...relate(puzzle, sheet).filter(isNew))
  }
  const merged = mergeEqual(puzzle)
  const attacked = publications.at(-1)?.id ?? ''
  return solveAll(merged, componentsOf(merged), attacked)
}

/** What only publications before the attacked one contradict is theirs to answer for. */
async function solveAll(puzzle: Puzzle, split: Split, attacked: string): Promise<Attack> {
  const isOfAttacked = ({ terms }: Relation) =>
    terms.some(({ quantity }) => quantityOf(puzzle, quantity).publications.has(attacked))
  const { components, broken } = split
  const contradictions = broken.filter(isOfAttacked).map((relation) => inWords(relation, puzzle))
  const wrong = [...broken]
  const pinned: Interval[] = []
  const widths: number[] = []
  for (const component of components) {
    const found = await intervalsOf(puzzle, component)
    if (!('relations' in found)) {
      pinned.push(...found.pinned)
      if (found.narrowest !== null) widths.push(found.narrowest)
      continue
    }
    wrong.push(...found.relations)
    if (found.relations.some(isOfAttacked))
      contradictions.push(found.relations.map((each) => inWords(each, puzzle)).join('; '))
  }
  return {
    hunted: [...puzzle.quantities.values()].filter(({ hunted, known }) => hunted && known === null).length,
    broken: pinned.map((interval) => brokenCell(interval, puzzle, split.none)),
    narrowest: widths.length > 0 ? Math.min(...widths) : null,
    contradictions,
    contradictory: wrong.flatMap(({ terms }) =>
      terms.flatMap(({ quantity }) => [...quantityOf(puzzle, quantity).series]),
    ),
  }
}

function brokenCell(
  { quantity, least, most, proof }: Interval,
  puzzle: Puzzle,
  none: Split['none'],
): BrokenCell {
  const { place, part, publications, threshold } = quantityOf(puzzle, quantity)
  const { agreement, indicator, period, breakdown, category } = place
  const relations = whole(proof, none)
  return {
    agreement,
    indicator,
    period,
    breakdown,
    category,
    part,
    least,
    most,
    asked: threshold - 1,
    publications: [...publications],
    pinnedBy: relations.map((relation) => ({ kind: relation.kind, sum: inWords(relation, puzzle) })),
    toldBy: shownIn(relations, puzzle),
  }
}

function shownIn(relations: readonly Relation[], puzzle: Puzzle): BrokenCell['toldBy'] {
  const keys = new Set(relations.flatMap(({ terms }) => terms.map(({ quantity }) => quantity)))
  return [...keys]
    .map((key) => quantityOf(puzzle, key))
    .flatMap(({ known, shownIn: rows }) => (known ? [rows] : []))
}

/** A proof, with what says of some of its quantities that they are none. */
function whole(proof: readonly Relation[], none: Split['none']): readonly Relation[] {
  const all = new Set(proof)
  for (const { terms } of all)
    for (const { quantity } of terms) {
      const reason = none.get(quantity)
      if (reason !== undefined) all.add(reason)
    }
  return [...all]
}

/** `leavers 2025 (315) = leavers 2025 gender=woman (141) + leavers 2025 gender=other (?)`. */
function inWords({ terms, lower, upper }: Relation, puzzle: Puzzle): string {
  const side = (sign: 1 | -1) =>
    terms
      .filter(({ coefficient }) => coefficient * sign > 0)
      .map(({ quantity, coefficient }) => {
        const factor = Math.abs(coefficient)
        return `${factor === 1 ? '' : `${factor} × `}${named(quantityOf(puzzle, quantity))}`
      })
      .join(' + ')
  const right = side(-1)
  if (right === '')
    return `${lower === -Infinity ? '' : `${lower} ≤ `}${side(1)}${upper === Infinity ? '' : ` ≤ ${upper}`}`
  return `${right} ${upper === Infinity ? '≤' : lower === -Infinity ? '≥' : '='} ${side(1)}`
}

function named({ place, part, known }: Quantity): string {
  const { indicator, period, breakdown, category } = place
  const where = breakdown === 'total' ? '' : ` ${breakdown}=${category}`
  return `${indicator}.${part} ${period}${where} (${known ?? '?'})`
}

function quantityOf(puzzle: Puzzle, key: string): Quantity {
  const quantity = puzzle.quantities.get(key)
  if (quantity === undefined) throw new Error(`No quantity ${key}`)
  return quantity
}

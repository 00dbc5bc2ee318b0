import { breakdownRelations } from './relations/breakdowns.ts'
import { figureRelations } from './relations/figures.ts'
import { flowRelations } from './relations/flows.ts'
import { identityRelations } from './relations/identities.ts'
import { periodRelations } from './relations/periods.ts'
import { componentsOf } from './components.ts'
import type { Split } from './components.ts'
import type { Epochs } from './epochs.ts'
import { linkedEpochs, separateEpochs } from './epochs.ts'
import { mergeEqual } from './merge.ts'
import type { Publication, Terms } from './publication.ts'
import type { Puzzle, Quantity, Relation } from './puzzle.ts'
import type { BrokenCell } from './report.ts'
import { layOut } from './sheet.ts'
import { withheldBefore } from './withheld-before.ts'
import { intervalsOf } from './intervals.ts'
import type { Interval } from './intervals.ts'

/** What came of attacking one agreement over all its publications. */
export interface Attack {
  readonly hunted: number
  readonly broken: readonly BrokenCell[]
  readonly narrowest: number | null
  readonly contradictions: readonly string[]
}

/**
 * Solves for every withheld number of an agreement, with all its publications joined. Where joining them
 * contradicts itself, what was taken to be unchanged was not, and each is attacked for itself.
 */
export async function attackAgreement(
  publications: readonly Publication[],
  agreement: string,
): Promise<Attack> {
  const joined = await attackWith(publications, agreement, linkedEpochs(publications))
  if (joined.contradictions.length === 0 || publications.length === 1) return joined
  return attackWith(publications, agreement, separateEpochs)
}

async function attackWith(
  publications: readonly Publication[],
  agreement: string,
  epochs: Epochs,
): Promise<Attack> {
  const puzzle: Puzzle = { quantities: new Map(), relations: [] }
  const wasWithheld = withheldBefore(publications)
  let terms: Terms | undefined
  for (const publication of publications) {
    terms = publication.agreements.find(({ id }) => id === agreement) ?? terms
    if (terms === undefined) continue
    const sheet = layOut(puzzle, publication, terms, { epochs, wasWithheld })
    for (const relate of [breakdownRelations, figureRelations, identityRelations, periodRelations])
      puzzle.relations.push(...relate(sheet))
    puzzle.relations.push(...flowRelations(puzzle, sheet))
  }
  const merged = mergeEqual(puzzle)
  const attacked = publications.at(-1)?.id ?? ''
  return solveAll(merged, componentsOf(merged), { threshold: terms?.disclosure.threshold ?? 0, attacked })
}

interface Aim {
  readonly threshold: number
  /** The publication that is attacked: what only earlier ones contradict is theirs to answer for. */
  readonly attacked: string
}

async function solveAll(
  puzzle: Puzzle,
  { components, broken }: Split,
  { threshold, attacked }: Aim,
): Promise<Attack> {
  const width = threshold - 1
  const isOfAttacked = ({ terms }: Relation) =>
    terms.some(({ quantity }) => quantityOf(puzzle, quantity).publications.has(attacked))
  const contradictions = broken.filter(isOfAttacked).map((relation) => inWords(relation, puzzle))
  const intervals: Interval[] = []
  for (const component of components) {
    const found = await intervalsOf(puzzle, component, (least, most) => most - least >= width)
    if (!('relations' in found)) intervals.push(...found)
    else if (found.relations.some(isOfAttacked))
      contradictions.push(found.relations.map((each) => inWords(each, puzzle)).join('; '))
  }
  const isPinned = ({ least, most }: Interval) => most - least < width && least < threshold && most > 0
  const held = intervals.filter((interval) => !isPinned(interval) && interval.most > 0)
  return {
    hunted: [...puzzle.quantities.values()].filter(({ hunted, known }) => hunted && known === null).length,
    broken: intervals.filter(isPinned).map((interval) => brokenCell(interval, width, puzzle)),
    narrowest: held.length > 0 ? Math.min(...held.map(({ least, most }) => most - least)) : null,
    contradictions,
  }
}

function brokenCell({ quantity, least, most, proof }: Interval, asked: number, puzzle: Puzzle): BrokenCell {
  const { place, part, publications } = quantityOf(puzzle, quantity)
  const { agreement, indicator, period, breakdown, category } = place
  return {
    agreement,
    indicator,
    period,
    breakdown,
    category,
    part,
    least,
    most,
    asked,
    publications: [...publications],
    pinnedBy: proof.map((relation) => ({ kind: relation.kind, sum: inWords(relation, puzzle) })),
  }
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

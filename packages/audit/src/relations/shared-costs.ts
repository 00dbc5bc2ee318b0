import type { CostItem } from '../publication.ts'
import type { Puzzle, Relation, Term } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'

/** What a shared cost may be allocated by. Which one it is, the publication does not say. */
const BASES = ['activity_hours', 'attendances', 'sessions'] as const
/** Parts are rounded to the öre, and what is left goes to the largest. */
const ROUNDING = 0.02

/** One activity in one period: its part of the shared cost, and what it counts of the basis. */
interface Share {
  /** As a part of one; null where it is hidden. */
  readonly of: number | null
  /** How far from it the allocation may have been rounded. */
  readonly half: number
  readonly weight: string
}

/** An activity's part of the shared cost is its part of the hours, visits or sessions: who knows the one knows the other. */
export function sharedCostRelations(puzzle: Puzzle, sheet: Sheet): Relation[] {
  const periods = [
    ...Map.groupBy(
      sheet.publication.costs.filter(({ agreement }) => agreement === sheet.terms.id),
      ({ period_type, period }) => `${period_type}|${period}`,
    ).values(),
  ]
  const possible = BASES.map((basis) => periods.map((items) => sharesOf(sheet, items, basis))).filter(
    (shares) => shares.some((each) => agrees(puzzle, each)) && shares.every((each) => mayAgree(puzzle, each)),
  )
  const [allocated, ...others] = possible
  return allocated === undefined || others.length > 0 ? [] : allocated.flatMap(allocation)
}

function sharesOf(sheet: Sheet, items: readonly CostItem[], basis: string): Share[] {
  const [some] = items
  if (some === undefined) return []
  const amountOf = (item: string, activity: string) =>
    items.find((each) => each.item === item && each.activity === activity)?.amount ?? null
  const whole = amountOf('cost_shared', '')
  if (whole === null || whole <= 0) return []
  return sheet.terms.activities.flatMap(({ id }) => {
    const weight = sheet.find(basis, { ...some, breakdown: 'activity', category: id }, 'value')
    const part = amountOf('cost_shared', id) ?? difference(amountOf('cost', id), amountOf('cost_direct', id))
    return weight === undefined
      ? []
      : [{ of: part === null ? null : part / whole, half: ROUNDING / whole, weight }]
  })
}

const difference = (all: number | null, some: number | null): number | null =>
  all === null || some === null ? null : all - some

/** Whether two parts or more are in proportion to what is shown of the basis, and not all the same. */
function agrees(puzzle: Puzzle, shares: readonly Share[]): boolean {
  const parts = knownOf(puzzle, shares).flatMap(({ part }) => (part > 0 ? [part] : []))
  return mayAgree(puzzle, shares) && new Set(parts).size > 1
}

function mayAgree(puzzle: Puzzle, shares: readonly Share[]): boolean {
  const known = knownOf(puzzle, shares)
  const parts = known.reduce((sum, { part }) => sum + part, 0)
  const weights = known.reduce((sum, { weight }) => sum + weight, 0)
  return known.every(
    ({ part, weight, half }) =>
      Math.abs(part * weights - weight * parts) <= half * (1 + known.length) * weights + 1e-9,
  )
}

/** The shares of which both the part of the cost and the weight are shown. */
function knownOf(puzzle: Puzzle, shares: readonly Share[]) {
  return shares.flatMap(({ of: part, half, weight: key }) => {
    const weight = puzzle.quantities.get(key)?.known ?? null
    return part === null || weight === null ? [] : [{ part, weight, half }]
  })
}

/** Each activity's weight is its part of the sum of all weights, as far as rounding tells. */
function allocation(shares: readonly Share[]): Relation[] {
  return shares.flatMap(({ of, half, weight }) => {
    if (of === null) return []
    const terms = (part: number): Term[] =>
      shares.map((each) => ({
        quantity: each.weight,
        coefficient: each.weight === weight ? 1 - part : -part,
      }))
    return [
      { kind: 'shared_cost' as const, terms: terms(of - half), lower: 0, upper: Infinity },
      { kind: 'shared_cost' as const, terms: terms(of + half), lower: -Infinity, upper: 0 },
    ]
  })
}

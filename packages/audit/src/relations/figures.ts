import type { Figure } from '../publication.ts'
import type { Relation, Term } from '../puzzle.ts'
import { sumIs } from '../puzzle.ts'
import type { Entry, Sheet } from '../sheet.ts'
import { hasUnknownInside } from '../sheet.ts'

const BASE_OF_COST: Readonly<Record<string, string>> = { municipality: 'funding_paid', cost: 'cost' }

/** What holds inside one published row: the parts of a share, its percentage, a unit cost. */
export function figureRelations(sheet: Sheet): Relation[] {
  return sheet.entries.flatMap((entry) =>
    entry.book.kind === 'share'
      ? [...partsOfShare(entry), ...percentage(entry), ...bound(entry)]
      : entry.book.kind === 'ratio'
        ? unitCost(sheet, entry)
        : [],
  )
}

function partsOfShare({ parts, book }: Entry): Relation[] {
  const [numerator, denominator, complement] = [
    parts.get('numerator'),
    parts.get('denominator'),
    parts.get('complement'),
  ]
  const [unknown, others] = [parts.get('unknown'), parts.get('others')]
  if (numerator === undefined || denominator === undefined || complement === undefined) return []
  const relations = [sumIs('parts_of_share', [numerator, complement], denominator)]
  if (hasUnknownInside(book) && unknown !== undefined && others !== undefined)
    relations.push(sumIs('parts_of_share', [others, unknown], complement))
  return relations
}

/** 13.3 per cent of 30 is 4: however the share was rounded, its numerator lies that close. */
function percentage({ figure, parts }: Entry): Relation[] {
  const [numerator, denominator] = [parts.get('numerator'), parts.get('denominator')]
  if (figure.value === '' || numerator === undefined || denominator === undefined) return []
  const { value, half } = asPublished(figure.value, 0)
  const terms = (share: number): Term[] => [
    { quantity: numerator, coefficient: 1 },
    { quantity: denominator, coefficient: -share },
  ]
  return [
    { kind: 'share_of_base', terms: terms(value - half), lower: -1e-6, upper: Infinity },
    { kind: 'share_of_base', terms: terms(value + half), lower: -Infinity, upper: 1e-6 },
  ]
}

function bound({ figure, parts, book }: Entry): Relation[] {
  const [unknown, numerator, denominator] = [
    parts.get('unknown'),
    parts.get('numerator'),
    parts.get('denominator'),
  ]
  if (figure.upper_bound === null || unknown === undefined) return []
  if (numerator === undefined || denominator === undefined) return []
  const share = figure.upper_bound
  const terms: Term[] = [
    { quantity: numerator, coefficient: 1 },
    { quantity: unknown, coefficient: hasUnknownInside(book) ? 1 : 1 - share },
    { quantity: denominator, coefficient: -share },
  ]
  // published with twelve decimals; denominators are far below a million
  return [{ kind: 'bound_of_share', terms, lower: -1e-4, upper: 1e-4 }]
}

/** Total cost is public, so a unit cost tells the number that it is per. */
function unitCost({ entries }: Sheet, { figure, parts }: Entry): Relation[] {
  const denominator = parts.get('denominator')
  const amount = figure.numerator ?? publicAmount(entries, figure)
  if (figure.value === '' || amount === null || denominator === undefined) return []
  const { value, half } = asPublished(figure.value, 2)
  return [
    limit(denominator, value - half, -Infinity, amount),
    limit(denominator, value + half, amount, Infinity),
  ]
}

const limit = (quantity: string, coefficient: number, lower: number, upper: number): Relation => ({
  kind: 'unit_cost',
  terms: [{ quantity, coefficient }],
  lower,
  upper,
})

function publicAmount(entries: readonly Entry[], figure: Figure): number | null {
  const indicator = BASE_OF_COST[figure.basis]
  const row = entries.find(
    ({ figure: other }) =>
      other.indicator === indicator &&
      other.period_type === figure.period_type &&
      other.period === figure.period &&
      other.breakdown === figure.breakdown &&
      other.category === figure.category,
  )
  return row === undefined || row.figure.value === '' ? null : Number(row.figure.value)
}

/** A published number, and how far from it the number may be that was rounded to it. */
function asPublished(text: string, atLeastDecimals: number): { value: number; half: number } {
  const decimals = Math.max(text.split('.')[1]?.length ?? 0, atLeastDecimals)
  return { value: Number(text), half: 0.5 * 10 ** -decimals }
}

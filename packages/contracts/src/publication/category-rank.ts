import type { PublishedAgreement } from './manifest.ts'
import type { ResultRow } from './tables.ts'

const GENDERS = ['woman', 'man', 'other']

/** Where a category stands among its siblings: as agreed, by age, unknown last. */
export function categoryRank(
  { breakdown, category }: Pick<ResultRow, 'breakdown' | 'category'>,
  agreement: PublishedAgreement,
): number {
  if (category === 'unknown') return Infinity
  if (breakdown === 'activity') return agreement.activities.findIndex(({ id }) => id === category)
  if (breakdown === 'age_group') return Number.parseInt(category, 10)
  return breakdown === 'gender' ? GENDERS.indexOf(category) : 0
}

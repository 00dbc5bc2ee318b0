import type { PublishedAgreement, ResultRow } from '@utfall/contracts'
import type { Words } from './words.ts'

/** What a category of a breakdown is called: an activity's name, `16–19 år`, `Kvinnor`. */
export function categoryName(
  { breakdown, category }: Pick<ResultRow, 'breakdown' | 'category'>,
  agreement: PublishedAgreement,
  words: Words,
): string {
  const { codes } = words.say
  if (category === 'unknown') return codes.unknown[breakdown] ?? category
  if (breakdown === 'activity')
    return agreement.activities.find(({ id }) => id === category)?.name ?? category
  const age = /^(\d+)(?:[-–](\d+)|\+)$/.exec(category)
  if (breakdown === 'age_group' && age?.[1]) {
    return age[2] ? codes.ageGroup(age[1], age[2]) : codes.ageOver(age[1])
  }
  return codes.category[category] ?? category
}

import { addDays, addMonths } from '../days.ts'
import type { EngagementFact, StatusFact } from '../facts.ts'
import type { Random } from '../random.ts'
import { AS_OF } from './opening.ts'

const FOLLOWUPS = [
  [3, 'followup_3'],
  [6, 'followup_6'],
  [12, 'followup_12'],
] as const

/** What the staff note of those who are enrolled: at start and now and then, at exit, and when they call afterwards. */
export function statusesOf(random: Random, engagements: readonly EngagementFact[]): StatusFact[] {
  return engagements
    .flatMap((engagement) => [
      ...associationLife(random, engagement),
      ...housing(random, engagement),
      ...occupation(random, engagement),
    ])
    .filter(({ date }) => date <= AS_OF)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** Few are active in an association when they come; more are half a year later. */
function associationLife(random: Random, { person, start, end }: EngagementFact): StatusFact[] {
  if (!random.chance(0.6)) return []
  const before = random.chance(0.27)
  const domain = 'association_life'
  const first: StatusFact = { person, date: start, domain, value: note(before), stage: 'start' }
  const later = addDays(start, random.int(90, 200))
  if (!random.chance(0.7) || later > (end ?? AS_OF)) return [first]
  const value = random.chance(0.04) ? 'unknown' : note(before || random.chance(0.4))
  return [first, { person, date: later, domain, value, stage: 'update' }]
}

const note = (active: boolean): string => (active ? 'active' : 'inactive')

function housing(random: Random, { person, start }: EngagementFact): StatusFact[] {
  if (!random.chance(0.08)) return []
  const value = random.pick(['with_parents', 'own_home', 'temporary'])
  return [{ person, date: start, domain: 'housing', value, stage: 'start' }]
}

function occupation(random: Random, { person, end, reason }: EngagementFact): StatusFact[] {
  if (end === null || reason === null || reason === 'unknown') return []
  const atExit =
    reason === 'work' || reason === 'studies' ? reason : random.pick(['unemployed', 'neither', 'studies'])
  const exit: StatusFact = { person, date: end, domain: 'occupation', value: atExit, stage: 'exit' }
  const asked = FOLLOWUPS.filter(() => random.chance(0.65)).map(([months, stage]): StatusFact => {
    const keeps = random.chance(0.82)
    return {
      person,
      date: addDays(addMonths(end, months), random.int(-20, 25)),
      domain: 'occupation',
      value: keeps ? atExit : random.pick(['work', 'studies', 'unemployed', 'neither']),
      stage,
    }
  })
  return [exit, ...asked]
}

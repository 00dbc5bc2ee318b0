import type { Day } from '../days.ts'
import { addDays } from '../days.ts'
import type { MembershipFact, Span } from '../facts.ts'
import type { Random } from '../random.ts'
import type { Young } from './population.ts'

const PARTNER = 'Möjligheternas Plats'

/** Sends its own register; the municipality's has it not. */
export const SPORTS_CLUB = 'Edsbergs Basketvänner'

/** Sends its member list once, beside the municipality's register. */
export const SCOUT_GROUP = 'Norrvikens Scoutkår'

/** Invented names. */
const ASSOCIATIONS = [
  SPORTS_CLUB,
  'Häggviks Danssällskap',
  'Rotebro Kamratförening',
  'Tureberg Unga Schack',
  SCOUT_GROUP,
  'Sollentuna Ungdomsteater',
  'Vibyskogens Orienterare',
  'Helenelunds Simsällskap',
]

/** The municipality's register, once a tertial, for those who take part. The last tertial's has not come yet. */
export const REGISTERS: readonly (Span & { readonly code: string })[] = [
  { code: '2025-T1', start: '2025-01-01', end: '2025-04-30' },
  { code: '2025-T2', start: '2025-05-01', end: '2025-08-31' },
  { code: '2025-T3', start: '2025-09-01', end: '2025-12-31' },
  { code: '2026-T1', start: '2026-01-01', end: '2026-04-30' },
  { code: '2026-T2', start: '2026-05-01', end: '2026-08-31' },
]

/** Memberships of those with a number: the register knows no one else. */
export function membershipsOf(random: Random, people: readonly Young[]): MembershipFact[] {
  return people
    .filter(({ hasNumber }) => hasNumber)
    .flatMap((person) => {
      const wasMember = random.chance(0.36)
      const joins = !wasMember && random.chance(0.5)
      const inPartner = random.chance(0.15)
      const start = wasMember
        ? addDays(person.arrives, -random.int(100, 1800))
        : addDays(person.arrives, random.int(30, 240))
      const lapses = random.chance(0.2)
      const end = lapses ? addDays(start, random.int(200, 900)) : null
      const membership = { person: person.id, association: random.pick(ASSOCIATIONS), start, end }
      const partner = { person: person.id, association: PARTNER, start: person.arrives, end: null }
      return [...(wasMember || joins ? [membership] : []), ...(inPartner ? [partner] : [])]
    })
}

/** What a register can know on its day: those who have come, memberships that have begun, ends that have been. */
export function knownOn(
  day: Day,
  memberships: readonly MembershipFact[],
  arrivals: ReadonlyMap<string, Day>,
): MembershipFact[] {
  return memberships
    .filter(({ person, start }) => (arrivals.get(person) ?? day) <= day && start <= day)
    .map((membership) => ({
      ...membership,
      end: membership.end !== null && membership.end <= day ? membership.end : null,
    }))
}

import type { AttendanceFact } from '../facts.ts'
import type { Random } from '../random.ts'
import { daysOn, isTermDay } from './opening.ts'
import type { Young } from './population.ts'

const GROUPS = [
  { name: 'Bollspel', weekday: 1, start: '18:00', end: '19:30', minutes: 90 },
  { name: 'Musikverkstad', weekday: 3, start: '17:00', end: '18:45', minutes: 105 },
  { name: 'Dans', weekday: 4, start: '17:30', end: '19:00', minutes: 90 },
  { name: 'Klättring', weekday: 6, start: '11:00', end: '13:00', minutes: 120 },
  { name: 'Lördagsboll', weekday: 6, start: '14:00', end: '15:30', minutes: 90 },
] as const

/** A meeting that was cut short is no meeting for the activity grant. */
const cutShort = { '18:00': '18:45', '17:00': '17:45', '17:30': '18:15', '11:00': '11:45', '14:00': '14:45' }

/** Weekly leisure groups in term time. Some take part in two, on Saturdays even on one day. */
export function leisureAttendance(random: Random, people: readonly Young[]): AttendanceFact[] {
  const members = people
    .filter(({ calling }) => calling === 'aktiv-fritid')
    .map((person) => {
      const [first, second] = random.shuffled(GROUPS.map(({ name }) => name))
      return { person, groups: random.chance(0.3) ? [first, second] : [first] }
    })
  return GROUPS.flatMap((group) =>
    daysOn([group.weekday], isTermDay).flatMap((date) => {
      const short = random.chance(0.04)
      const hours = short
        ? { start: group.start, end: cutShort[group.start], minutes: 45 }
        : { start: group.start, end: group.end, minutes: group.minutes }
      const row = (person: string, role: AttendanceFact['role']): AttendanceFact => ({
        date,
        activity: 'aktiv-fritid',
        person,
        session: group.name,
        ...hours,
        mark: 'present',
        role,
      })
      const here = members.filter(
        ({ person, groups }) =>
          groups.includes(group.name) &&
          date >= person.arrives &&
          date <= person.leaves &&
          random.chance(0.72),
      )
      const led = random.chance(0.97)
      return here.length === 0
        ? []
        : [
            ...(led ? [row('LED-3', 'leader')] : []),
            ...here.map(({ person }) => row(person.id, 'participant')),
          ]
    }),
  )
}

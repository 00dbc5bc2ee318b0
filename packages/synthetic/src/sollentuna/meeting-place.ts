import { addDays, weekday } from '../days.ts'
import type { AttendanceFact, HeadcountFact } from '../facts.ts'
import type { Random } from '../random.ts'
import { daysOn, isShut, isTermDay, season } from './opening.ts'
import type { Young } from './population.ts'

const ACTIVITY = 'motesplats'
const FRIDAY = 5

/** Evenings, Tuesday to Friday; longer on Fridays. */
const evening = (day: string) =>
  weekday(day) === FRIDAY
    ? { start: '17:00', end: '22:00', minutes: 300 }
    : { start: '17:00', end: '21:00', minutes: 240 }
const HOMEWORK = { start: '15:00', end: '16:30', minutes: 90 }
const openEvenings = daysOn([2, 3, 4, FRIDAY], (day) => !isShut(day))

/** Those who sign in at the meeting place, and who opens it for them. */
export function meetingPlaceAttendance(random: Random, people: readonly Young[]): AttendanceFact[] {
  const regulars = people
    .filter(({ visitsMeetingPlace }) => visitsMeetingPlace)
    .map((person) => ({ person, habit: 0.08 + 0.36 * random.next() ** 2 }))
  return openEvenings.flatMap((date) => {
    const helpWithHomework = isTermDay(date) && [2, 4].includes(weekday(date))
    const mood = season(date) * (weekday(date) === FRIDAY ? 1.35 : 1)
    const rows = staff(random, date, evening(date))
    for (const { person, habit } of regulars) {
      const first = date === person.arrives || (date > person.arrives && date <= addDays(person.arrives, 3))
      const isHere = date >= person.arrives && date <= person.leaves
      if (!isHere || !random.chance(first ? 0.8 : habit * mood)) continue
      const comesEarly = helpWithHomework && person.birthYear > 2006 && random.chance(0.25)
      if (comesEarly) rows.push(present(date, person.id, HOMEWORK))
      if (!comesEarly || random.chance(0.8)) rows.push(present(date, person.id, evening(date)))
    }
    const leftOnlyBirthDate = random.chance(0.05)
    return leftOnlyBirthDate ? [...rows, onlyBirthDate(random, date)] : rows
  })
}

/** Those who are counted at the door without signing in: girls and boys apart in the months that the staff had time. */
export function meetingPlaceHeadcount(random: Random): HeadcountFact[] {
  return openEvenings.flatMap((date): HeadcountFact[] => {
    const many = Math.max(0, Math.round(random.normal(14, 4) * season(date)))
    const counted = { date, activity: ACTIVITY, ...evening(date) }
    if (Number(date.slice(5, 7)) % 3 !== 0) return [{ ...counted, count: many, gender: null }]
    const girls = Math.round(many * (0.3 + 0.3 * random.next()))
    return [
      { ...counted, count: girls, gender: 'woman' },
      { ...counted, count: many - girls, gender: 'man' },
    ]
  })
}

type Hours = Pick<AttendanceFact, 'start' | 'end' | 'minutes'>

const present = (date: string, person: string | null, hours: Hours): AttendanceFact => ({
  date,
  activity: ACTIVITY,
  person,
  session: '',
  ...hours,
  mark: 'present',
  role: 'participant',
})

function staff(random: Random, date: string, hours: Hours): AttendanceFact[] {
  const leader = { ...present(date, random.pick(['LED-1', 'LED-2']), hours), role: 'leader' as const }
  const volunteer = {
    ...present(date, random.pick(['VOL-1', 'VOL-2', 'VOL-3']), hours),
    role: 'volunteer' as const,
  }
  return random.chance(0.6) ? [leader, volunteer] : [leader]
}

function onlyBirthDate(random: Random, date: string): AttendanceFact {
  const birthDate = addDays('2008-01-01', random.int(0, 1400))
  return { ...present(date, null, evening(date)), birthDate }
}

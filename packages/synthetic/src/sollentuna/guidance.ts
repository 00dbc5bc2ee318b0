import type { Day } from '../days.ts'
import { addDays, earliest, weekday, yearOf } from '../days.ts'
import type { AttendanceFact } from '../facts.ts'
import type { Random } from '../random.ts'
import { AS_OF, isShut } from './opening.ts'
import type { Young } from './population.ts'

/** Career guidance: conversations of one to one, on weekdays, from the day they come until they go. */
export function guidanceAttendance(random: Random, people: readonly Young[]): AttendanceFact[] {
  const held: { date: Day; person: string; minutes: number }[] = []
  for (const person of people.filter(({ calling }) => calling === 'karriarvagledning')) {
    const until = earliest(person.leaves, AS_OF)
    for (let date = person.arrives; date <= until; date = addDays(date, random.int(9, 30))) {
      const booked = nextWeekday(date)
      if (booked <= until)
        held.push({ date: booked, person: person.id, minutes: random.pick([30, 45, 45, 60]) })
    }
  }
  const numbers = new Map<number, number>()
  return held
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, person, minutes }) => {
      const number = (numbers.get(yearOf(date)) ?? 0) + 1
      numbers.set(yearOf(date), number)
      return {
        date,
        activity: 'karriarvagledning',
        person,
        session: `Samtal ${number}`,
        start: '',
        end: '',
        minutes,
        mark: random.chance(0.93) ? ('present' as const) : ('absent' as const),
        role: 'participant' as const,
      }
    })
}

function nextWeekday(day: Day): Day {
  let next = day
  while (weekday(next) > 5 || isShut(next)) next = addDays(next, 1)
  return next
}

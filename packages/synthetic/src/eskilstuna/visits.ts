import type { Day } from '../days.ts'
import { eachDay, monthOf, weekday } from '../days.ts'
import type { HeadcountFact } from '../facts.ts'
import { isHoliday } from '../holidays.ts'
import type { Random } from '../random.ts'

export const ESKILSTUNA_START = '2018-12-01'
export const ESKILSTUNA_END = '2021-11-30'

const MORNING = { start: '09:00', end: '12:00', minutes: 180 }
const AFTERNOON = { start: '13:00', end: '16:00', minutes: 180 }

/** Visits on an ordinary day, from each date: people find the place, stay away in the pandemic and come back. */
const LEVELS: readonly (readonly [Day, number])[] = [
  ['2018-12-01', 41],
  ['2019-02-01', 47],
  ['2019-05-01', 53],
  ['2019-10-01', 60],
  ['2020-03-16', 27],
  ['2020-06-01', 36],
  ['2020-09-01', 46],
  ['2020-11-15', 38],
  ['2021-03-01', 44],
  ['2021-06-01', 54],
  ['2021-09-01', 62],
]

/** Every weekday that is no holiday; women and men apart in every other month. */
export function dayCentreVisits(random: Random): HeadcountFact[] {
  const open = eachDay(ESKILSTUNA_START, ESKILSTUNA_END).filter((day) => weekday(day) <= 5 && !isHoliday(day))
  return open.flatMap((date) => {
    const level = LEVELS.findLast(([from]) => from <= date)?.[1] ?? 0
    const holidayMonth = monthOf(date) === 7 ? 0.85 : 1
    const visits = Math.max(8, Math.round(random.normal(level * holidayMonth, level * 0.11)))
    const morning = Math.round(visits * (0.52 + 0.14 * random.next()))
    return [...counted(random, date, morning, MORNING), ...counted(random, date, visits - morning, AFTERNOON)]
  })
}

function counted(
  random: Random,
  date: Day,
  count: number,
  hours: Pick<HeadcountFact, 'start' | 'end' | 'minutes'>,
): HeadcountFact[] {
  const row = { date, activity: 'oppen-dagverksamhet', ...hours }
  if (monthOf(date) % 2 === 1) return [{ ...row, count, gender: null }]
  const women = Math.round(count * (0.2 + 0.16 * random.next()))
  return [
    { ...row, count: women, gender: 'woman' },
    { ...row, count: count - women, gender: 'man' },
  ]
}

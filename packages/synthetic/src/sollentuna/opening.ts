import type { Day } from '../days.ts'
import { addDays, eachDay, monthOf, weekday, yearOf } from '../days.ts'
import { easterSunday, isHoliday, midsummerEve } from '../holidays.ts'

/** The world of the sample: from the agreement's start to the day that the autumn 2026 publication speaks of. */
export const SOLLENTUNA_START = '2025-03-01'
export const AS_OF = '2026-10-31'

/** Monday of an ISO week. */
const weekStart = (year: number, week: number): Day => {
  const fourth = `${year}-01-04`
  return addDays(fourth, 1 - weekday(fourth) + 7 * (week - 1))
}

const inWeek = (day: Day, week: number): boolean => {
  const start = weekStart(yearOf(day), week)
  return day >= start && day <= addDays(start, 6)
}

/** The meeting place shuts from Midsummer to week 31, over Christmas and on public holidays. */
export function isShut(day: Day): boolean {
  const summer = day >= midsummerEve(yearOf(day)) && day < weekStart(yearOf(day), 32)
  const christmas = day.slice(5) >= '12-22' || day.slice(5) <= '01-06'
  return summer || christmas || isHoliday(day)
}

/** Courses and groups follow the school: terms, without winter, Easter and autumn break. */
export function isTermDay(day: Day): boolean {
  const easter = easterSunday(yearOf(day))
  const easterBreak = day >= addDays(easter, -6) && day <= addDays(easter, 6)
  const spring = day.slice(5) >= '01-12' && day.slice(5) <= '06-11'
  const autumn = day.slice(5) >= '08-20' && day.slice(5) <= '12-18'
  const otherBreak = inWeek(day, 9) || inWeek(day, 44)
  return (spring || autumn) && !easterBreak && !otherBreak && !isShut(day)
}

/** Visits against an ordinary month: fewer in early summer and just after it. */
export const season = (day: Day): number => ({ 6: 0.6, 8: 0.7, 1: 0.9, 11: 1.1 })[monthOf(day)] ?? 1

/** Days of the agreement up to `end` that fall on one of the weekdays (1 is Monday) and pass. */
export const daysOn = (weekdays: readonly number[], passes: (day: Day) => boolean, end = AS_OF): Day[] =>
  eachDay(SOLLENTUNA_START, end).filter((day) => weekdays.includes(weekday(day)) && passes(day))

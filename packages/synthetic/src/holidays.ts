import type { Day } from './days.ts'
import { addDays, weekday, yearOf } from './days.ts'

/** Easter Sunday, Gregorian (the anonymous algorithm of 1876, after Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const m = Math.floor((a + 11 * h) / 319)
  const r = (2 * e + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7
  const month = Math.floor((h - m + r + 90) / 25)
  const day = (h - m + r + month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Friday between 19 and 25 June. */
export function midsummerEve(year: number): Day {
  const first = `${year}-06-19`
  return addDays(first, (5 - weekday(first) + 7) % 7)
}

/**
 * Public holidays by law (1989:253) but Sundays, and the eves that the holidays act treats as Sundays
 * (1977:480): Midsummer, Christmas and New Year's Eve.
 */
export function isHoliday(day: Day): boolean {
  const year = yearOf(day)
  const easter = easterSunday(year)
  const allSaints = `${year}-10-31`
  const moving = [
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    addDays(easter, 39),
    addDays(easter, 49),
    midsummerEve(year),
    addDays(midsummerEve(year), 1),
    addDays(allSaints, (6 - weekday(allSaints) + 7) % 7),
  ]
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']
  return moving.includes(day) || fixed.includes(day.slice(5))
}

/** That day, or the next one when banks are shut. */
export function bankDay(day: Day): Day {
  return weekday(day) > 5 || isHoliday(day) ? bankDay(addDays(day, 1)) : day
}

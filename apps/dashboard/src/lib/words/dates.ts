import type { Language } from '@utfall/contracts'

const LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

const write = (day: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** 31 augusti 2026. */
export const longDay = (day: string, language: Language): string =>
  write(day, language, { day: 'numeric', month: 'long', year: 'numeric' })

/** augusti 2026. */
const monthOf = (day: string, language: Language): string =>
  write(day, language, { month: 'long', year: 'numeric' })

/** maj–augusti 2026, mars 2025–februari 2028, 2025: the months that a span of days covers, in words. */
export function months(start: string, end: string, language: Language): string {
  if (isWholeYear(start, end)) return start.slice(0, 4)
  if (start.slice(0, 7) === end.slice(0, 7)) return monthOf(end, language)
  const from = sameYear(start, end) ? write(start, language, { month: 'long' }) : monthOf(start, language)
  return `${from}–${monthOf(end, language)}`
}

/** The same on two short lines, for an axis: `maj–aug` over `2026`. */
export function shortMonths(start: string, end: string, language: Language): readonly [string, string] {
  if (isWholeYear(start, end)) return [start.slice(0, 4), '']
  const from = shortMonth(start, language)
  const to = shortMonth(end, language)
  const years = sameYear(start, end) ? end.slice(0, 4) : `${start.slice(0, 4)}–${end.slice(2, 4)}`
  return [from === to ? from : `${from}–${to}`, years]
}

/** The day in Stockholm on which an instant falls, as ISO text. */
export const stockholmDay = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(instant)

const shortMonth = (day: string, language: Language): string =>
  write(day, language, { month: 'short' }).replace('.', '')

const sameYear = (start: string, end: string): boolean => start.slice(0, 4) === end.slice(0, 4)

const isWholeYear = (start: string, end: string): boolean =>
  sameYear(start, end) && start.endsWith('-01-01') && end.endsWith('-12-31')

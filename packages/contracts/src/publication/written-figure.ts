import type { Unit } from '../indicator.ts'
import type { Language } from '../sentence.ts'
import type { CELL_STATUSES } from './tables.ts'

type CellStatus = (typeof CELL_STATUSES)[number]

const LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** Stands where a figure would: withheld, not computable, no data. */
export const SIGNS = {
  suppressed: '..',
  too_few: '..',
  not_computable: '.',
  no_data: '–',
  not_due: '–',
} as const

/** 1 450 000 in Swedish, with no-break spaces; 1,450,000 in English. */
export function number(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/** 43 % of the fraction 0.432; 43,2 % with one decimal. */
export function share(fraction: number, language: Language, decimals = 0): string {
  return `${number(fraction * 100, language, decimals)}${language === 'sv' ? '\u00A0%' : '%'}`
}

export function kronor(amount: number, language: Language): string {
  return language === 'sv' ? `${number(amount, language)}\u00A0kr` : `SEK\u00A0${number(amount, language)}`
}

/** `+3,1`: a change always tells its direction. */
function change(value: number, language: Language): string {
  return value > 0 ? `+${number(value, language, 1)}` : number(value, language, 1)
}

/** How a value of each unit is written. `precise` is for tables, where there is room for a decimal. */
export function quantity(value: number, unit: Unit, language: Language, precise = false): string {
  switch (unit) {
    case 'share':
      return share(value, language, precise ? 1 : 0)
    case 'kronor':
      return kronor(value, language)
    case 'points':
      return change(value, language)
    case 'events_per_day':
    case 'days':
    case 'months':
      return number(value, language, 1)
    case 'people':
    case 'events':
    case 'hours':
    case 'goals':
      return number(value, language)
  }
}

interface Figure {
  readonly value: number | null
  readonly unit: Unit
  readonly status: CellStatus
}

/** The figure, or the sign that stands in its place. */
export function writtenFigure({ value, unit, status }: Figure, language: Language, precise = false): string {
  if (status !== 'ok') return SIGNS[status]
  return value === null ? SIGNS.no_data : quantity(value, unit, language, precise)
}

/** A target is written as it was decided: `50`, not `50,0`. */
export function writtenTarget(target: number, unit: Unit, language: Language): string {
  return unit === 'events_per_day' && Number.isInteger(target)
    ? number(target, language)
    : quantity(target, unit, language)
}

/** As a word stands first in a sentence or a cell. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

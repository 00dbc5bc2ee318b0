import type { CELL_STATUSES, ResultRow, Unit } from '@utfall/contracts'
import { SIGNS, number, quantity } from '@utfall/contracts/written-figure'
import { UNIT_WORDS } from '../code-words.ts'

interface Figure {
  readonly value: number | null
  readonly unit: Unit
  readonly status: (typeof CELL_STATUSES)[number]
}

/** The figure, or the sign that stands in its place. */
export function figureOrSign({ value, unit, status }: Figure): string {
  if (status !== 'ok') return SIGNS[status]
  return value === null ? SIGNS.no_data : figure(value, unit)
}

/** `41,0 %`, `1 450 000 kr`, `85,0 dagar`: a figure whose title does not tell its unit stands with it. */
function figure(value: number, unit: Unit): string {
  const written = quantity(value, unit, 'sv', true)
  return ['points', 'days', 'months'].includes(unit) ? `${written} ${UNIT_WORDS[unit].sv}` : written
}

/** As it was decided: `40 %`, `50`. */
export const targetInWords = (target: number, unit: Unit): string =>
  unit === 'events_per_day' && Number.isInteger(target) ? number(target, 'sv') : quantity(target, unit, 'sv')

/** `36,5–45,7 %`; empty where there is no interval. */
export function interval(low: number | null, high: number | null, unit: Unit): string {
  if (low === null || high === null) return ''
  const lower = unit === 'share' ? number(low * 100, 'sv', 1) : quantity(low, unit, 'sv', true)
  const dash = unit === 'points' ? ' till ' : '–'
  return `${lower}${dash}${quantity(high, unit, 'sv', true)}`
}

/** What a quotient was counted on: `107 av 263`, `5 482 / 202`, or the number that a mean or a median rests on. */
export function countedOn({ unit, status, numerator, denominator }: ResultRow): string {
  if (status !== 'ok' || denominator === null) return ''
  if (numerator === null) return number(denominator, 'sv')
  const [part, whole] = [number(numerator, 'sv'), number(denominator, 'sv')]
  return unit === 'share' ? `${part} av ${whole}` : `${part} / ${whole}`
}

export function periodName({ period_type, period }: Pick<ResultRow, 'period_type' | 'period'>): string {
  if (period_type === 'agreement') return 'Hela avtalet'
  return period_type === 'agreement_year' ? `Avtalsår ${period}` : period
}

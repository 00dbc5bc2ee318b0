import type { ResultRow, Unit } from '@utfall/contracts'
import { number, quantity, writtenFigure } from '@utfall/contracts/written-figure'
import { UNIT_WORDS } from '../figure-words.ts'

/** `41,0 %`, `1 450 000 kr`, `85,0 dagar`: with its unit where a title does not tell it; or the sign in its place. */
export function figureOrSign(figure: Pick<ResultRow, 'value' | 'unit' | 'status'>): string {
  const written = writtenFigure(figure, 'sv', true)
  const isShown = figure.status === 'ok' && figure.value !== null
  return isShown && ['points', 'days', 'months'].includes(figure.unit)
    ? `${written} ${UNIT_WORDS[figure.unit].sv}`
    : written
}

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

import type { Day } from './days.ts'
import { monthOf, yearOf } from './days.ts'
import type { RowRemark } from './delivery.ts'
import { checkDigit, writeNumber } from './identity.ts'
import type { NumberForm } from './identity.ts'

/** An identity as a sender writes it; the sender's own id as it is. */
export const writeIdentity = (id: string, form: NumberForm): string =>
  isNumber(id) ? writeNumber(id, form) : id

/** What is pointed out in any row with this identity. */
export const remarksOn = (id: string): RowRemark[] =>
  isNumber(id) && Number(id[11]) !== checkDigit(id.slice(2, 11)) ? ['wrong_check_digit'] : []

const isNumber = (id: string): boolean => /^\d{12}$/.test(id)

/** `20250301` */
export const compactDate = (day: Day): string => day.replaceAll('-', '')
/** `1/3 2025` */
export const spokenDate = (day: Day): string => `${Number(day.slice(8))}/${monthOf(day)} ${yearOf(day)}`
/** `362 500,00` */
export function swedishAmount(hundredths: number): string {
  const whole = String(Math.floor(hundredths / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ' ')
  return `${whole},${String(hundredths % 100).padStart(2, '0')}`
}

/** Files by the code that a row's day falls in, in the order of the codes. */
export function filesBy<T>(rows: readonly T[], codeOf: (row: T) => string): [string, T[]][] {
  const files = Map.groupBy(rows, codeOf)
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

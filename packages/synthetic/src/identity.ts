import type { Day } from './days.ts'
import { addDays } from './days.ts'
import type { Random } from './random.ts'

/** How a sender writes an identity number. */
export type NumberForm = 'twelve' | 'twelve_hyphen' | 'ten_hyphen'

/**
 * Identity numbers for tests. Skatteverket never assigns the birth numbers 238 (women) and 239 (men): its open
 * data set "Testpersonnummer" has exactly these two for each day in the years that are used here.
 * @returns twelve digits
 */
export function testNumber(birth: Day, gender: 'woman' | 'man'): string {
  const nine = `${birth.slice(2).replaceAll('-', '')}${gender === 'woman' ? '238' : '239'}`
  return `${birth.slice(0, 2)}${nine}${checkDigit(nine)}`
}

/** A test number that nobody has had, born in that year. Takes it from the numbers that are left. */
export function drawTestNumber(
  random: Random,
  taken: Set<string>,
  year: number,
  gender: 'woman' | 'man',
): string {
  for (;;) {
    const candidate = testNumber(addDays(`${year}-01-01`, random.int(0, 364)), gender)
    if (!taken.has(candidate)) {
      taken.add(candidate)
      return candidate
    }
  }
}

/** The same number with the check digit that a slip of the pen gives. */
export function withWrongCheckDigit(number: string): string {
  return `${number.slice(0, 11)}${(Number(number[11]) + 3) % 10}`
}

export function writeNumber(number: string, form: NumberForm): string {
  if (form === 'twelve') return number
  const hyphened = `${number.slice(0, 8)}-${number.slice(8)}`
  return form === 'twelve_hyphen' ? hyphened : hyphened.slice(2)
}

/** The Luhn digit over nine digits. */
export function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

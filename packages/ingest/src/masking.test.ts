import fc from 'fast-check'
import { expect, test } from 'vitest'
import { masked } from './masking.ts'

test.each([
  ['8001011234', '•••'],
  ['19800101-1234', '•••'],
  ['800101+1234', '•••'],
  ['800101–1234', '•••'],
  ['1980-01-01-1234', '•••'],
  ['19800101 - 1234 och 200101611234', '••• och •••'],
  ['8001011234 9001011234 7001011234', '••• ••• •••'],
  ['ring Åsa (800161-T123)!', 'ring Åsa (•••)!'],
  ['narvaro-198001011234.csv', 'narvaro-•••.csv'],
  ['198001012012-01-rapport', '•••-01-rapport'],
  ['1980-01-01-2012', '•••'],
])('%s is shown as %s', (text, shown) => {
  expect(masked(text)).toBe(shown)
})

test.each([
  '802400-1234',
  '2025-03-01',
  '2025-03-01 18:30',
  '2025-03-01--2025-03-31',
  'Momsrapport 2021-02-01 - 2021-02-28',
  '2025.01.01/2025.01.31 lokalhyra',
  '1 450 000,50',
  'bokforing-2025.se',
  '4010',
])('%s is no identity number', (text) => {
  expect(masked(text)).toBe(text)
})

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'))
const number = fc
  .tuple(
    fc.constantFrom('', '18', '19', '20'),
    two(0, 99),
    two(1, 12),
    two(1, 91),
    fc.constantFrom('', '-', '+', ' ', '–', '−', ' - '),
    fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0')),
  )
  .map((parts) => parts.join(''))

test('no number survives, wherever it stands in a text', () => {
  const around = fc.string().map((text) => text.replaceAll(/\d/g, ''))
  fc.assert(
    fc.property(around, number, around, (before, hidden, after) => {
      const digits = hidden.replaceAll(/\D/g, '').slice(-10)
      expect(masked(`${before}${hidden}${after}`).replaceAll(/\D/g, '')).not.toContain(digits)
    }),
    { numRuns: 2000 },
  )
})

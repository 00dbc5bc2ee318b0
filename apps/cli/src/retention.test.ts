import { Agreement } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { isOverdue, keptUntil } from './retention.ts'

const ending = (end: string, retention?: unknown) =>
  Agreement.parse({
    id: 'a',
    title: 'A',
    municipality: { code: '0163', name: 'A' },
    association: { name: 'B' },
    period: { start: '2020-01-01', end },
    ...(retention !== undefined && { retention }),
  })

test.each([
  ['2021-11-30', 24, '2023-11-30'],
  ['2028-02-29', 24, '2030-02-28'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2025-10-31', 0, '2025-10-31'],
  ['2025-10-15', 3, '2026-01-15'],
])('rows of an agreement that ended %s are kept %i months, until %s', (end, months, last) => {
  const agreement = ending(end, { person_rows_months: months, after: 'agreement_end' })
  expect(keptUntil(agreement)).toBe(last)
  expect(isOverdue(agreement, new Date(`${last}T23:00:00Z`))).toBe(false)
  expect(isOverdue(agreement, new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000))).toBe(true)
})

test('an agreement that says nothing is never overdue', () => {
  expect(keptUntil(ending('2021-11-30'))).toBeNull()
  expect(isOverdue(ending('2021-11-30'), new Date('2099-01-01'))).toBe(false)
})

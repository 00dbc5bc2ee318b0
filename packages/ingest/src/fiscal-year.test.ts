import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

const books = (from: number, ...days: readonly number[]) =>
  [
    '#FLAGGA 0\n#SIETYP 4',
    `#RAR 0 ${from}0701 ${from + 1}0630`,
    ...days.map((day, n) => `#VER A ${n + 1} ${day} "Hyra"\n{\n#TRANS 5010 {} 1.00\n#TRANS 1930 {} -1.00\n}`),
  ].join('\n')
const csv = (...days: readonly string[]) => ['datum;belopp', ...days.map((day) => `${day};1`)].join('\n')

describe('books that close at midsummer', () => {
  const byYear = trialAgreement(
    { costs: { replaces: 'period' } },
    { period: { start: '2024-01-01', end: '2027-12-31', assumed: false } },
  )

  test('are whole in a file that is named for both years, and leave the year before', async () => {
    const first = await trial.deliver(byYear, 'costs/2024-2025.se', books(2024, 20240801, 20250601))
    const second = await trial.deliver(byYear, 'costs/2025-26.se', books(2025, 20250801, 20260601))
    for (const { rows } of [first, second]) expect(rows).toMatchObject({ new: 4, removed: 0, quarantined: 0 })
    expect(second.scope).toMatchObject({ start: '2025-07-01', end: '2026-06-30' })
  })

  test('and leave it in a file that does not say when the year began', async () => {
    await trial.deliver(byYear, 'costs/2024-2025.csv', csv('2024-08-01', '2025-06-01'))
    const { rows } = await trial.deliver(byYear, 'costs/2025-2026.csv', csv('2025-08-01', '2026-06-01'))
    expect(rows).toMatchObject({ new: 2, removed: 0, quarantined: 0 })
  })

  test('named for one year say which period they were read as', async () => {
    const { faults } = await trial.deliver(byYear, 'costs/2025.se', books(2025, 20250801, 20260601))
    expect(faults).toMatchObject([
      {
        rule: 'outside_file_period',
        sentence: { sv: expect.stringContaining('namn: 2025-01-01 till 2025-12-31.') },
      },
    ])
  })
})

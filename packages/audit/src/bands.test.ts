import { describe, expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden, part } from './written-publication.ts'
import type { WrittenRow } from './written-publication.ts'

const trial = trialPublications()

async function told(rows: readonly WrittenRow[]): Promise<string[]> {
  const { broken, contradictions } = await trial.attack({ rows })
  expect(contradictions).toEqual([])
  return broken.map(
    ({ part: of, period, category, least, most }) => `${of} ${period} ${category}: ${least}–${most}`,
  )
}

const stretch = (period_type: string, period_start: string, period_end: string): WrittenRow => ({
  period_type,
  period: period_type,
  period_start,
  period_end,
})

const those = (women: number, at: WrittenRow) => [
  { ...count('unique_participants', women), ...at, ...gender('woman') },
  { ...hidden('unique_participants'), ...at, ...gender('man') },
  { ...hidden('unique_participants'), ...at, ...gender('other') },
]

describe('bands of time that are never listed are told', () => {
  const rows = [count('unique_participants', 40), count('unique_participants', 37, part(3))]

  test('by a year and a part of it: 40 less 37 came earlier only', async () => {
    expect(await told(rows)).toEqual(['value beyond 2025-T3 2025 : 3–3'])
  })

  test('but not where enough people, or none, came only then', async () => {
    expect(await told([...rows.slice(0, 1), count('unique_participants', 35, part(3))])).toEqual([])
    expect(await told([...rows.slice(0, 1), count('unique_participants', 40, part(3))])).toEqual([])
  })

  test('though neither period is shown, by what it leaves of both totals', async () => {
    const found = await told([
      count('unique_participants', 60),
      ...those(40, {}),
      count('unique_participants', 49, part(1)),
      ...those(30, part(1)),
    ])
    expect(found).toEqual(['value beyond 2025-T1 2025 man: 0–1', 'value beyond 2025-T1 2025 other: 0–1'])
  })

  test('by periods that overlap, where numbers add up: 30 + 24 less 50 were new in both', async () => {
    const found = await told([
      count('new_participants', 50),
      count('new_participants', 30, stretch('half', '2025-01-01', '2025-08-31')),
      count('new_participants', 24, stretch('agreement_year', '2025-03-01', '2025-12-31')),
    ])
    expect(found).toEqual(['value 2025-03-01–2025-08-31 : 4–4'])
  })
})

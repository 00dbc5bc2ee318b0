import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publishedResults } from './published-results.ts'
import { scratchFolder } from './scratch.ts'
import { TINY_TRUTH_2025, writeTinyAgreement } from './tiny-agreement.ts'
import { utfallHere } from './utfall-here.ts'

test('figures counted by hand come out as they were counted', async () => {
  const folder = scratchFolder()
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  writeTinyAgreement(data)
  const at = ['--data', data, '--home', home]
  expect(await utfallHere('ingest', ...at)).toMatchObject({ status: 0 })
  expect(await utfallHere('publish', '--as-of', '2025-12-31', ...at)).toMatchObject({ status: 0 })

  const counted = TINY_TRUTH_2025.map(([indicator, breakdown, category, value]) => [
    keyOf({ indicator, breakdown, category }),
    rounded(value),
  ])
  const keys = new Set(counted.map(([key]) => key))
  const published = (await publishedResults(home))
    .filter(({ period_type, period }) => period_type === 'year' && period === '2025')
    .map((row) => [keyOf(row), rounded(row.value)] as const)
    .filter(([key]) => keys.has(key))
  expect(Object.fromEntries(published)).toEqual(Object.fromEntries(counted))
})

function keyOf(row: { indicator: string; breakdown: string; category: string }): string {
  return [row.indicator, row.breakdown, row.category].join(' ')
}

/** Counted by hand to nine decimals. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e9) / 1e9
}

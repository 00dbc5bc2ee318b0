import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publishedResults } from './published-results.ts'
import { scratchFolder } from './scratch.ts'
import { TINY_TRUTH_2025, writeTinyAgreement } from './tiny-agreement.ts'
import { utfall } from './utfall-command.ts'

test('figures counted by hand come out as they were counted', async () => {
  const folder = scratchFolder()
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  writeTinyAgreement(data)
  const at = ['--data', data, '--home', home]
  expect(await utfall('ingest', ...at)).toMatchObject({ status: 0 })
  expect(await utfall('publish', '--as-of', '2025-12-31', ...at)).toMatchObject({ status: 0 })

  const published = new Map(
    (await publishedResults(home))
      .filter(({ period_type, period }) => period_type === 'year' && period === '2025')
      .map(({ indicator, breakdown, category, value }) => [
        [indicator, breakdown, category].join(' '),
        value,
      ]),
  )
  for (const [indicator, breakdown, category, value] of TINY_TRUTH_2025) {
    const key = [indicator, breakdown, category].join(' ')
    if (value === null) expect.soft(published.get(key), key).toBeNull()
    else expect.soft(published.get(key), key).toBeCloseTo(value, 9)
  }
})

import type { Explanation } from '@utfall/metrics'
import { expect, test } from 'vitest'
import { printExplanation } from './explanation.ts'
import { pageOn } from './page.ts'

const said = (text: string) => ({ sv: text, en: text })

const EXPLANATION: Explanation = {
  agreement: 'parken',
  indicator: 'share_in_work_or_studies_6m',
  title: said('Kvar'),
  definition: said('Andel som är kvar.'),
  numerator: said('De som är kvar.'),
  denominator: said('Alla som är på tur.'),
  excluded: undefined,
  placed_by: said('Dagen.'),
  limitation: undefined,
  parameters: { window_days: 30 },
  definition_version: 2,
  definition_versions: [1, 2],
  period_type: 'year',
  period: '2025',
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  publication: null,
  as_of: '2025-10-31',
  where: { gender: 'woman' },
  waterfall: [
    { role: 'universe', reason: '', count: 31 },
    { role: 'excluded', reason: 'moved', count: 1 },
    { role: 'denominator', reason: '', count: 30 },
    { role: 'unknown', reason: '', count: 10 },
    { role: 'numerator', reason: '', count: 12 },
    { role: 'complement', reason: '', count: 8 },
  ],
  value: 0.4,
  figures: [
    {
      definition_version: 2,
      basis: '',
      value: 0.4,
      numerator: 12,
      denominator: 30,
      unknown: 10,
      excluded: 1,
      ci_low: 0.246,
      ci_high: 0.577,
      lower_bound: 0.4,
      upper_bound: 0.733,
      unit: 'share',
      status: 'ok',
      note: '',
    },
  ],
  deliveries: [
    {
      agreement: 'example',
      source: 'klubben',
      sender: 'Klubben',
      file: 'klubben/2025.csv', // of so few that the publication tells neither rows nor digest
      received: '2026-01-10T08:00:00Z',
      verdict: 'approved',
      start: null,
      end: null,
    },
  ],
}

function printed(explanation: Explanation): string {
  let text = ''
  printExplanation(pageOn({ write: (part: string) => (text += part) }, 'en', false), explanation)
  return text
}

test('a figure is explained in words, step by step, with what the unknown could make of it', () => {
  const text = printed(EXPLANATION)
  expect(text).toContain('Numerator: De som är kvar.')
  expect(text).not.toContain('Left out:')
  expect(text).toContain('The agreement decides: window_days = 30')
  expect(text).toContain('definition version 2\n')
  expect(text).toContain('also has definition version 1:')
  expect(text).toMatch(/left out: .*-1\n/)
  expect(text).toContain('0.246 – 0.577')
  expect(text).toContain('0.4 – 0.733')
  expect(text).not.toContain('cost basis')
  expect(text).toMatch(/klubben\/2025\.csv +klubben +\.\. +\.\.\n/)
})

test('a unit cost has a row for each basis of cost', () => {
  const [figure] = EXPLANATION.figures
  if (figure === undefined) throw new Error('no figure')
  const bases = ['municipality', 'cost'].map((basis) => ({ ...figure, basis, unit: 'kronor' as const }))
  const text = printed({ ...EXPLANATION, waterfall: [], figures: bases })
  expect(text).toContain('what the municipality paid')
  expect(text).toContain('what it cost by the books')
})

test('a figure that stands in the agreement has no delivery behind it', () => {
  const text = printed({ ...EXPLANATION, deliveries: [] })
  expect(text).toContain('No delivery is behind the figure.')
  expect(text).not.toContain('SHA-256')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ reference: { replaces: 'everything' } })

async function loaded(answer: unknown, encode = (text: string): string | Uint8Array => text) {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  const receipt = await trial.deliver(agreement, 'reference/svar.json', encode(text), { accept: true })
  const rows = await trial.rows(
    'select series, municipality, period, value::double as value, gender from reference order by all',
  )
  // Each answer replaces the one of the test before.
  const rules = receipt.faults.map(({ rule }) => rule).filter((rule) => !rule.endsWith('s_much'))
  return { receipt, rows, rules }
}

const row = (
  series: string,
  municipality: string,
  period: string,
  value: number,
  gender: string | null = null,
) => ({
  series,
  municipality,
  period,
  value,
  gender,
})

const figure = (gender: string, value: number | null) => ({ count: 1, gender, status: '', value })
const entry = (municipality: string, period: number | string, values: unknown) => ({
  kpi: 'N02797',
  municipality,
  period,
  values,
})

describe('Kolada', () => {
  const values = [
    entry('0163', 2023, [figure('T', 6.1), figure('K', 5.5), figure('M', null)]),
    entry('0000', 2023, [figure('T', 7)]),
  ]
  const ROWS = [
    row('Kolada N02797', '0000', '2023', 7),
    row('Kolada N02797', '0163', '2023', 5.5, 'woman'),
    row('Kolada N02797', '0163', '2023', 6.1),
  ]

  test.each([
    ['kolada', { count: 2, values }],
    ['kolada v3', { values, count: 2, page: 1, per_page: 5000, next_url: null, previous_url: null }],
  ])('as %s is read by kpi, place, year and gender, and no figure is not zero', async (format, answer) => {
    const { receipt, rows } = await loaded(answer)
    expect(receipt).toMatchObject({ format, rows: { read: 3, quarantined: 0 } })
    expect(receipt.notes).toMatchObject([{ id: 'reference_missing', ok: null }])
    expect(rows).toEqual(ROWS)
  })

  test('says that there are more pages, and leaves out what was withdrawn and what is of schools', async () => {
    const withdrawn = { ...figure('T', 9), isdeleted: true }
    const { rows, rules, receipt } = await loaded({
      values: [
        entry('0163', '2022', [withdrawn, figure('K', 1)]),
        { kpi: 'N15', ou: 'V11E0163', period: 2022, values: [] },
      ],
      next_url: 'https://api.kolada.se/v3/data/?page=2',
    })
    expect(rules).toEqual(['reference_more_pages'])
    expect(receipt.notes.map(({ id }) => id)).toEqual(['kolada_units', 'reference_missing'])
    expect(rows).toEqual([row('Kolada N02797', '0163', '2022', 1, 'woman')])
  })

  test('that holds no data is stopped with what it is instead', async () => {
    const { receipt } = await loaded({ count: 1, values: [{ id: 'N02797', title: 'Unga', description: '' }] })
    expect(receipt).toMatchObject({ verdict: 'rejected', rows: { read: 0 } })
    expect(receipt.faults).toMatchObject([{ rule: 'json_unexpected' }])
    expect(receipt.faults[0]?.sentence.sv).toContain('values[0].kpi')
    expect((await loaded({ count: 0, values: [] })).rules).toEqual(['reference_without_values'])
    expect((await loaded(JSON.stringify({ values }).slice(0, 60))).rules).toEqual(['json_damaged'])
  })
})

describe('PxWeb', () => {
  test('has a figure for each content, with the price index under its own name', async () => {
    const { rows, receipt } = await loaded(
      {
        columns: [
          { code: 'Tid', text: 'månad', type: 't' },
          { code: '000004VU', text: 'KPI, fastställda tal', type: 'c' },
          { code: '000004VV', text: 'KPI, skuggindex, 1980=100', type: 'c' },
          { code: '000004VW', text: 'Årsförändring', type: 'c' },
        ],
        comments: [],
        data: [
          { key: ['2023M01'], values: ['393.90', '..', '11.7'] },
          { key: ['2023M02'], values: ['398.11', '398.2', '-'] },
        ],
      },
      (text) => `\ufeff${text}`,
    )
    expect(receipt).toMatchObject({ format: 'pxweb', rows: { read: 4, quarantined: 0 } })
    expect(rows).toEqual([
      row('SCB KPI 1980=100', '0000', '2023-01', 393.9),
      row('SCB KPI 1980=100', '0000', '2023-02', 398.11),
      row('SCB tabell KPI, skuggindex, 1980=100', '0000', '2023-02', 398.2),
      row('SCB Årsförändring', '0000', '2023-01', 11.7),
    ])
  })

  test('has place and sex in its keys, and any other dimension in the series', async () => {
    const { rows } = await loaded({
      columns: [
        { code: 'Region', text: 'region', type: 'd' },
        { code: 'Alder', text: 'ålder', type: 'd' },
        { code: 'Kon', text: 'kön', type: 'd' },
        { code: 'Tid', text: 'år', type: 't' },
        { code: 'BE0101N1', text: 'Folkmängd', type: 'c' },
      ],
      data: [
        { key: ['0163', '16', '1', '2023'], values: ['501'] },
        { key: ['0163', '16', '2', '2023'], values: ['480'] },
        { key: ['00', '16', '1+2', '2023'], values: ['120000'] },
      ],
    })
    expect(rows).toEqual([
      row('SCB Folkmängd, 16', '0000', '2023', 120000),
      row('SCB Folkmängd, 16', '0163', '2023', 480, 'woman'),
      row('SCB Folkmängd, 16', '0163', '2023', 501, 'man'),
    ])
  })
})

describe('JSON-stat', () => {
  const answer = {
    version: '2.0',
    class: 'dataset',
    label: 'Konsumentprisindex (KPI) efter tabellinnehåll och år',
    source: 'SCB',
    role: { time: ['Tid'], metric: ['ContentsCode'] },
    id: ['ContentsCode', 'Tid'],
    size: [2, 3],
    dimension: {
      ContentsCode: {
        label: 'tabellinnehåll',
        category: {
          index: { A: 0, B: 1 },
          label: { A: 'KPI, fastställda tal, 1980=100', B: 'KPI, fastställda tal' },
          unit: { A: { base: 'index', decimals: 2 }, B: { base: '2020=100', decimals: 2 } },
        },
      },
      Tid: { label: 'år', category: { index: ['2018', '2020', '2023'], label: { 2018: '2018' } } },
    },
    value: [328.4, 335.92, 403.7, 97.76, 100, null],
  }
  const ROWS = [
    row('SCB KPI 1980=100', '0000', '2018', 328.4),
    row('SCB KPI 1980=100', '0000', '2020', 335.92),
    row('SCB KPI 1980=100', '0000', '2023', 403.7),
    row('SCB KPI 2020=100', '0000', '2018', 97.76),
    row('SCB KPI 2020=100', '0000', '2020', 100),
  ]

  test.each([
    ['in a list', answer.value],
    ['by place', { 0: 328.4, 1: 335.92, 2: 403.7, 3: 97.76, 4: 100 }],
  ])('has its values row by row, %s', async (_, value) => {
    const { rows, receipt } = await loaded({ ...answer, value, status: { 5: '..' } })
    expect(receipt).toMatchObject({ format: 'json-stat', rows: { read: 5, quarantined: 0 } })
    expect(rows).toEqual(ROWS)
  })

  test('is read in UTF-16 too', async () => {
    const { rows } = await loaded(answer, (text) => Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(rows).toEqual(ROWS)
  })

  test('whose values do not fill its dimensions is stopped', async () => {
    const { receipt } = await loaded({ ...answer, value: [1, 2, 3] })
    expect(receipt.faults).toMatchObject([{ rule: 'json_unexpected' }])
    expect((await loaded({ ...answer, size: [2] })).rules).toEqual(['json_unexpected'])
    expect((await loaded({ ...answer, size: [1e9, 1e9], value: { 5: 1 } })).receipt.rows.read).toBe(1)
  })
})

test('a public answer is no attendance', async () => {
  const other = trialAgreement({ attendance: {} })
  const receipt = await trial.deliver(other, 'attendance/svar.json', JSON.stringify({ values: [] }))
  expect(receipt.faults).toMatchObject([{ rule: 'format_of_other_dataset' }])
  expect(receipt.faults[0]?.sentence.en).toContain('kolada → reference; attendance: attendance')
})

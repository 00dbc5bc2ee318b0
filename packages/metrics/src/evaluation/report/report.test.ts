import { PublishedAgreement } from '@utfall/contracts'
import type { CorrectionRow, GoalRow, Manifest, PublishedIndicator, ResultRow } from '@utfall/contracts'
import { describe, expect, test } from 'vitest'
import type { Table } from './document.ts'
import { yearReport } from './report.ts'
import type { ReportSource } from './source.ts'

const agreement = PublishedAgreement.parse({
  id: 'example',
  title: 'Exemplet',
  municipality: { code: '0163', name: 'Sollentuna kommun' },
  association: { name: 'Åkern' },
  period: { start: '2024-09-01', end: '2027-08-31' },
  activities: [
    { id: 'verkstad', name: 'Verkstad' },
    { id: 'motesplats', name: 'Mötesplats' },
  ],
  goals: [
    { id: 'studier', text: 'Fler studerar', indicators: [{ indicator: 'share_to_studies', target: 0.4 }] },
    { id: 'trygghet', text: 'Det är tryggt' },
  ],
})

const manifest: Manifest = {
  id: 'p2',
  created: '2026-01-15T08:30:00.000Z',
  as_of: '2025-12-31',
  previous: 'p1',
  note: null,
  program: 'utfall',
  rule_set: '1',
  agreements: [],
  deliveries: [],
  files: [],
}

const delivery = (rows?: number): Manifest['deliveries'][number] => ({
  agreement: 'example',
  source: 'narvaro',
  sender: 'Åkern',
  file: 'a.csv',
  received: '2025-02-01',
  verdict: 'approved',
  start: '2025-01-01',
  end: '2025-01-31',
  ...(rows === undefined ? {} : { rows }),
})

const indicator = (
  id: string,
  sv: string,
  unit: PublishedIndicator['unit'],
  version = 1,
): PublishedIndicator => ({
  id,
  version,
  kind: 'count',
  unit,
  counts: 'people',
  title: { sv, en: id },
  definition: { sv: `${sv} i ord.`, en: id },
  numerator: { sv: 'personer', en: 'people' },
  placed_by: { sv: 'dagen', en: 'the day' },
  better: 'higher',
  breakdowns: ['total'],
  valid_from: {},
  parameters: {},
  sql: 'select',
})

const result = (given: Partial<ResultRow>): ResultRow => ({
  agreement: 'example',
  indicator: 'unique_participants',
  definition_version: 1,
  period_type: 'year',
  period: '2025',
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  complete: true,
  breakdown: 'total',
  category: '',
  basis: '',
  value: null,
  numerator: null,
  denominator: null,
  unknown: null,
  excluded: null,
  ci_low: null,
  ci_high: null,
  lower_bound: null,
  upper_bound: null,
  target: null,
  goal: null,
  trust: 'good',
  unit: 'people',
  status: 'ok',
  note: '',
  ...given,
})

const ofActivity = (category: string, value: number | null) =>
  result({ breakdown: 'activity', category, value, status: value === null ? 'suppressed' : 'ok' })

const goal: GoalRow = {
  agreement: 'example',
  goal: 'studier',
  indicator: 'share_to_studies',
  definition_version: 1,
  period_type: 'agreement_year',
  period: '1',
  target: 0.4,
  direction: 'at_least',
  baseline: null,
  value: 0.41,
  ci_low: 0.365,
  ci_high: 0.456,
  verdict: 'met',
  trust: 'limited',
  trust_reasons: 'response_rate',
  decided_body: 'Kommunstyrelsen',
  decided_date: '2024-06-12',
  decided_reference: '§ 7',
  assumed: false,
  status: 'ok',
}

const source: ReportSource = {
  manifest,
  agreement,
  cut: {
    agreement: 'example',
    year: 2025,
    periods: [
      { period_type: 'year', period: '2025', start: '2025-01-01', end: '2025-12-31', complete: true },
      { period_type: 'agreement_year', period: '1', start: '2024-09-01', end: '2025-08-31', complete: true },
    ],
    deliveries: [delivery(800), delivery(12)],
  },
  definitions: [
    indicator('unique_participants', 'Unika deltagare', 'people'),
    indicator('share_to_studies', 'Vidare till studier', 'share'),
    indicator('leavers', 'Avslutade', 'people'),
    indicator('cost_per_participant', 'Kostnad per deltagare', 'kronor'),
  ],
  results: [
    result({ value: 263, numerator: 263 }),
    result({
      indicator: 'share_to_studies',
      unit: 'share',
      value: 0.27,
      numerator: 37,
      denominator: 137,
      ci_low: 0.2027,
      ci_high: 0.3499,
    }),
    result({ indicator: 'leavers', status: 'not_computable', trust: 'withheld' }),
  ],
  before: [],
  goals: [goal],
  costs: [],
  corrections: [],
}

const section = (heading: string, given: Partial<ReportSource> = {}) => {
  const found = yearReport({ ...source, ...given }).sections.find((each) => each.heading === heading)
  const blocks = found?.blocks ?? []
  return {
    text: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n'),
    tables: blocks.filter((block): block is Table => block.kind === 'table'),
  }
}

const NB = '\u00A0'

describe('the report of a year', () => {
  test('says in short how many took part, and how many measures have reached their target', () => {
    expect(section('Året i korthet').text).toBe(
      '263 kända personer deltog. Av det mått som avtalets mål bedöms med har 1 nått målet.',
    )
  })

  test('judges each goal with interval, decision and reasons to be careful', () => {
    const { text, tables } = section('Målen')
    expect(tables[0]?.rows).toEqual([
      [
        'Vidare till studier',
        'Avtalsår 1: 2024-09-01–2025-08-31',
        `40${NB}%`,
        `41,0${NB}%`,
        `36,5–45,6${NB}%`,
        'Målet är nått. Begränsad tillförlitlighet: få har svarat.',
      ],
    ])
    expect(text).toContain('Beslutat av Kommunstyrelsen 2024-06-12, § 7.')
    expect(text).toContain('Det är tryggt\nInget av målets mått har bedömts på en period i året.')
  })

  test('has both parts of a quotient, and names what cannot be counted once', () => {
    const { text, tables } = section('Årets siffror')
    expect(tables.map(({ rows }) => rows)).toEqual([
      [['Unika deltagare', '263', 'god']],
      [['Vidare till studier', `27,0${NB}%`, '37 av 137', `20,3–35,0${NB}%`, 'god']],
    ])
    expect(text).toContain('Det här går inte att räkna ur de uppgifter som lämnas: Avslutade.')
    expect(section('Vad måtten betyder').tables[0]?.rows.map(([title]) => title)).not.toContain('Avslutade')
  })

  test('stands beside the year before, and says where that was no whole year', () => {
    const before = [result({ period: '2024', value: 90, numerator: 90 })]
    const { text, tables } = section('Årets siffror', { before })
    expect(tables[0]?.columns.map(({ title }) => title)).toEqual(['Mått', '2025', '2024', 'Tillförlitlighet'])
    expect(tables[0]?.rows).toEqual([['Unika deltagare', '263', '90', 'god']])
    expect(text).toContain('Avtalet började 2024-09-01: siffrorna för 2024 gäller inte ett helt år.')
  })

  test('compares no figures of two definitions', () => {
    const before = [result({ period: '2024', value: 90, definition_version: 2 })]
    expect(section('Årets siffror', { before }).tables[0]?.rows).toEqual([['Unika deltagare', '263', 'god']])
  })

  test('puts a sign where a figure is withheld, and groups in the order of the agreement', () => {
    const results = [ofActivity('motesplats', 140), ofActivity('unknown', 9), ofActivity('verkstad', null)]
    expect(section('Insatserna och deltagarna', { results }).tables[0]?.rows).toEqual([
      ['Verkstad', '..'],
      ['Mötesplats', '140'],
      ['Okänt', '9'],
    ])
  })

  test('sets unit costs beside each other on three bases', () => {
    const results = ['municipality', 'cost'].map((basis, index) =>
      result({ indicator: 'cost_per_participant', unit: 'kronor', basis, value: 5513.31 + index }),
    )
    expect(section('Pengarna', { results }).tables.at(-1)?.rows).toEqual([
      ['Kostnad per deltagare', `5${NB}513${NB}kr`, `5${NB}514${NB}kr`, ''],
    ])
  })

  test('tells each corrected total, and how many others there are', () => {
    const correction: CorrectionRow = {
      agreement: 'example',
      indicator: 'unique_participants',
      period_type: 'year',
      period: '2025',
      breakdown: 'total',
      category: '',
      basis: '',
      previous_publication: 'p1',
      previous_definition_version: 1,
      definition_version: 1,
      previous_value: null,
      value: 263,
      previous_status: 'suppressed',
      new_status: 'ok',
      cause: 'delivery',
      deliveries: 'a.csv',
      note: '',
      status: 'ok',
    }
    const corrections = [correction, { ...correction, breakdown: 'gender' as const, category: 'woman' }]
    const { text, tables } = section('Rättelser', { corrections })
    expect(tables[0]?.rows[0]?.slice(0, 4)).toEqual(['Unika deltagare', '2025', '..', '263'])
    expect(text).toContain('2 tal är ändrade sedan publiceringen p1.')
    expect(text).toContain('1 av dem är uppdelade tal.')
    expect(section('Rättelser').text).toBe('Inga tal som har visats tidigare är ändrade.')
  })

  test('sums the rows of a source, but not where some are withheld', () => {
    expect(section('Underlaget').tables[0]?.rows).toEqual([['Åkern: narvaro', '2', '812', 'godkänd: 2']])
    const deliveries = [delivery(800), delivery()]
    const { tables } = section('Underlaget', { cut: { ...source.cut, deliveries } })
    expect(tables[0]?.rows).toEqual([['Åkern: narvaro', '2', '..', 'godkänd: 2']])
  })

  test('says what each sign means, once', () => {
    const { text, tables } = section('Så läses siffrorna')
    expect(tables[0]?.rows.map(([sign]) => sign)).toEqual(['..', '.', '–'])
    expect(tables[0]?.rows[0]?.[1]).toMatch(/dolt .*, eller för få personer/)
    expect(text).toContain('Antal personer från 1 till 4 visas inte')
  })

  test('says that a year is not over, and what is sample data', () => {
    const periods = source.cut.periods.map((period) => ({ ...period, complete: false }))
    const open = {
      cut: { ...source.cut, periods },
      manifest: { ...manifest, as_of: '2025-10-31', note: 'Ny enkät.' },
      goals: [{ ...goal, assumed: true }],
    }
    const { text } = section('Om rapporten', open)
    expect(text).toContain('Året är inte slut, och siffrorna för 2025 kommer att ändras.')
    expect(text).toContain('exempeldata')
    expect(text).toContain('Anmärkning: Ny enkät.')
    expect(section('Målen', open).tables[0]?.rows[0]?.[2]).toBe(`40${NB}% *`)
    expect(section('Om rapporten').text).not.toMatch(/exempeldata|ändras/)
  })
})

import { describe, expect, test } from 'vitest'
import type { AuditReport } from './report.ts'
import { trialPublications } from './trial-publications.ts'
import { count, hidden, part } from './written-publication.ts'
import type { WrittenPublication, WrittenRow } from './written-publication.ts'

const trial = trialPublications()

const { attack } = trial
const published = (id: string, tables: Partial<WrittenPublication>) => trial.write({ id, ...tables })

/** What is told of whom, as `part period: least–most`. */
const told = ({ broken }: AuditReport) =>
  broken.map(({ part: of, period, least, most }) => `${of} ${period}: ${least}–${most}`)

const CURVE = 'time_to_work_or_studies'
const FOLLOWED = 'share_in_work_or_studies_3m'
const FROM_NONE = 'share_from_none_to_work_or_studies'

const counted = (of: number | null) => ({ count: of ?? '', status: of === null ? 'suppressed' : 'ok' })
const leftOut = (reason: string, of: number | null, at: WrittenRow = {}): WrittenRow => ({
  indicator: CURVE,
  role: 'excluded',
  reason,
  ...counted(of),
  ...at,
})
const went = (to_status: string, of: number | null, at: WrittenRow = {}): WrittenRow => ({
  stage: 'exit',
  from_status: 'unemployed',
  to_status,
  ...counted(of),
  ...at,
})
const threeReasons = (moved: number | null) => [
  leftOut('moved', moved),
  leftOut('deceased', null),
  leftOut('other', 9),
]

const followedUp = (numerator: number, denominator: number, unknown: number | null, at: WrittenRow = {}) => ({
  indicator: FOLLOWED,
  value: numerator / denominator,
  numerator,
  denominator,
  unknown: unknown ?? '',
  excluded: 0,
  ...at,
})
/** Periods that a table of steps or ways speaks of are told by the figures beside it. */
const PERIODS = [
  count('stayers', 40),
  ...([1, 2, 3] as const).map((number) => count('enrolled_participants', 60, part(number))),
]

describe('ways to figures are broken', () => {
  test('by the parts of a year: 14 = 7 + ? + 5', async () => {
    const report = await attack({
      rows: PERIODS,
      waterfalls: [
        leftOut('moved', 14),
        leftOut('moved', 7, part(1)),
        leftOut('moved', null, part(2)),
        leftOut('moved', 5, part(3)),
      ],
    })
    expect(told(report)).toEqual(['excluded moved 2025-T2: 2–2'])
  })

  test('by all who are left out, where one reason is hidden', async () => {
    const report = await attack({
      rows: [{ indicator: CURVE, value: 6, denominator: 30, excluded: 23, unknown: 0 }],
      waterfalls: [leftOut('moved', 20), leftOut('deceased', null)],
    })
    expect(told(report)).toEqual(['excluded deceased 2025: 3–3'])
  })

  test('by an earlier publication that showed the step', async () => {
    const rows = [count('leavers', 40)]
    const universe = { indicator: CURVE, role: 'universe', ...counted(52) }
    const base = { indicator: CURVE, role: 'denominator', ...counted(30) }
    published('2026-01-01', { rows, waterfalls: [universe, base, ...threeReasons(11)] })
    expect(told(await attack({ rows, waterfalls: [universe, base, ...threeReasons(null)] }))).toEqual([
      'excluded deceased 2025: 2–2',
    ])
  })
})

describe('follow-ups are broken', () => {
  test('by the parts of a year: whoever was not reached was not reached in some part', async () => {
    const report = await attack({
      rows: [
        followedUp(44, 100, 30),
        followedUp(20, 45, 14, part(1)),
        followedUp(19, 43, 14, part(2)),
        followedUp(5, 12, null, part(3)),
      ],
    })
    expect(told(report)).toEqual(['unknown 2025-T3: 2–2'])
  })

  test('by the ways that they went: to work, to studies, and unknown', async () => {
    const at = { stage: 'followup_3' }
    const report = await attack({
      rows: [followedUp(12, 30, 8)],
      transitions: [
        went('work', 9, at),
        went('studies', null, at),
        went('unemployed', null, at),
        went('neither', 7, at),
        went('unknown', 8, at),
      ],
    })
    expect(told(report)).toEqual(['unemployed → studies 2025: 3–3', 'unemployed → unemployed 2025: 3–3'])
  })
})

describe('transitions are broken', () => {
  test('though all are hidden: each that is listed is one at least, and the sum is public', async () => {
    const report = await attack({
      rows: [count('leavers', 6)],
      transitions: [
        went('work', null),
        went('studies', null),
        went('work', null, { from_status: 'neither' }),
      ],
    })
    expect(told(report)).toEqual([
      'unemployed → work 2025: 1–4',
      'unemployed → studies 2025: 1–4',
      'neither → work 2025: 1–4',
    ])
  })

  test('but not where every way is listed, so that a hidden one may be nobody', async () => {
    const report = await attack({
      rows: [count('leavers', 6)],
      transitions: [went('work', null), went('studies', null), went('neither', null)],
    })
    expect(told(report)).toEqual([])
  })

  test('by those whose occupation was unknown when they came', async () => {
    const way = { indicator: FROM_NONE, role: 'excluded', reason: 'occupation_at_start_unknown' }
    const from = { from_status: 'unknown' }
    const report = await attack({
      rows: [count('leavers', 40)],
      waterfalls: [{ ...way, ...counted(9) }],
      transitions: [
        went('work', 6, from),
        went('studies', null, from),
        went('neither', null),
        went('unemployed', null),
      ],
    })
    expect(told(report)).toEqual(['unknown → studies 2025: 3–3'])
  })

  test('by the parts of a year: who went to work went in some part of it', async () => {
    const report = await attack({
      rows: [...PERIODS, count('leavers', 8, part(3))],
      transitions: [
        went('work', 20),
        went('work', 17, part(1)),
        went('studies', 30, part(2)),
        went('work', null, part(3)),
        went('studies', null, part(3)),
        went('studies', 33),
      ],
    })
    expect(told(report)).toEqual(['unemployed → work 2025-T3: 3–5', 'unemployed → studies 2025-T3: 3–5'])
  })
})

test('reasons that are told together are all who are left out', async () => {
  const at = { indicator: CURVE, value: 6, denominator: 30, unknown: 0 }
  const rows = [
    { ...at, excluded: 23 },
    { ...at, excluded: 14, ...part(1) },
    { ...at, excluded: 5, ...part(2) },
  ]
  const waterfalls = [leftOut('several_reasons', null, part(3))]
  expect(
    told(
      await attack({ rows: [...rows, { indicator: CURVE, status: 'suppressed', ...part(3) }], waterfalls }),
    ),
  ).toContain('excluded several_reasons 2025-T3: 4–4')
})

test('and those of whom nothing is known, where a count tells how many they are', async () => {
  const at = { indicator: 'culture_leisure_participants' }
  const rows = [{ ...at, value: 95, numerator: 95, unknown: 50, excluded: 0 }]
  const steps = (together: number) => [
    { ...at, step: 2, role: 'excluded', reason: 'several_reasons', count: together },
    { ...at, step: 3, role: 'numerator', reason: '', count: 95 },
  ]
  expect((await attack({ rows, waterfalls: steps(50) })).contradictions).toEqual([])
  expect((await attack({ rows, waterfalls: steps(49) })).contradictions).toHaveLength(1)
})

test('whoever is still there on a day is there in every period that ends on it', async () => {
  const report = await attack({
    rows: [
      count('stayers', 12),
      hidden('stayers', part(3)),
      count('enrolled_participants', 14, part(3)),
      hidden('leavers', part(3)),
    ],
  })
  expect(told(report)).toEqual(['value 2025-T3: 2–2'])
})

const living = (category: string, more: WrittenRow = {}) => ({ breakdown: 'district', category, ...more })

test('whoever left in the last part of a year, and lived in a district then, did so in the year', async () => {
  const report = await attack({
    rows: [
      count('leavers', 40),
      ...[30, 5, 5].map((number, place) => count('leavers', number, living(`${place}`))),
      count('leavers', 20, part(3)),
      count('leavers', 12, living('0', part(3))),
      ...['1', '2'].map((place) => hidden('leavers', living(place, part(3)))),
    ],
  })
  expect(told(report)).toEqual(['value 2025-T3: 3–5', 'value 2025-T3: 3–5'])
})

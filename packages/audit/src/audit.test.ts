import { describe, expect, test } from 'vitest'
import type { AuditReport } from './report.ts'
import { holds } from './report.ts'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden, part } from './written-publication.ts'
import type { WrittenPublication, WrittenRow } from './written-publication.ts'

const trial = trialPublications()

const age = (category: string): WrittenRow => ({ breakdown: 'age_group', category })
const share = (indicator: string, numerator: number): WrittenRow => ({
  indicator,
  value: numerator / 40,
  numerator,
  denominator: 40,
  unknown: 0,
  excluded: 0,
})
const cross = (category: string): WrittenRow => ({ breakdown: 'gender*age_group', category })
const activity = (category: string): WrittenRow => ({ breakdown: 'activity', category })
const step = (number: number, role: string, counted: number | '', reason = ''): WrittenRow => ({
  indicator: 'share_to_work_or_studies',
  step: number,
  role,
  reason,
  count: counted,
  status: counted === '' ? 'suppressed' : 'ok',
})
const went = (to_status: string, counted: number | ''): WrittenRow => ({
  stage: 'exit',
  from_status: 'unemployed',
  to_status,
  count: counted,
  status: counted === '' ? 'suppressed' : 'ok',
})

const visits = (category: string, number: number | null) => ({
  ...(number === null ? hidden('attendances') : count('attendances', number)),
  ...activity(category),
})
const shared = (category: string, amount: number) => ({ item: 'cost_shared', activity: category, amount })

const attack = (rows: readonly WrittenRow[], more: Partial<WrittenPublication> = {}) =>
  trial.attack({ rows, ...more })

/** The interval that a cell is pinned to. */
function pinned(
  { broken }: AuditReport,
  indicator: string,
  where: Record<string, string> = {},
  name = 'value',
) {
  const cell = broken.find((each) =>
    Object.entries({ indicator, part: name, ...where }).every(
      ([key, value]) => new Map(Object.entries(each)).get(key) === value,
    ),
  )
  return cell && [cell.least, cell.most]
}

describe('primary suppression alone is broken', () => {
  test('by a total and its other parts: 315 = 141 + 164 + 6 + 4', async () => {
    const report = await attack([
      count('unique_participants', 315),
      count('unique_participants', 141, gender('woman')),
      count('unique_participants', 164, gender('man')),
      count('unique_participants', 6, gender('unknown')),
      hidden('unique_participants', gender('other')),
    ])
    expect(report.broken).toHaveLength(1)
    expect(report.broken[0]).toMatchObject({
      indicator: 'unique_participants',
      category: 'other',
      least: 4,
      most: 4,
    })
    expect(report.broken[0]?.pinnedBy).toEqual([
      {
        kind: 'parts_of_breakdown',
        sum: 'unique_participants.value 2025 (315) = unique_participants.value 2025 gender=woman (141) + unique_participants.value 2025 gender=man (164) + unique_participants.value 2025 gender=unknown (6) + unique_participants.value 2025 gender=other (?)',
      },
    ])
    expect(report.broken[0]?.toldBy.map((rows) => rows.map(({ category }) => category))).toEqual([
      ['woman'],
      ['man'],
      ['unknown'],
      [''],
    ])
    expect(holds(report)).toBe(false)
  })

  test('by two hidden parts whose sum is small', async () => {
    const report = await attack([
      count('leavers', 20),
      count('leavers', 15, gender('woman')),
      hidden('leavers', gender('man')),
      hidden('leavers', gender('other')),
    ])
    expect(pinned(report, 'leavers', { category: 'man' })).toEqual([1, 4])
  })

  test('by a percentage: 13.3 per cent of 30 is 4', async () => {
    const report = await attack([
      count('leavers', 30),
      { indicator: 'share_to_work_or_studies', value: '0.133', status: 'ok', excluded: 0 },
    ])
    expect(pinned(report, 'share_to_work_or_studies', {}, 'numerator')).toEqual([4, 4])
  })

  test('by a percentage when even the base is only known from somewhere else', async () => {
    const report = await attack([
      count('enrolled_participants', 50),
      count('stayers', 20),
      hidden('leavers'),
      { indicator: 'share_to_work_or_studies', value: '0.133', status: 'ok', excluded: 0 },
    ])
    expect(pinned(report, 'share_to_work_or_studies', {}, 'numerator')).toEqual([4, 4])
  })

  test('by a unit cost, since the cost is public', async () => {
    const report = await attack([
      { indicator: 'cost', value: 100_000, ...gender('woman'), breakdown: 'total', category: '' },
      hidden('unique_participants'),
      { indicator: 'cost_per_participant', basis: 'cost', value: '33333.33' },
    ])
    expect(pinned(report, 'unique_participants')).toEqual([3, 3])
  })

  test('by the shared cost, which is allocated by visits', async () => {
    const rows = [visits('x', 300), visits('y', 97), visits('z', null)]
    const costs = [shared('', 40_000), shared('x', 30_000), shared('y', 9700), shared('z', 300)]
    const report = await attack(rows, { costs })
    expect(pinned(report, 'attendances', { category: 'z' })).toEqual([3, 3])
    expect(report.broken[0]?.pinnedBy.map(({ kind }) => kind)).toContain('shared_cost')
    const byHours = costs.map((each) => (each.activity === 'x' ? { ...each, amount: 20_000 } : each))
    expect((await attack(rows, { costs: byHours })).broken).toEqual([])
  })

  test('by work and studies, which add up to either', async () => {
    const report = await attack([
      count('leavers', 40),
      share('share_to_work_or_studies', 23),
      share('share_to_studies', 20),
      hidden('share_to_work'),
    ])
    expect(pinned(report, 'share_to_work', {}, 'numerator')).toEqual([3, 3])
  })

  test('by what can only be nobody, and the proof says why', async () => {
    const report = await attack([
      count('leavers', 40),
      count('leavers', 0, gender('other')),
      share('share_to_work', 23),
      { ...share('share_to_work', 20), ...gender('woman'), denominator: 30 },
      hidden('share_to_work', gender('man')),
      hidden('share_to_work', gender('other')),
      hidden('share_to_work_or_studies', gender('other')),
    ])
    expect(pinned(report, 'share_to_work', { category: 'man' }, 'numerator')).toEqual([3, 3])
    const proof = report.broken.find((cell) => cell.part === 'numerator' && cell.category === 'man')
    expect(proof?.pinnedBy.map(({ sum }) => sum)).toContainEqual(
      expect.stringMatching(/^leavers.value 2025 gender=other \(0\) = /),
    )
  })

  test('by leavers and stayers, who are the enrolled', async () => {
    const report = await attack([count('enrolled_participants', 42), count('stayers', 40), hidden('leavers')])
    expect(pinned(report, 'leavers')).toEqual([2, 2])
  })

  test('by gender crossed with age', async () => {
    const report = await attack([
      count('leavers', 300),
      count('leavers', 150, gender('woman')),
      count('leavers', 150, gender('man')),
      count('leavers', 103, age('16–19')),
      count('leavers', 197, age('20–24')),
      hidden('leavers', cross('woman*16–19')),
      count('leavers', 147, cross('woman*20–24')),
      count('leavers', 100, cross('man*16–19')),
      count('leavers', 50, cross('man*20–24')),
    ])
    expect(pinned(report, 'leavers', { category: 'woman*16–19' })).toEqual([3, 3])
  })

  test('by the parts of a year: all of it came in some part, and a part is in the year', async () => {
    const report = await attack([
      count('unique_participants', 20),
      count('unique_participants', 18, part(1)),
      hidden('unique_participants', part(2)),
      count('unique_participants', 0, part(3)),
      count('new_participants', 20),
      count('new_participants', 18, part(1)),
      hidden('new_participants', part(2)),
      count('new_participants', 0, part(3)),
    ])
    expect(pinned(report, 'new_participants', { period: '2025-T2' })).toEqual([2, 2])
    // at least the two who are new, and at most all twenty
    expect(pinned(report, 'unique_participants', { period: '2025-T2' })).toBeUndefined()
  })

  test('by activities, whose people do not add up but must be someone', async () => {
    const report = await attack([
      hidden('unique_participants'),
      hidden('unique_participants', activity('x')),
      count('unique_participants', 0, activity('y')),
      count('attendances', 3, activity('x')),
    ])
    expect(pinned(report, 'unique_participants', { category: 'x' })).toEqual([1, 3])
  })

  test('by the steps to a figure', async () => {
    const report = await attack([count('leavers', 33)], {
      waterfalls: [
        step(1, 'universe', 33),
        step(2, 'excluded', '', 'moved'),
        step(3, 'denominator', 31),
        step(4, 'numerator', 20),
        step(5, 'complement', 11),
      ],
    })
    expect(pinned(report, 'share_to_work_or_studies', {}, 'excluded moved')).toEqual([2, 2])
  })

  test('by transitions, which all leavers made', async () => {
    const report = await attack([count('leavers', 33)], {
      transitions: [went('work', 30), went('studies', '')],
    })
    expect(pinned(report, 'occupation exit', {}, 'unemployed → studies')).toEqual([3, 3])
  })
})

import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementOf, count, deliver, figureOf, openWorld } from './small-world.ts'

let world: Warehouse
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const occupation = (person: string, date: string, value: string) => ({
  person,
  date,
  domain: 'occupation',
  value,
})
const left = (person: string, end_date: string, end_reason: string | null) => ({
  person,
  start_date: '2025-03-01',
  end_date,
  end_reason,
})

const began = (person: string, occupation_at_start: string | null, end_reason: string) => ({
  ...left(person, '2025-06-30', end_reason),
  occupation_at_start,
})

describe('follow-up after the exit', () => {
  const engagements = [
    left('anna', '2025-05-31', 'work'), // due on 31 August and 30 November, in the same year
    left('bo', '2025-05-31', 'studies'),
    left('cia', '2025-05-31', 'other'),
    left('dan', '2025-05-31', 'work'),
    left('eva', '2025-05-31', 'unknown'),
    left('fia', '2025-05-31', 'completed'),
    { person: 'fia', start_date: '2025-08-01' }, // came back before anyone asked
    left('gun', '2025-12-20', 'work'), // due in 2026
  ]
  const statuses = [
    occupation('anna', '2025-08-01', 'work'), // 30 days before
    occupation('anna', '2025-12-31', 'work'), // 31 days after: too late
    occupation('bo', '2025-08-20', 'studies'),
    occupation('bo', '2025-09-05', 'unemployed'), // nearer
    occupation('bo', '2025-11-30', 'work_and_studies'),
    occupation('cia', '2025-08-31', 'work'),
    occupation('cia', '2025-11-30', 'work'),
    occupation('dan', '2025-09-01', 'declined'), // no answer
    occupation('dan', '2025-11-25', 'internship'),
    occupation('eva', '2025-12-01', 'work'),
  ]

  test('has everyone who is due in the denominator, and bounds for the silent', async () => {
    await deliver(world, { engagements, statuses })
    await count(world, [agreementOf()], '2026-01-31', [
      'share_in_work_or_studies_3m',
      'share_in_work_or_studies_6m',
      'share_in_work_or_studies_12m',
    ])
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025')).toMatchObject({
      numerator: 2, // anna, cia
      denominator: 6, // fia too, though she was back by then
      unknown: 3, // dan, eva, fia
      excluded: 0,
      value: 2 / 6,
      lower_bound: 2 / 6,
      upper_bound: 5 / 6,
    })
    expect(await figureOf(world, 'share_in_work_or_studies_6m', '2025')).toMatchObject({
      numerator: 3, // bo, cia, eva
      denominator: 6,
      unknown: 2, // anna, fia
    })
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025-T2')).toMatchObject({ denominator: 6 })
    expect(await figureOf(world, 'share_in_work_or_studies_12m', 'all')).toMatchObject({ denominator: 0 })
  })

  test('asks about the last exit of those who left twice, where both are due in a period', async () => {
    await deliver(world, {
      engagements: [
        left('anna', '2025-03-31', 'work'),
        { person: 'anna', start_date: '2025-04-15', end_date: '2025-05-31', end_reason: 'other' },
        left('bo', '2025-05-31', 'work'),
      ],
      statuses: [occupation('anna', '2025-06-30', 'work'), occupation('anna', '2025-08-31', 'unemployed')],
    })
    await count(world, [agreementOf()], '2026-01-31', ['share_in_work_or_studies_3m'])
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025')).toMatchObject({
      numerator: 0, // anna, by the answer after May
      denominator: 2,
      unknown: 1, // bo
    })
  })

  test('is not due before the first day of follow-up, nor computable where nobody is asked', async () => {
    await deliver(world, { engagements, statuses })
    const status = async (indicator: string, period: string) =>
      (await figureOf(world, indicator, period)).status
    const ids = ['3m', '6m', '12m'].map((months) => `share_in_work_or_studies_${months}`)
    await count(world, [agreementOf({ followup: { months: [3, 6] } })], '2026-02-28', [
      ...ids,
      'share_sustained_6m',
    ])
    expect(await status('share_in_work_or_studies_3m', '2025-T1')).toBe('not_due')
    expect(await status('share_in_work_or_studies_3m', '2025-T2')).toBe('ok')
    expect(await status('share_in_work_or_studies_6m', '2025-T2')).toBe('not_due') // from 1 September
    expect(await status('share_sustained_6m', '2025-T2')).toBe('not_due')
    expect(await status('share_in_work_or_studies_3m', '2026-T1')).toBe('no_data') // nobody before 20 March
    expect(await status('share_in_work_or_studies_12m', '2025')).toBe('not_computable')
    await count(world, [agreementOf()], '2026-02-28', ids)
    expect(await status('share_in_work_or_studies_12m', '2026')).toBe('not_due') // from 1 March
    await count(world, [agreementOf()], '2026-03-01', ids)
    expect(await status('share_in_work_or_studies_12m', '2026')).toBe('no_data')
  })

  test('is sustained by those who went to work or studies and are there still', async () => {
    await deliver(world, { engagements, statuses })
    await count(world, [agreementOf()], '2026-01-31', ['share_sustained_6m'])
    expect(await figureOf(world, 'share_sustained_6m', '2025')).toMatchObject({
      numerator: 1, // bo; dan is not, and cia and fia did not go there
      denominator: 6,
      unknown: 2, // anna, whose answer came too late, and eva, of whom nobody knows where she went
    })
  })

  test('is counted from the day of follow-up, by the answers that there are', async () => {
    await deliver(world, { engagements, statuses })
    const on = async (asOf: string, window_days = 30) => {
      await count(world, [agreementOf({ followup: { window_days } })], asOf, ['share_in_work_or_studies_3m'])
      return figureOf(world, 'share_in_work_or_studies_3m', '2025')
    }
    expect(await on('2025-08-30')).toMatchObject({ denominator: 0 })
    expect(await on('2025-08-31')).toMatchObject({
      numerator: 3, // anna, bo, cia
      denominator: 6,
      unknown: 3,
      upper_bound: 1,
    })
    expect(await on('2025-09-05')).toMatchObject({ numerator: 2, denominator: 6 }) // bo's second answer is nearer
    expect(await on('2025-09-05', 0)).toMatchObject({ numerator: 1, denominator: 6, unknown: 5 }) // cia, on the day
  })

  test('is not computable where nobody sends statuses', async () => {
    await deliver(world, { engagements })
    const sources = [{ id: 'stays', sender: 'x', dataset: 'engagements', files: 'x' }]
    await count(world, [agreementOf({ sources })], '2026-01-31', ['share_in_work_or_studies_3m'])
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025')).toMatchObject({
      status: 'not_computable',
    })
  })

  test('speaks of an activity that was left, and counts a person once', async () => {
    await deliver(world, {
      engagements: [
        { ...left('anna', '2025-03-31', 'work'), activity: 'course' },
        { ...left('anna', '2025-06-30', 'work'), activity: 'cafe' },
        { ...left('bo', '2025-03-31', 'work'), activity: 'course' },
        { person: 'bo', activity: 'course', start_date: '2025-07-15', end_date: '2025-07-31' },
      ],
      statuses: [occupation('anna', '2025-07-01', 'studies'), occupation('bo', '2025-06-30', 'work')],
    })
    await count(world, [agreementOf()], '2026-01-31', ['share_in_work_or_studies_3m'])
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025', 'course')).toMatchObject({
      numerator: 1,
      denominator: 2, // the last of bo's two decides
      unknown: 1,
    })
    // the agreement was left on 30 June: what was known in July is not within a month of September
    expect(await figureOf(world, 'share_in_work_or_studies_3m', '2025')).toMatchObject({
      numerator: 0,
      denominator: 2,
      unknown: 2,
    })
  })
})

describe('from neither to work or studies', () => {
  test('leaves out those who had something when they enrolled, and those of whom it is unknown', async () => {
    await deliver(world, {
      engagements: [
        began('anna', 'unemployed', 'work'),
        began('bo', 'neither', 'studies'),
        began('cia', 'neither', 'unknown'),
        began('dan', 'unemployed', 'moved'),
        began('eva', 'studies', 'work'),
        began('fia', null, 'work'),
      ],
    })
    await count(world, [agreementOf()], '2026-01-31', ['share_from_none_to_work_or_studies'])
    expect(await figureOf(world, 'share_from_none_to_work_or_studies', '2025')).toMatchObject({
      numerator: 2,
      denominator: 4,
      unknown: 1,
      excluded: 2,
      upper_bound: 3 / 4,
    })
  })
})

const exit = (person: string, end_date: string) => ({ person, start_date: '2025-03-01', end_date })
const answer = (stage: string, date: string, total: number) => ({ person: 'anna', stage, date, total })

describe('after the agreement has ended', () => {
  const ENDED = { period: { start: '2025-03-01', end: '2025-10-31' } }
  const SHARE = 'share_in_work_or_studies_3m'

  test('those who left fall due in all of it, which is complete once the last of them has', async () => {
    await deliver(world, {
      engagements: [exit('anna', '2025-07-01'), exit('bo', '2025-09-01'), exit('cia', '2025-10-31')],
      statuses: [
        { person: 'bo', date: '2025-12-01', domain: 'occupation', value: 'work' },
        { person: 'cia', date: '2026-01-31', domain: 'occupation', value: 'work' },
      ],
      delivery: [{ source_id: 'statuses', dataset: 'statuses' }],
    })
    await count(world, [agreementOf(ENDED)], '2026-01-01', [SHARE])
    expect(await figureOf(world, SHARE, '1')).toMatchObject({ denominator: 1, complete: true })
    expect(await figureOf(world, SHARE, '2025')).toMatchObject({ denominator: 2, complete: true })
    expect(await figureOf(world, SHARE, 'all')).toMatchObject({ denominator: 2, complete: false })
    await count(world, [agreementOf(ENDED)], '2026-02-01', [SHARE])
    expect(await figureOf(world, SHARE, 'all')).toMatchObject({
      numerator: 2,
      denominator: 3,
      complete: true,
    })
  })

  test('an answer to the last survey counts in all of it', async () => {
    await deliver(world, {
      surveys: [answer('start', '2025-03-03', 24), answer('end', '2025-11-10', 27)],
    })
    await count(world, [agreementOf(ENDED)], '2026-02-01', ['self_efficacy_change'])
    expect(await figureOf(world, 'self_efficacy_change', 'all')).toMatchObject({ value: 3, denominator: 1 })
    expect(await figureOf(world, 'self_efficacy_change', '1')).toMatchObject({ denominator: 0 })
  })
})

describe('time in the agreement', () => {
  test('is the median of the last engagement, of those who left and of those who stay', async () => {
    await deliver(world, {
      engagements: [
        { person: 'anna', start_date: '2025-03-01', end_date: '2025-03-01' }, // 0 days
        { person: 'bo', start_date: '2025-03-01', end_date: '2025-03-31' },
        { person: 'bo', start_date: '2025-05-01', end_date: '2025-05-11' }, // 10
        { person: 'cia', start_date: '2025-03-01', end_date: '2025-03-31' }, // 30
        { person: 'dan', start_date: '2025-03-01', end_date: '2025-06-09', activity: 'course' }, // 100
        { person: 'eva', start_date: '2025-12-31' }, // 1 day in 2025
        { person: 'fia', start_date: '2025-12-01', end_date: '2026-01-10' }, // 31 in 2025
        { person: 'gun', start_date: '2025-12-22' }, // 10
        // of two that were open, the one that began last, whichever ends first
        { person: 'hal', start_date: '2025-04-01', end_date: '2026-01-20' },
        { person: 'hal', start_date: '2025-12-02', end_date: '2026-01-05' }, // 30
      ],
    })
    await count(world, [agreementOf()], '2026-01-31', ['median_days_leavers', 'median_days_stayers'])
    expect(await figureOf(world, 'median_days_leavers', '2025')).toMatchObject({
      value: 20,
      numerator: null,
      denominator: 4,
      ci_low: null,
      note: '',
    })
    expect(await figureOf(world, 'median_days_leavers', '2025', 'course')).toMatchObject({ value: 100 })
    expect(await figureOf(world, 'median_days_stayers', '2025')).toMatchObject({ value: 20, denominator: 4 })
    expect(await figureOf(world, 'median_days_stayers', '2025', 'cafe')).toMatchObject({ value: null })
    expect(await figureOf(world, 'median_days_stayers', '2026')).toMatchObject({ value: 36.5 }) // 32 and 41
  })
})

import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agreementOf, count, deliver, figureOf, figures, openWorld } from '../small-world.ts'
import { protect } from './protect.ts'

const AS_OF = '2026-04-30'
const CLOSED = { period: { start: '2025-03-01', end: '2025-12-31' } }
const crowd = (size: number, prefix: string) =>
  Array.from({ length: size }, (_, index) => `${prefix}${index}`)
const left = (people: string[], end_reason: string | null) =>
  people.map((person) => ({ person, start_date: '2025-03-01', end_date: '2025-06-30', end_reason }))

const attending = (size: number, date: string, prefix: string) =>
  crowd(size, prefix).map((person) => ({ person, date, gender: 'woman', birth_year: 2009 }))
const visits = (size: number, prefix: string, date: string, activity: string) =>
  attending(size, date, prefix).map((visit) => ({ ...visit, activity }))

describe('a figure about few people', () => {
  let world: Warehouse
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())
  const protectWorld = async (terms: Record<string, unknown> = {}) => {
    const agreements = [agreementOf({ ...CLOSED, ...terms })]
    await count(world, agreements, AS_OF)
    await protect(world.connection)
  }

  test('is withheld from one to the threshold, and zero is shown as zero', async () => {
    await deliver(world, {
      attendance: [
        ...crowd(4, 'a').map((person) => ({ person, date: '2025-03-03', activity: 'course' })),
        ...crowd(5, 'b').map((person) => ({ person, date: '2025-03-03', activity: 'cafe' })),
      ],
    })
    await protectWorld()
    expect(await figureOf(world, 'unique_participants', '2025', 'course')).toMatchObject({
      status: 'suppressed',
      value: null,
    })
    // nine in all are shown: five would tell the four
    expect(await figureOf(world, 'unique_participants', '2025', 'cafe')).toMatchObject({
      status: 'suppressed',
      value: null,
    })
    expect(await figureOf(world, 'unique_participants', '2025')).toMatchObject({ status: 'ok', value: 9 })
    expect(await figureOf(world, 'unique_participants', '2025', 'sports')).toMatchObject({
      status: 'ok',
      value: 0,
    })
    expect(await figureOf(world, 'attendances', '2025', 'course')).toMatchObject({
      status: 'suppressed',
      numerator: null,
    })
    // visits that are shown would tell that five or more made them
    expect(await figureOf(world, 'attendances', '2025', 'cafe')).toMatchObject({ status: 'suppressed' })
    expect(await figureOf(world, 'sessions', '2025', 'course')).toMatchObject({ status: 'suppressed' })
  })

  test("keeps to the agreement's own threshold", async () => {
    await deliver(world, { attendance: crowd(9, 'a').map((person) => ({ person, date: '2025-03-03' })) })
    await protectWorld({ disclosure: { threshold: 10 } })
    expect(await figureOf(world, 'unique_participants', '2025')).toMatchObject({ status: 'suppressed' })
  })

  test('is withheld when one person stands for more than 85 per cent of a sum', async () => {
    const often = Array.from({ length: 28 }, (_, index) => ({
      person: 'a',
      date: `2025-03-${String(index + 1).padStart(2, '0')}`,
    }))
    await deliver(world, {
      attendance: [...often, ...crowd(4, 'b').map((person) => ({ person, date: '2025-03-03' }))],
    })
    await protectWorld()
    expect(await figureOf(world, 'unique_participants', '2025')).toMatchObject({ status: 'ok', value: 5 })
    expect(await figureOf(world, 'attendances', '2025')).toMatchObject({ status: 'suppressed' })
  })

  test('is withheld as a share when numerator or complement is small, or the base is', async () => {
    await deliver(world, {
      engagements: [...left(crowd(4, 'a'), 'work'), ...left(crowd(26, 'b'), 'studies')],
    })
    await protectWorld()
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({
      status: 'suppressed',
      denominator: null,
      ci_low: null,
    })
    expect(await figureOf(world, 'share_to_studies', '2025')).toMatchObject({ status: 'suppressed' })
    expect(await figureOf(world, 'share_to_work_or_studies', '2025')).toMatchObject({
      status: 'ok',
      value: 1,
      numerator: 30,
    })
  })

  test('is too few below the minimum base, share and mean alike', async () => {
    await deliver(world, {
      engagements: left(crowd(9, 'a'), 'work'),
      surveys: crowd(9, 'b').flatMap((person, index) => [
        { person, date: '2025-03-03', stage: 'start', total: 20 },
        { person, date: '2025-05-03', stage: 'end', total: 21 + index },
      ]),
    })
    await protectWorld()
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({ status: 'too_few', value: null })
    // how many answered is shown nowhere, and nine is one of the numbers that a mean is not shown with
    expect(await figureOf(world, 'self_efficacy_change', '2025')).toMatchObject({
      status: 'suppressed',
      note: '',
      ci_low: null,
    })
    expect(await figureOf(world, 'leavers', '2025')).toMatchObject({ status: 'ok', value: 9 })
  })

  test('is not told by what stands beside a share: the unknown, the known others, the excluded', async () => {
    const excluding = {
      definitions: { share_to_work_or_studies: { version: 1, parameters: { excluded_reasons: ['moved'] } } },
    }
    await deliver(world, {
      engagements: [
        ...left(crowd(20, 'work'), 'work'),
        ...left(crowd(6, 'unknown'), 'unknown'),
        ...left(crowd(3, 'other'), 'other'),
        ...left(crowd(2, 'moved'), 'moved'),
      ],
    })
    await protectWorld(excluding)
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({
      status: 'ok',
      numerator: 20,
      denominator: 29,
      unknown: null, // six of the nine others: it would tell the three
      lower_bound: null,
      upper_bound: null,
      excluded: null,
    })
  })

  test('is not told by a share of events that few people stand behind', async () => {
    await deliver(world, {
      attendance: crowd(12, 'a').map((person) => ({ person, date: '2025-03-03', activity: 'cafe' })),
      headcount: Array.from({ length: 20 }, (_, index) => ({
        date: `2025-04-${String(index + 1).padStart(2, '0')}`,
        count: 3,
      })),
    })
    await protectWorld()
    expect(await figureOf(world, 'attendances', '2025')).toMatchObject({ status: 'ok', value: 72 })
    expect(await figureOf(world, 'anonymous_share', '2025')).toMatchObject({
      status: 'suppressed',
      value: null,
    })
  })

  test('is not told by the ways that people went', async () => {
    await deliver(world, { engagements: [...left(['w'], 'work'), ...left(['s', 't'], 'studies')] })
    await deliver(world, { engagements: left(crowd(12, 'd'), 'dropped_out') })
    await protectWorld()
    expect(await figureOf(world, 'leavers', '2025')).toMatchObject({ status: 'ok', value: 15 })
    const ways = await queryRows(
      world.connection,
      z.object({ period: z.string(), to_status: z.string(), count: z.number().nullable() }),
      `select period, to_status, count from transition where stage = 'exit'`,
    )
    // of the agreement alone; twelve shown would leave three for two ways
    expect(ways.map((way) => [way.period, way.to_status, way.count])).toEqual([
      ['all', 'studies', null],
      ['all', 'unknown', null],
      ['all', 'work', null],
    ])
  })

  test('is not told by the others who went the same way', async () => {
    await deliver(world, {
      engagements: [
        ...left(crowd(30, 'a'), 'work').map((stay) => ({ ...stay, occupation_at_start: 'studies' })),
        ...left(crowd(20, 'b'), 'studies').map((stay) => ({ ...stay, occupation_at_start: 'studies' })),
        ...left(crowd(3, 'c'), 'work').map((stay) => ({ ...stay, occupation_at_start: 'work' })),
        ...left(crowd(11, 'd'), 'studies').map((stay) => ({ ...stay, occupation_at_start: 'work' })),
      ],
    })
    await protectWorld()
    const ways = await queryRows(
      world.connection,
      z.object({ way: z.string(), count: z.number().nullable() }),
      `select from_status || ' → ' || to_status as way, count from transition where stage = 'exit' order by way`,
    )
    // 33 went to work: the 30 who came from studies would tell the three
    expect(ways.map((each) => [each.way, each.count])).toEqual([
      ['studies → studies', 20],
      ['studies → work', null],
      ['work → studies', 11],
      ['work → work', null],
    ])
  })

  test('is not told by its events, however they are added', async () => {
    await deliver(world, {
      attendance: [
        ...visits(20, 'a', '2025-03-03', 'cafe'),
        ...visits(9, 'b', '2025-03-03', 'course'),
        ...visits(2, 'a', '2025-06-03', 'cafe'),
      ],
    })
    await protectWorld()
    const shown = await figures(world, `indicator = 'attendances' and status = 'ok' and value > 0`)
    const totals = shown.filter(({ breakdown }) => breakdown === 'total').map(({ period }) => period)
    // as many people came in spring as visits were made, so to hide those would leave no more than two for summer
    expect(totals).toEqual(['2025-T1'])
    expect(shown.filter(({ period }) => period !== '2025-T1')).toEqual([])
    expect(await figureOf(world, 'visits_per_open_day', '2025-T2')).toMatchObject({ status: 'suppressed' })
  })

  test('is not told by a period less one that lies in it', async () => {
    await deliver(world, {
      attendance: [...attending(22, '2025-03-03', 'a'), ...attending(20, '2025-06-03', 'a')],
    })
    await protectWorld()
    const shown = await figures(
      world,
      `indicator = 'unique_participants' and breakdown = 'total' and status = 'ok'`,
    )
    const numbers = new Set(shown.map(({ value }) => value).filter((value) => value !== 0))
    // two of those who came in spring came no more in summer
    expect([...numbers]).toHaveLength(1)
  })

  test('is broken down by years, not by parts of them, where there are too many breakdowns to bear', async () => {
    const years = ['2023', '2024', '2025'].flatMap((year) => attending(80, `${year}-03-03`, 'a'))
    const attendance = years.map((visit) => ({ ...visit, district: `Område ${visit.person}` }))
    await deliver(world, { attendance })
    await protectWorld({ period: { start: '2023-01-01', end: '2025-12-31' } })
    const women = (period: string) => figureOf(world, 'unique_participants', period, 'woman', 'gender')
    expect(await women('2025')).toMatchObject({ status: 'ok', value: 80 })
    expect(await women('2025-T1')).toMatchObject({ status: 'suppressed', value: null })
    expect(await figureOf(world, 'unique_participants', '2025-T1')).toMatchObject({
      status: 'ok',
      value: 80,
    })
  })

  test('is shown in total only while the period is open, and crossed only in large periods', async () => {
    await deliver(world, {
      attendance: [
        ...attending(250, '2025-03-03', 'a'),
        ...attending(249, '2025-06-03', 'a'),
        ...attending(40, '2026-01-10', 'b'),
      ],
    })
    await protectWorld({ period: { start: '2025-03-01', end: '2026-12-31' } })
    const broken = await figures(world, `indicator = 'unique_participants' and breakdown <> 'total'`)
    expect(broken.filter(({ period }) => ['2026', 'all'].includes(period))).toEqual([])
    const crossed = broken
      .filter(({ breakdown }) => breakdown === 'gender*age_group')
      .map(({ period }) => period)
    expect([...new Set(crossed)].toSorted()).toEqual(['1', '2025', '2025-T1'])
    expect(
      await figureOf(world, 'unique_participants', '2025', 'woman*16–19', 'gender*age_group'),
    ).toMatchObject({ value: 250 })
    expect(await figureOf(world, 'unique_participants', '2026')).toMatchObject({ status: 'ok', value: 40 })
  })
})

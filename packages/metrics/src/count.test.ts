import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementOf, count, deliver, figureOf, openWorld } from './small-world.ts'

let world: Warehouse
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const AS_OF = '2026-06-30'
const by = (breakdown: string, category: string, period: string) =>
  value('unique_participants', period, category, breakdown)
const value = async (indicator: string, period: string, category = '', breakdown?: string) =>
  (await figureOf(world, indicator, period, category, breakdown)).value

describe('participants', () => {
  beforeEach(async () => {
    await deliver(world, {
      attendance: [
        { person: 'anna', date: '2025-03-03', activity: 'course' },
        { person: 'anna', date: '2025-03-03', activity: 'cafe' },
        { person: 'anna', date: '2026-02-10', activity: 'course' },
        { person: 'bo', date: '2025-09-01', activity: 'course' },
        { person: 'bo', date: '2025-09-02', activity: 'course', attendance: 'absent' },
        { person: 'cia', date: '2025-09-02', activity: 'course', attendance: 'excused' },
        { person: 'dan', date: '2025-09-02', activity: 'course', role: 'leader' },
        { person: 'eva', date: '2026-07-01', activity: 'course' },
        { person: null, date: '2025-09-02', activity: 'course' },
      ],
    })
    await count(world, [agreementOf()], AS_OF)
  })

  test('are counted once in each period and activity, not added up', async () => {
    expect(await value('unique_participants', '2025')).toBe(2)
    expect(await value('unique_participants', '2025-T1')).toBe(1)
    expect(await value('unique_participants', '2025-T2')).toBe(0)
    expect(await value('unique_participants', '2025-T3')).toBe(1)
    expect(await value('unique_participants', '2025', 'course')).toBe(2)
    expect(await value('unique_participants', '2025', 'cafe')).toBe(1)
    expect(await value('unique_participants', '1')).toBe(2)
    expect(await value('unique_participants', 'all')).toBe(2)
  })

  test('are new once, whatever the activity', async () => {
    expect(await value('new_participants', '2025')).toBe(2)
    expect(await value('new_participants', '2026')).toBe(0)
    expect(await value('new_participants', '2025-T3', 'course')).toBe(1)
  })
})

describe('attributes of people', () => {
  test('are those known at the end of each period, age at the end of the calendar year', async () => {
    await deliver(world, {
      person: [{ person: 'bo', birth_year: 2009, gender: 'man' }],
      participants: [
        { person: 'anna', known_from: '2025-04-30', birth_year: 2009, gender: 'woman', district: 'Norr' },
        { person: 'anna', known_from: '2026-04-30', gender: 'other', district: 'Söder' },
        { person: 'bo', known_from: '2025-04-30', gender: 'unknown' },
      ],
      attendance: [
        { person: 'anna', date: '2025-03-03' },
        { person: 'anna', date: '2026-03-03' },
        { person: 'bo', date: '2025-03-03' },
        { person: 'cia', date: '2025-03-03', birth_year: 1950 },
      ],
    })
    await count(world, [agreementOf()], AS_OF)
    expect(await by('gender', 'woman', '2025')).toBe(1)
    expect(await by('gender', 'man', '2025')).toBe(1)
    expect(await by('gender', 'unknown', '2025')).toBe(1)
    expect(await by('gender', 'other', '2025')).toBe(0)
    expect(await by('gender', 'other', '2026')).toBe(1)
    expect(await by('age_group', '16–19', '2025')).toBe(2)
    expect(await by('age_group', '65+', '2025')).toBe(1)
    expect(await by('district', 'Norr', '2025')).toBe(1)
    expect(await by('district', 'Söder', '2026')).toBe(1)
    expect(await by('gender*age_group', 'woman*16–19', '2025')).toBe(1)
  })

  test('that nobody knows are not computable rather than zero', async () => {
    await deliver(world, { attendance: [{ person: 'anna', date: '2025-03-03' }] })
    await count(world, [agreementOf()], AS_OF, ['unique_participants'])
    expect(await figureOf(world, 'unique_participants', '2025', 'woman', 'gender')).toMatchObject({
      status: 'not_computable',
    })
  })

  test('that sources disagree on are counted', async () => {
    await deliver(world, {
      person: [{ person: 'anna', birth_year: 2009, gender: 'woman' }],
      participants: [
        { person: 'anna', birth_year: 2008, gender: 'woman', district: 'Norr' },
        { person: 'bo', birth_year: 2008, district: 'Norr' },
      ],
      attendance: [
        { person: 'anna', date: '2025-03-03', district: 'Norr' },
        { person: 'bo', date: '2025-03-03', district: 'Söder' },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['attendances'])
    const reader = await world.connection.runAndReadAll('from person_conflict order by attribute')
    expect(reader.getRowObjectsJson()).toEqual([
      { agreement: 'park', attribute: 'birth_year', people: 1 },
      { agreement: 'park', attribute: 'district', people: 1 },
    ])
  })
})

/** The list of one sports session, its leader included. */
const group = (session: string, start_time: string, people: string[], minutes: number, led = true) =>
  [
    ...people.map((person) => ({ person, birth_year: 2012, role: 'participant' })),
    ...(led ? [{ person: 'dan', birth_year: 1990, role: 'leader' }] : []),
  ].map((row) => ({ ...row, date: '2025-03-03', activity: 'sports', session, start_time, minutes }))

describe('attendances', () => {
  test('follow the counting rule of each activity', async () => {
    const day = { date: '2025-03-03', person: 'anna' }
    await deliver(world, {
      attendance: [
        ...['09:00', '11:00', '13:00'].flatMap((start_time) => [
          { ...day, activity: 'cafe', start_time },
          { ...day, activity: 'course', start_time },
          { ...day, activity: 'day-centre', start_time },
        ]),
        { ...day, date: '2025-03-04', activity: 'day-centre' },
        { ...day, date: '2025-03-31', activity: 'cafe' },
        { ...day, date: '2025-04-03', activity: 'cafe' },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['attendances'])
    expect(await value('attendances', '2025', 'cafe')).toBe(3)
    expect(await value('attendances', '2025', 'course')).toBe(3)
    expect(await value('attendances', '2025', 'day-centre')).toBe(3)
    expect(await value('attendances', '2025')).toBe(9)
  })

  test('count for the LOK grant when the session is long, led and of the right size', async () => {
    await deliver(world, {
      attendance: [
        ...group('a', '16:00', ['anna', 'bo', 'cia'], 60),
        ...group('b', '18:00', ['anna', 'bo', 'eva'], 60), // a second session of the day: eva only
        ...group('short', '14:00', ['fia', 'gun', 'hal'], 59),
        ...group('unled', '15:00', ['fia', 'gun', 'hal'], 60, false),
        ...group('small', '13:00', ['fia', 'gun'], 60),
        {
          person: 'old',
          birth_year: 1999,
          date: '2025-03-03',
          activity: 'sports',
          session: 'a',
          minutes: 60,
        },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['attendances', 'unique_participants', 'sessions'])
    expect(await value('attendances', '2025')).toBe(4)
    expect(await value('unique_participants', '2025')).toBe(8)
    expect(await value('sessions', '2025')).toBe(5)
  })

  test('take in what was counted without identity, by the gender and age group that was noted', async () => {
    await deliver(world, {
      attendance: [
        { person: 'anna', date: '2025-03-03', activity: 'cafe' },
        { person: null, date: '2025-03-03', activity: 'cafe', gender: 'man', birth_year: 2009 },
      ],
      headcount: [
        { date: '2025-03-03', count: 7, gender: 'woman', age_group: '16-19' },
        { date: '2025-03-04', count: 3 },
        { date: '2025-03-05', count: 0 },
      ],
    })
    await count(world, [agreementOf()], AS_OF, [
      'attendances',
      'anonymous_share',
      'visits_per_open_day',
      'sessions',
    ])
    expect(await figureOf(world, 'attendances', '2025')).toMatchObject({ value: 12, people: 7 })
    expect(await value('attendances', '2025', 'woman', 'gender')).toBe(7)
    expect(await value('attendances', '2025', 'man', 'gender')).toBe(1)
    expect(await value('attendances', '2025', 'unknown', 'gender')).toBe(4)
    expect(await value('attendances', '2025', '16–19', 'age_group')).toBe(8)
    expect(await figureOf(world, 'anonymous_share', '2025')).toMatchObject({
      value: 11 / 12,
      numerator: 11,
      denominator: 12,
    })
    expect(await figureOf(world, 'visits_per_open_day', '2025')).toMatchObject({
      value: 6,
      numerator: 12,
      denominator: 2,
    })
  })
})

describe('sessions', () => {
  test('are told by name or by start, and last as long as the longest noted time', async () => {
    await deliver(world, {
      attendance: [
        {
          person: 'anna',
          date: '2025-03-03',
          activity: 'course',
          session: 'a',
          start_time: '10:00',
          minutes: 60,
        },
        {
          person: 'bo',
          date: '2025-03-03',
          activity: 'course',
          session: 'a',
          start_time: '10:00',
          minutes: 90,
        },
        { person: 'bo', date: '2025-03-03', activity: 'course', session: 'b', minutes: 30 },
        {
          person: 'bo',
          date: '2025-03-03',
          activity: 'course',
          session: 'c',
          attendance: 'absent',
          minutes: 30,
        },
        { person: 'bo', date: '2025-03-04', activity: 'cafe', start_time: '17:00' },
      ],
      headcount: [
        { date: '2025-03-04', count: 9, start_time: '17:00', gender: 'woman' },
        { date: '2025-03-04', count: 9, start_time: '17:00', gender: 'man', minutes: 120 },
        { date: '2025-03-05', count: 9, start_time: '17:00' },
        { date: '2025-03-06', count: 0, start_time: '17:00', minutes: 60 },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['sessions', 'activity_hours', 'visits_per_open_day'])
    expect(await value('sessions', '2025')).toBe(4)
    expect(await value('sessions', '2025', 'course')).toBe(2)
    expect(await value('sessions', '2025', 'cafe')).toBe(2)
    expect(await figureOf(world, 'activity_hours', '2025')).toMatchObject({ value: 4, unknown: 1 })
    expect(await figureOf(world, 'visits_per_open_day', '2025')).toMatchObject({ denominator: 3 })
  })
})

import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementOf, count, deliver, figureOf, openWorld } from './small-world.ts'

let world: Warehouse
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const AS_OF = '2026-06-30'
const value = async (indicator: string, period: string, category = '') =>
  (await figureOf(world, indicator, period, category)).value

describe('those who leave', () => {
  beforeEach(async () => {
    await deliver(world, {
      engagements: [
        // two stays in activities: leaves the first in 2025, the agreement in 2026
        {
          person: 'anna',
          activity: 'course',
          start_date: '2025-03-01',
          end_date: '2025-06-30',
          end_reason: 'completed',
        },
        {
          person: 'anna',
          activity: 'cafe',
          start_date: '2025-03-01',
          end_date: '2026-02-01',
          end_reason: 'work',
        },
        // twice in and out: the last one decides
        {
          person: 'bo',
          activity: 'course',
          start_date: '2025-03-01',
          end_date: '2025-04-01',
          end_reason: 'work',
        },
        {
          person: 'bo',
          activity: 'course',
          start_date: '2025-05-01',
          end_date: '2025-12-31',
          end_reason: 'studies',
        },
        // the stay in the agreement speaks for the whole, whatever the activity's list forgot to end
        { person: 'cia', start_date: '2025-03-01', end_date: '2025-09-01', end_reason: null },
        { person: 'cia', activity: 'course', start_date: '2025-03-01' },
        { person: 'dan', start_date: '2025-03-01', end_date: '2025-09-01', end_reason: 'moved' },
        { person: 'eva', start_date: '2025-03-01', end_date: '2026-07-01', end_reason: 'work' }, // after as_of
        { person: 'fia', start_date: '2026-03-01' },
      ],
    })
  })

  test('are told from those who stay, for the whole and for each activity', async () => {
    await count(world, [agreementOf()], AS_OF, ['enrolled_participants', 'leavers', 'stayers'])
    expect(await value('enrolled_participants', '2025')).toBe(5)
    expect(await value('leavers', '2025')).toBe(3) // bo, cia, dan
    expect(await value('stayers', '2025')).toBe(2) // anna, eva
    expect(await value('leavers', '2025', 'course')).toBe(3) // anna, bo, and cia with the agreement
    expect(await value('stayers', '2025', 'course')).toBe(0)
    expect(await value('leavers', '2025-T1')).toBe(1) // bo
    expect(await value('enrolled_participants', '2026')).toBe(3)
    expect(await value('leavers', '2026')).toBe(1)
  })

  test('of an activity alone, after a stay in the agreement or before it, are counted in the whole too', async () => {
    const again = { person: 'gun', activity: 'course', start_date: '2026-02-01' }
    await deliver(world, {
      engagements: [
        { person: 'gun', start_date: '2025-03-01', end_date: '2025-10-31', end_reason: 'completed' },
        { ...again, end_date: '2026-05-31', end_reason: 'work' },
        { person: 'hal', activity: 'cafe', start_date: '2025-03-01', end_date: '2026-02-28' },
        { person: 'hal', start_date: '2025-05-01', end_date: '2025-12-31' },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['enrolled_participants', 'leavers', 'share_to_work'])
    expect(await value('enrolled_participants', '2025')).toBe(7)
    expect(await value('leavers', '2025')).toBe(4) // gun beside the three
    expect(await value('enrolled_participants', '2026')).toBe(5)
    expect(await value('leavers', '2026')).toBe(3) // anna, gun, hal
    expect(await value('leavers', '2026', 'course')).toBe(1)
    expect(await figureOf(world, 'share_to_work', '2026')).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('to work or studies: the unknown stay in the denominator and stand beside', async () => {
    await count(world, [agreementOf()], AS_OF, [
      'share_to_work_or_studies',
      'share_to_work',
      'share_to_studies',
    ])
    expect(await figureOf(world, 'share_to_work_or_studies', '2025')).toMatchObject({
      value: 1 / 3,
      numerator: 1,
      denominator: 3,
      unknown: 1,
      excluded: 0,
      lower_bound: 1 / 3,
      upper_bound: 2 / 3,
    })
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({ numerator: 0, denominator: 3 })
    expect(await figureOf(world, 'share_to_studies', '2025')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(await value('share_to_work', '2026')).toBe(1)
  })

  test('leave out the reasons that the agreement excludes, in the parts as in the whole', async () => {
    const definitions = {
      share_to_work_or_studies: { version: 3, parameters: { excluded_reasons: ['moved', 'deceased'] } },
    }
    await count(world, [agreementOf({ definitions })], AS_OF, ['share_to_work_or_studies', 'share_to_work'])
    const whole = await figureOf(world, 'share_to_work_or_studies', '2025')
    expect(whole).toMatchObject({ numerator: 1, denominator: 2, excluded: 1 })
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({ denominator: 2, excluded: 1 })
  })
})

describe('association life', () => {
  const attendance = ['anna', 'bo', 'cia', 'dan', 'eva'].map((person) => ({ person, date: '2025-03-03' }))
  const memberships = [
    { person: 'anna', association: 'Sollentuna IK', start_date: '2025-01-01' },
    { person: 'bo', association: 'FÖRENINGEN PARKEN', start_date: '2025-01-01' },
    { person: 'cia', association: '16802400-1234' },
    { person: 'dan', association: 'Sollentuna IK', end_date: '2025-02-28' },
    { person: 'nobody', association: 'Sollentuna IK' },
  ]
  const statuses = [
    { person: 'bo', date: '2025-04-01', domain: 'association_life', value: 'active' },
    { person: 'bo', date: '2025-06-01', domain: 'association_life', value: 'inactive' },
    { person: 'cia', date: '2025-03-01', domain: 'association_life', value: 'inactive' },
    { person: 'cia', date: '2025-05-01', domain: 'association_life', value: 'active' },
    { person: 'dan', date: '2025-05-01', domain: 'association_life', value: 'declined' },
  ]

  test('is known of those with a status, when no register was delivered for the period', async () => {
    await deliver(world, { attendance, memberships, statuses })
    await count(world, [agreementOf()], AS_OF, ['association_participants', 'share_association_active'])
    expect(await value('association_participants', '2025')).toBe(3) // anna, cia, and dan until 28 February
    expect(await value('association_participants', '1')).toBe(2)
    expect(await figureOf(world, 'association_participants', '1')).toMatchObject({ unknown: 2 }) // dan, eva
    expect(await figureOf(world, 'share_association_active', '1')).toMatchObject({
      numerator: 1, // cia
      denominator: 2, // and bo, who is known not to be
      unknown: 3,
      lower_bound: 1 / 5,
      upper_bound: 4 / 5,
    })
  })

  test('is known of everyone when a register for the period was delivered', async () => {
    await deliver(world, {
      attendance,
      memberships,
      delivery: [
        {
          delivery: 1,
          source_id: 'register',
          dataset: 'memberships',
          scope_start: '2025-03-01',
          scope_end: '2025-12-31',
        },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['share_association_active'])
    expect(await figureOf(world, 'share_association_active', '1')).toMatchObject({
      numerator: 1,
      denominator: 5,
      unknown: 0,
    })
  })

  test('counts the partner association when the agreement says so', async () => {
    await deliver(world, { attendance, memberships })
    const definitions = { share_association_active: { version: 1, parameters: { include_partner: true } } }
    await count(world, [agreementOf({ definitions })], AS_OF, ['association_participants'])
    expect(await value('association_participants', '1')).toBe(3)
  })
})

const life = (person: string, date: string, noted: string, stage: string | null = null) => ({
  person,
  date,
  domain: 'association_life',
  value: noted,
  stage,
})

describe('those who are new in associations', () => {
  const attendance = ['anna', 'bo', 'cia', 'dan', 'eva', 'fia'].map((person) => ({
    person,
    date: '2025-05-03',
  }))

  test('were known not to be active when they began', async () => {
    await deliver(world, {
      attendance,
      statuses: [
        life('anna', '2025-05-10', 'inactive', 'start'), // noted a week late, as of the start
        life('anna', '2025-09-01', 'active', 'update'),
        life('bo', '2025-05-01', 'active'),
        life('bo', '2025-09-01', 'active'),
        life('cia', '2025-05-03', 'inactive'),
        life('dan', '2025-09-01', 'active', 'update'), // unknown at the start
        life('eva', '2025-05-03', 'inactive', 'start'),
        life('eva', '2026-02-01', 'active'), // not in 2025
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['share_newly_association_active'])
    expect(await figureOf(world, 'share_newly_association_active', '2025')).toMatchObject({
      numerator: 1, // anna
      denominator: 4, // and bo, cia, eva
      unknown: 2, // dan, fia
    })
    expect(await value('share_newly_association_active', 'all')).toBe(2 / 4)
  })

  test('were not if a membership or the last word by then says that they were active', async () => {
    await deliver(world, {
      attendance,
      memberships: [{ person: 'anna', association: 'Sollentuna IK', start_date: '2020-01-01' }],
      statuses: [
        life('anna', '2025-05-03', 'inactive', 'start'), // and yet a member
        life('bo', '2025-03-01', 'active'),
        life('bo', '2025-05-01', 'inactive'), // the last word by 3 May
        life('bo', '2025-09-01', 'active'),
        life('cia', '2025-03-01', 'inactive'),
        life('cia', '2025-05-01', 'active'),
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['share_newly_association_active'])
    expect(await figureOf(world, 'share_newly_association_active', '2025')).toMatchObject({
      numerator: 1, // bo
      denominator: 3,
    })
  })

  test('are told from a register that speaks of the day on which they first came', async () => {
    await deliver(world, {
      attendance,
      memberships: [
        { person: 'anna', association: 'Sollentuna IK', start_date: '2025-06-01' },
        { person: 'bo', association: 'Sollentuna IK', start_date: '2025-05-03' },
        { person: 'cia', association: 'Föreningen Parken', start_date: '2025-06-01' },
      ],
      delivery: [
        {
          source_id: 'register',
          dataset: 'memberships',
          scope_start: '2025-05-01',
          scope_end: '2025-12-31',
        },
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['share_newly_association_active'])
    expect(await figureOf(world, 'share_newly_association_active', '2025')).toMatchObject({
      numerator: 1,
      denominator: 6,
      unknown: 0,
    })
  })
})

const culture = (person: string, date: string, noted: string) => ({
  person,
  date,
  domain: 'culture_leisure',
  value: noted,
})

describe('culture and leisure', () => {
  test('is an activity of that kind, or a status in the period', async () => {
    await deliver(world, {
      attendance: [
        { person: 'anna', date: '2025-03-03', activity: 'cafe' },
        { person: 'anna', date: '2026-03-03', activity: 'course' },
        ...['bo', 'cia', 'dan', 'eva'].map((person) => ({ person, date: '2025-03-03' })),
      ],
      statuses: [
        culture('bo', '2025-04-01', 'active'),
        culture('bo', '2025-06-01', 'inactive'), // has taken part in the year all the same
        culture('cia', '2025-04-01', 'inactive'),
        culture('dan', '2025-04-01', 'unknown'),
        culture('nobody', '2025-04-01', 'active'), // no participant
      ],
    })
    const activities = [
      { id: 'cafe', name: 'Kafé', kind: 'leisure' },
      { id: 'course', name: 'Kurs', kind: 'course' },
    ]
    await count(world, [agreementOf({ activities })], AS_OF, ['culture_leisure_participants'])
    expect(await figureOf(world, 'culture_leisure_participants', '2025')).toMatchObject({
      value: 2, // anna, bo
      unknown: 2, // dan, eva
    })
    expect(await value('culture_leisure_participants', '2025', 'course')).toBe(1)
    expect(await value('culture_leisure_participants', '2026')).toBe(0)
  })
})

const answer = (person: string, date: string, stage: string, total: number | null) => ({
  person,
  date,
  stage,
  total,
})

/** The paired example of the design. */
const PAIRS = [
  ...[24, 27, 30, 22, 28, 31, 19, 25, 26, 29, 23, 27].map((total, index) =>
    answer(`p${index}`, '2025-03-03', 'start', total),
  ),
  ...[27, 28, 33, 25, 27, 35, 24, 29, 27, 31, 26, 30].map((total, index) =>
    answer(`p${index}`, '2025-05-03', 'end', total),
  ),
]

describe('self-efficacy', () => {
  test('is the last end in the period against the last start before it', async () => {
    await deliver(world, {
      surveys: [
        answer('anna', '2025-03-03', 'start', 20),
        answer('anna', '2025-04-03', 'start', 24),
        answer('anna', '2025-05-03', 'end', 30),
        answer('anna', '2025-06-03', 'end', 27),
        answer('bo', '2025-03-03', 'start', 27),
        answer('bo', '2026-01-10', 'end', 28),
        answer('cia', '2025-05-03', 'end', 28),
        answer('cia', '2025-06-03', 'start', 20),
        answer('dan', '2025-03-03', 'start', 20),
        answer('dan', '2025-05-03', 'end', null),
      ],
    })
    await count(world, [agreementOf()], AS_OF, ['self_efficacy_change'])
    expect(await figureOf(world, 'self_efficacy_change', '2025')).toMatchObject({
      value: 3,
      denominator: 1,
      excluded: 1,
      ci_low: null,
    })
    expect(await figureOf(world, 'self_efficacy_change', '1')).toMatchObject({ value: 2, denominator: 2 })
  })

  test('carries a deviation of zero, and no d_z, where all changed alike', async () => {
    const people = ['ada', 'bo', 'cia']
    await deliver(world, {
      surveys: people.flatMap((person) => [
        { person, date: '2025-03-03', stage: 'start', total: 20 },
        { person, date: '2025-05-03', stage: 'end', total: 23 },
      ]),
    })
    await count(world, [agreementOf()], AS_OF, ['self_efficacy_change'])
    expect(await figureOf(world, 'self_efficacy_change', '2025')).toMatchObject({
      value: 3,
      note: 'sd=0.000000',
    })
  })

  // The paired example of the design: mean 2.583333, SD 1.621354, interval [1.553174, 3.613492], d_z 1.593319.
  test('carries mean, interval, standard deviation and d_z of the published example', async () => {
    await deliver(world, { surveys: PAIRS })
    await count(world, [agreementOf()], AS_OF, ['self_efficacy_change'])
    const figure = await figureOf(world, 'self_efficacy_change', '2025')
    expect(figure.value).toBeCloseTo(2.583333, 6)
    expect(figure.ci_low).toBeCloseTo(1.553174, 6)
    expect(figure.ci_high).toBeCloseTo(3.613492, 6)
    expect(figure.note).toBe('sd=1.621354 d_z=1.593319')
  })

  // The same example: 11 improved, 3 of them by the criterion of 3.069782 or more.
  test('is improved, and reliably so, for as many as in the published example', async () => {
    await deliver(world, { surveys: [...PAIRS, answer('late', '2025-05-03', 'end', 40)] })
    await count(world, [agreementOf()], AS_OF, [
      'share_self_efficacy_improved',
      'share_self_efficacy_reliably_improved',
    ])
    expect(await figureOf(world, 'share_self_efficacy_improved', '2025')).toMatchObject({
      numerator: 11,
      denominator: 12,
      excluded: 1,
    })
    expect(await figureOf(world, 'share_self_efficacy_reliably_improved', '2025')).toMatchObject({
      numerator: 3,
      denominator: 12,
      excluded: 1,
    })
  })

  test('is not reliably improved where nobody rose, though all began alike', async () => {
    const people = ['ada', 'bo', 'cia']
    await deliver(world, {
      surveys: people.flatMap((person, rise) => [
        answer(person, '2025-03-03', 'start', 20),
        answer(person, '2025-05-03', 'end', 19 + rise),
      ]),
    })
    await count(world, [agreementOf()], AS_OF, ['share_self_efficacy_reliably_improved'])
    expect(await figureOf(world, 'share_self_efficacy_reliably_improved', '2025')).toMatchObject({
      numerator: 1, // cia: where the deviation is zero any rise is more than chance
      denominator: 3,
    })
  })
})

import type { Warehouse } from '@utfall/warehouse'
import fc from 'fast-check'
import { agreementOf, count, deliver, openWorld } from './small-world.ts'

/** Many random worlds, each an agreement of its own in one warehouse, counted in one go. Only tests use them. */
export const WORLDS = 15
export const AS_OF = '2026-08-31'

const name = fc.constantFrom(...Array.from({ length: 14 }, (_, index) => `person ${index}`))
const gender = fc.constantFrom('woman', 'man', 'other', 'unknown', null)
const day = fc
  .date({ min: new Date('2025-03-01'), max: new Date('2026-09-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const activity = fc.constantFrom('cafe', 'course', 'day-centre', 'sports')
const visit = fc.record({
  person: fc.option(name, { freq: 6 }),
  date: day,
  activity,
  start_time: fc.constantFrom('09:00', '11:00', '13:00', null),
  minutes: fc.constantFrom(45, 60, 90, null),
  attendance: fc.constantFrom('present', 'present', 'present', 'absent'),
  role: fc.constantFrom('participant', 'participant', 'participant', 'leader'),
  gender,
  birth_year: fc.option(fc.integer({ min: 1940, max: 2018 })),
  district: fc.constantFrom('Norr', 'Söder', null),
})
const heads = fc.record({
  date: day,
  activity,
  count: fc.nat(30),
  gender,
  age_group: fc.constantFrom('13-15', null),
})
const stay = fc
  .record({
    person: name,
    activity: fc.option(activity),
    start_date: day,
    end: fc.option(day),
    end_reason: fc.constantFrom('work', 'studies', 'moved', 'unknown', null),
    occupation_at_start: fc.constantFrom('unemployed', 'neither', 'work', null),
  })
  .map(({ end, ...row }) => ({ ...row, end_date: end !== null && end >= row.start_date ? end : null }))
const membership = fc.record({
  person: name,
  association: fc.constantFrom('Sollentuna IK', 'Föreningen Parken'),
  start_date: fc.option(day),
})
const answer = fc.record({
  person: name,
  date: day,
  stage: fc.constantFrom('start', 'end'),
  total: fc.integer({ min: 10, max: 40 }),
})
const status = fc.oneof(
  fc.record({
    person: name,
    date: day,
    domain: fc.constant('occupation'),
    value: fc.constantFrom('work', 'studies', 'unemployed', 'unknown'),
    stage: fc.constant(null),
  }),
  fc.record({
    person: name,
    date: day,
    domain: fc.constantFrom('association_life', 'culture_leisure'),
    value: fc.constantFrom('active', 'inactive', 'unknown'),
    stage: fc.constantFrom('start', 'update', null),
  }),
)
const deliveries = fc.record({
  attendance: fc.array(visit, { maxLength: 60 }),
  headcount: fc.array(heads, { maxLength: 10 }),
  engagements: fc.array(stay, { maxLength: 25 }),
  memberships: fc.array(membership, { maxLength: 10 }),
  surveys: fc.array(answer, { minLength: 10, maxLength: 60 }),
  statuses: fc.array(status, { minLength: 60, maxLength: 200 }),
})

type Rows = typeof deliveries extends fc.Arbitrary<infer T> ? T : never

export interface RandomWorlds {
  readonly warehouse: Warehouse
  readonly worlds: readonly { readonly agreement: string; readonly rows: Rows }[]
}

/** Opens a warehouse with random deliveries, the same every time, and counts them. */
export async function countRandomWorlds(): Promise<RandomWorlds> {
  const warehouse = await openWorld()
  const worlds = fc
    .sample(deliveries, { numRuns: WORLDS, seed: 20261122 })
    .map((rows, index) => ({ agreement: `world-${index}`, rows }))
  for (const { agreement, rows } of worlds) {
    const owned = Object.entries(rows).map(([table, list]) => [
      table,
      list.map((row) => ({ ...row, agreement })),
    ])
    await deliver(warehouse, Object.fromEntries(owned))
  }
  const definitions = {
    share_to_work_or_studies: { version: 1, parameters: { excluded_reasons: ['moved'] } },
  }
  const agreements = worlds.map(({ agreement }) => agreementOf({ id: agreement, definitions }))
  await count(warehouse, agreements, AS_OF)
  return { warehouse, worlds }
}

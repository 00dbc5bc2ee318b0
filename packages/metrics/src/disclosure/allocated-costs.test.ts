import { queryRows } from '@utfall/warehouse'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { countMoney } from '../costs/count.ts'
import { readRegistry } from '../registry.ts'
import { INDICATORS_FOLDER } from '../index.ts'
import { agreementOf, count, deliver, openWorld } from '../small-world.ts'
import { protect } from './protect.ts'

const AS_OF = '2026-04-30'
const VISITORS = { course: 3, 'day-centre': 2, cafe: 8, sports: 40 }

const LEDGER = `
  insert into costs by name
  select 'park' as agreement, 'costs' as source_id, 1 as delivery, 1 as line, date '2025-03-03' as date, 10600 as amount,
    '5010' as account`
const PARTS = `
  select part.activity, part.status as cost, visits.status as visits, bool_or(by_visit.status = 'ok') as is_told_by_visit
  from cost_item as part
  join result as visits on visits.category = part.activity and visits.indicator = 'attendances'
  join result as by_visit on by_visit.category = part.activity and by_visit.indicator = 'cost_per_attendance'
  where
    part.item = 'cost_shared' and part.activity <> ''
    and [part.period, visits.period, by_visit.period] = ['2025', '2025', '2025']
  group by all
  order by all`
const Part = z.object({
  activity: z.string(),
  cost: z.string(),
  visits: z.string(),
  is_told_by_visit: z.boolean(),
})

test('a part of a shared cost is hidden where what it was allocated by is, and the cost by visit with it', async () => {
  const world = await openWorld()
  onTestFinished(() => world.close())
  const costs = { accounts: ['4000-7999'], shared: { basis: 'attendances' } }
  const period = { start: '2025-03-01', end: '2025-12-31' }
  const activities = Object.keys(VISITORS).map((id) => ({ id, name: id, counting_rule: 'every_visit' }))
  const agreement = agreementOf({ period, activities, costs })
  const visits = Object.entries(VISITORS).flatMap(([activity, visitors]) =>
    Array.from({ length: visitors }, (_, at) => ({
      person: `${activity}${at}`,
      date: '2025-03-03',
      activity,
    })),
  )
  await deliver(world, { attendance: visits })
  await world.connection.run(LEDGER)
  await count(world, [agreement], AS_OF)
  await countMoney(world.connection, [agreement], readRegistry([INDICATORS_FOLDER]), AS_OF)
  await protect(world.connection)
  const parts = await queryRows(world.connection, Part, PARTS)
  const hidden = { cost: 'suppressed', visits: 'suppressed', is_told_by_visit: false }
  // five came to the two: the eight who are no few are hidden for their sake
  expect(parts).toEqual([
    { activity: 'cafe', ...hidden },
    { activity: 'course', ...hidden },
    { activity: 'day-centre', ...hidden },
    { activity: 'sports', cost: 'ok', visits: 'ok', is_told_by_visit: true },
  ])
})

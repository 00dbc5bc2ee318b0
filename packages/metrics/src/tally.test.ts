import { queryRow } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { MOST_PEOPLE } from './disclosure/people.ts'
import { agreementOf, count, deliver, figures, openWorld } from './small-world.ts'

const person = (index: number) => ({ person: `p${index}`, date: '2025-04-01' })

let world: Warehouse
beforeAll(async () => {
  world = await openWorld()
  const crowd = Array.from({ length: MOST_PEOPLE + 1 }, (_, index) => person(index))
  await deliver(world, {
    attendance: [...crowd, { ...person(0), agreement: 'few' }, { ...person(1), agreement: 'few' }],
  })
  await count(world, [agreementOf(), agreementOf({ id: 'few' })], '2025-12-31', ['unique_participants'])
})
afterAll(() => world.close())

test('an agreement with more people than are judged one by one hands none of them on, and counts them all', async () => {
  const counted = await figures(world, "agreement = 'park' and period = '2025' and breakdown = 'total'")
  expect(counted.map(({ value }) => value)).toEqual([MOST_PEOPLE + 1])
  const handedOn = await queryRow(
    world.connection,
    z.object({ agreements: z.array(z.string()), people: z.int() }),
    `select list(distinct agreement) as agreements, count(distinct person)::integer as people
    from counted_person join period using (period_id)`,
  )
  expect(handedOn).toEqual({ agreements: ['few'], people: 2 })
  const crowded = z.object({ agreement: z.string() })
  expect(await queryRow(world.connection, crowded, 'from crowded_agreement')).toEqual({ agreement: 'park' })
})

import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeGoals } from './goals.ts'
import { agreementOf, count, deliver, figureOf, openWorld } from './small-world.ts'

let world: Warehouse
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const PEOPLE = Array.from({ length: 20 }, (_, index) => `p${index}`)

async function countUntil(indicators: unknown[], asOf: string): Promise<void> {
  await count(world, [agreementOf({ goals: [{ id: 'aim', text: 'Målet', indicators }] })], asOf)
  await judgeGoals(world.connection)
}

/** Twenty people a week. */
const sessions = (first: string, weeks: number) =>
  Array.from({ length: weeks }, (_, week) => new Date(Date.parse(first) + week * 7 * 86_400_000)).flatMap(
    (date) => PEOPLE.map((person) => ({ person, date: date.toISOString().slice(0, 10) })),
  )

test('a total that still runs says where it is heading, by open weeks', async () => {
  const first = sessions('2025-03-03', 10) // ten weeks at twenty, then closed
  await deliver(world, { attendance: first })
  const indicators = ['attendances', 'unique_participants'].map((id) => ({
    indicator: id,
    target: 1000,
    period: 'agreement_year',
  }))
  // 26 weeks so far, ten of them open, and 26 weeks left
  await countUntil(indicators, '2025-08-30')
  const note = async (id: string, period: string) => (await figureOf(world, id, period)).note
  expect(await note('attendances', '1')).toMatch(/^run_rate=39[89]$/)
  expect(await note('unique_participants', '1')).toBe('') // people who come again are no one new
  expect(await note('attendances', '2025')).toBe('') // no target
  // the second year: 4 open weeks so far, and 6 of the weeks to come were open the year before
  await deliver(world, { attendance: sessions('2026-03-02', 4) })
  await countUntil(indicators, '2026-03-29')
  expect(await note('attendances', '2')).toBe('run_rate=200')
  expect(await note('attendances', '1')).toBe('')
  await countUntil(indicators, '2026-03-22')
  expect(await note('attendances', '2')).toBe('') // three weeks are no rate
})

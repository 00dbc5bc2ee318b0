import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Warehouse } from '@utfall/warehouse'
import { nameCountingRules } from './counting-rules.ts'
import { judgeGoals } from './goals.ts'
import { agreementOf, count, deliver, figureOf, figures, openWorld } from './small-world.ts'

const BY_RULE = ['anonymous_share', 'attendances', 'visits_per_open_day']

let world: Warehouse
beforeAll(async () => {
  world = await openWorld()
  const people = Array.from({ length: 20 }, (_, index) => `p${index}`)
  const weeks = ['2025-03-03', '2025-03-10', '2025-03-17', '2025-03-24', '2025-03-31']
  await deliver(world, {
    attendance: weeks.flatMap((date) => people.map((person) => ({ person, date, activity: 'cafe' }))),
  })
  const goals = [
    {
      id: 'aim',
      text: 'Målet',
      indicators: [{ indicator: 'attendances', target: 500, period: 'agreement_year' }],
    },
  ]
  await count(world, [agreementOf({ goals })], '2025-05-31', [...BY_RULE, 'unique_participants', 'leavers'])
  await judgeGoals(world.connection)
  await nameCountingRules(world.connection)
})
afterAll(() => world.close())

const ALL = 'counting_rule=every_visit+forenoon_afternoon+lok+once_per_day'

test('the counting rule of attendance is named beside each number that it decides', async () => {
  expect((await figureOf(world, 'attendances', '2025', 'cafe')).note).toBe('counting_rule=once_per_day')
  expect((await figureOf(world, 'attendances', '2025')).note).toBe(ALL)
  expect((await figureOf(world, 'visits_per_open_day', '2025')).note).toBe(ALL)
  expect((await figureOf(world, 'anonymous_share', '2025', 'cafe')).note).toBe('counting_rule=once_per_day')
})

test('it stands after what else is noted, and is said once', async () => {
  await nameCountingRules(world.connection)
  expect((await figureOf(world, 'attendances', '1')).note).toMatch(
    new RegExp(`^run_rate=\\d+ ${ALL.replaceAll('+', '\\+')}$`),
  )
})

test('it is named nowhere else, and not where no number is shown', async () => {
  const named = await figures(world, "contains(note, 'counting_rule')")
  expect(new Set(named.map(({ indicator }) => indicator))).toEqual(new Set(BY_RULE))
  expect(named.every(({ status }) => status === 'ok')).toBe(true)
})

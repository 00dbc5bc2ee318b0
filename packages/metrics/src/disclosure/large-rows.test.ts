import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementOf, count, deliver, figureOf, openWorld } from '../small-world.ts'
import { MOST_PEOPLE } from './people.ts'
import { protect } from './protect.ts'

/** An agreement whose years begin two months into a third of a calendar year. */
const AGREEMENT = agreementOf({ period: { start: '2024-03-01', end: '2026-02-28' } })

const newcomers = (many: number, date: string, gender: 'woman' | 'other') =>
  Array.from({ length: many }, (_, at) => ({ person: `${gender} ${date} ${at}`, date, gender }))

describe('in an agreement of more people than the model can bear', () => {
  let world: Warehouse
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  /** How figures of new participants of another gender are shown, by period, where so many came in March and April 2025. */
  async function shown(inSpring: number): Promise<Record<string, string | undefined>> {
    const days = [
      '2024-04-02',
      '2024-06-03',
      '2024-10-01',
      '2025-01-08',
      '2025-06-02',
      '2025-10-01',
      '2026-01-07',
    ]
    await deliver(world, {
      attendance: [
        ...newcomers(MOST_PEOPLE + 1, '2024-04-02', 'woman'),
        ...days.flatMap((day) => newcomers(20, day, 'other')),
        ...newcomers(inSpring, '2025-03-20', 'other'),
      ],
    })
    await count(world, [AGREEMENT], '2026-04-30')
    await protect(world.connection)
    const statuses = ['1', '2025', '2025-T1'].map(async (period) => {
      const figure = await figureOf(world, 'new_participants', period, 'other', 'gender')
      return [period, figure?.status] as const
    })
    return Object.fromEntries(await Promise.all(statuses))
  }

  test('parts of a year are shown beside agreement years where what lies between their ends is not small', async () => {
    expect(await shown(5)).toEqual({ '1': 'ok', '2025': 'ok', '2025-T1': 'ok' })
  })

  test('parts of a year are withheld where an agreement year beside them would tell of few', async () => {
    // Agreement year 1 ends with February: the third of 2025 that ends with April tells what came after.
    expect(await shown(3)).toEqual({ '1': 'ok', '2025': 'ok', '2025-T1': 'suppressed' })
  })
})

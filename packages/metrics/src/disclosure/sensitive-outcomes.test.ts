import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementOf, count, deliver, figures, openWorld } from '../small-world.ts'
import { protect } from './protect.ts'

const AS_OF = '2026-04-30'
const IMPROVED = 'share_self_efficacy_improved'
const PERIOD = { start: '2025-03-01', end: '2025-12-31' }

interface Group {
  readonly gender: string
  readonly improved: number
  readonly others: number
}

/** Everyone attends once and answers twice; the first of each group answer higher the second time. */
const answering = (agreement: string, groups: readonly Group[]) => {
  const people = groups.flatMap(({ gender, improved, others }) =>
    Array.from({ length: improved + others }, (_, at) => ({
      person: `${agreement}-${gender}-${at}`,
      gender,
      last: at < improved ? 25 : 19,
    })),
  )
  return {
    attendance: people.map(({ person, gender }) => ({ agreement, person, gender, date: '2025-03-03' })),
    surveys: people.flatMap(({ person, last }) => [
      { agreement, person, date: '2025-03-03', stage: 'start', total: 20 },
      { agreement, person, date: '2025-06-03', stage: 'end', total: last },
    ]),
  }
}

const MEN = { gender: 'man', improved: 60, others: 70 }
const WORLDS: Readonly<Record<string, readonly Group[]>> = {
  seven: [{ gender: 'man', improved: 7, others: 30 }],
  'seven-not-sensitive': [{ gender: 'man', improved: 7, others: 30 }],
  ten: [{ gender: 'man', improved: 10, others: 30 }],
  all: [{ gender: 'man', improved: 40, others: 0 }],
  none: [{ gender: 'man', improved: 0, others: 40 }],
  'all-of-women': [MEN, { gender: 'woman', improved: 130, others: 0 }],
}

const disclosureOf = (id: string) => (id.endsWith('-not-sensitive') ? { sensitive_outcomes: [] } : {})

let world: Warehouse
beforeAll(async () => {
  world = await openWorld()
  for (const [agreement, groups] of Object.entries(WORLDS)) await deliver(world, answering(agreement, groups))
  const agreements = Object.keys(WORLDS).map((id) =>
    agreementOf({ id, period: PERIOD, disclosure: disclosureOf(id) }),
  )
  await count(world, agreements, AS_OF, [IMPROVED, 'unique_participants'])
  await protect(world.connection)
})
afterAll(() => world.close())

const inYear = async (agreement: string, breakdown = 'total') => {
  const rows = await figures(
    world,
    `agreement = '${agreement}' and indicator = '${IMPROVED}' and period = '2025' and breakdown = '${breakdown}'`,
  )
  return rows.filter(({ numerator, status }) => status !== 'ok' || numerator !== null)
}
const statuses = async (agreement: string, breakdown?: string) =>
  (await inYear(agreement, breakdown)).map(({ status }) => status)

test('fewer than ten are hidden of a sensitive outcome, where five are enough of others', async () => {
  expect(await statuses('seven')).toEqual(['suppressed'])
  expect(await statuses('seven-not-sensitive')).toEqual(['ok'])
  expect(await inYear('ten')).toMatchObject([{ status: 'ok', numerator: 10, denominator: 40 }])
})

test('none and all of a group are hidden of a sensitive outcome', async () => {
  expect(await statuses('all')).toEqual(['suppressed'])
  expect(await statuses('none')).toEqual(['suppressed'])
})

test('all of one group is not told by the others and the total', async () => {
  const shown = [...(await inYear('all-of-women')), ...(await inYear('all-of-women', 'gender'))].filter(
    ({ status, denominator }) => status === 'ok' && denominator !== null,
  )
  // the total, or the men: both would tell the women
  expect(shown.length).toBeLessThan(2)
  expect(shown.filter(({ category }) => category === 'woman')).toEqual([])
})

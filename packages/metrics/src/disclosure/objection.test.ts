import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countPeople } from '../count.ts'
import { INDICATORS_FOLDER } from '../index.ts'
import { preparePeriods } from '../periods.ts'
import { readRegistry } from '../registry.ts'
import { agreementOf, deliver, figures, openWorld } from '../small-world.ts'
import type { Objection } from './objection.ts'
import { protect } from './protect.ts'

const AS_OF = '2025-12-31'
const { indicators, ...registry } = readRegistry([INDICATORS_FOLDER])
const only = (...ids: string[]) => ({
  ...registry,
  indicators: indicators.filter(({ header }) => ids.includes(header.id)),
})
const fault = new ExpectedFault('told', { sv: 'Röjt.', en: 'Told.' }, EXIT_STATUS.publicationRefused)

/** A number of people in 2025: of all of them, or of one gender. */
const shown = (category = '') => ({
  agreement: 'park',
  indicator: 'unique_participants',
  periodType: 'year',
  period: '2025',
  breakdown: category === '' ? 'total' : 'gender',
  category,
  part: 'value',
})
const toldBy = (breakdown: string, ...categories: string[]): Objection => ({
  fault,
  told: [{ agreement: 'park', breakdown, toldBy: categories.map((category) => [shown(category)]) }],
})

const visits = (gender: string, size: number) =>
  ['2025-04-03', '2025-06-03', '2025-10-03'].flatMap((date) =>
    Array.from({ length: size }, (_, at) => ({ person: `${gender}${at}`, date, gender, birth_year: 2009 })),
  )

describe('what told a small number', () => {
  let world: Warehouse

  /** The figures of gender that are hidden, and whether the total is; everything is shown without an objection. */
  async function hidden(...objections: Objection[]) {
    await preparePeriods(world.connection, [agreementOf()], AS_OF)
    await countPeople(world.connection, only('unique_participants'), AS_OF)
    await protect(world.connection, objections)
    return (await figures(world))
      .filter(({ status, breakdown }) => status !== 'ok' && ['total', 'gender'].includes(breakdown))
      .map(({ period, category }) => `${period} ${category}`.trim())
  }

  beforeAll(async () => {
    world = await openWorld()
    await deliver(world, {
      attendance: [...visits('woman', 40), ...visits('man', 30), ...visits('other', 20)],
    })
  })
  afterAll(() => world.close())

  test('goes where its loss is least, with what would tell it again', async () => {
    expect(await hidden()).toEqual([])
    const gone = await hidden(toldBy('gender', '', 'woman', 'other'))
    expect(gone).toContain('2025 other')
    expect(gone).not.toContain('2025')
    expect(gone).not.toContain('2025 woman')
  })

  test('goes with all of its breakdown that told, where that was no help', async () => {
    const again = toldBy('gender', '', 'woman')
    const gone = await hidden(toldBy('gender', '', 'woman', 'other'), again)
    expect(gone).toEqual(expect.arrayContaining(['2025 other', '2025 woman']))
    expect(gone).not.toContain('2025-T2 man')
  })

  test('takes the breakdown with it in the end, and a total only where nothing else told', async () => {
    const gone = await hidden(...Array.from({ length: 3 }, () => toldBy('gender', '', 'woman')))
    expect(gone).toEqual(expect.arrayContaining(['2025-T2 man', '2025-T3 woman', '2025 other']))
    expect(gone).not.toContain('2025')
    expect(await hidden(toldBy('total', ''))).toContain('2025')
  })
})

const left = (occupation_at_start: string, end_reason: string, size: number) =>
  Array.from({ length: size }, (_, at) => ({
    person: `${occupation_at_start} ${end_reason} ${at}`,
    start_date: '2025-03-01',
    end_date: '2025-06-30',
    occupation_at_start,
    end_reason,
  }))

describe('where people went', () => {
  let world: Warehouse

  /** The ways out that are hidden, when indicators of the whole agreement told a number each. */
  async function hiddenWays(...telling: string[]) {
    const objections = telling.map((indicator): Objection => {
      const number = { ...shown(), indicator, periodType: 'agreement', period: 'all' }
      return { fault, told: [{ agreement: 'park', breakdown: 'total', toldBy: [[number]] }] }
    })
    await preparePeriods(world.connection, [agreementOf()], AS_OF)
    await countPeople(world.connection, only('leavers', 'share_to_work'), AS_OF)
    await protect(world.connection, objections)
    const ways = await queryRows(
      world.connection,
      z.object({ way: z.string() }),
      `select from_status || ' → ' || to_status as way from transition where status <> 'ok' order by way`,
    )
    return ways.map(({ way }) => way)
  }

  beforeAll(async () => {
    world = await openWorld()
    await deliver(world, {
      engagements: [
        ...left('studies', 'work', 30),
        ...left('studies', 'studies', 20),
        ...left('work', 'studies', 11),
        ...left('work', 'work', 12),
      ],
    })
  })
  afterAll(() => world.close())

  test('is shown while nothing is told', async () => {
    expect(await hiddenWays()).toEqual([])
  })

  test('does not tell a figure that is withheld: those who went to work', async () => {
    expect(await hiddenWays('share_to_work')).toEqual(expect.arrayContaining(['work → work']))
  })

  test('goes whole where it told, before any figure', async () => {
    expect(await hiddenWays('occupation exit')).toHaveLength(4)
  })
})

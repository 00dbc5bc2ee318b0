import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countPeople } from '../count.ts'
import { INDICATORS_FOLDER } from '../index.ts'
import { preparePeriods } from '../periods.ts'
import { readRegistry } from '../registry.ts'
import { agreementOf, deliver, figures, openWorld } from '../small-world.ts'
import { Objected, untilNoneObjects } from './objection.ts'
import type { Objection } from './objection.ts'
import { protect } from './protect.ts'

const AS_OF = '2025-12-31'
const { indicators, ...registry } = readRegistry([INDICATORS_FOLDER])
const lookedAt = {
  ...registry,
  indicators: indicators.filter(({ header }) => header.id === 'unique_participants'),
}
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
    await countPeople(world.connection, lookedAt, AS_OF)
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

describe('a publication that is objected to', () => {
  test('is made anew, with all that was objected to before', async () => {
    const [first, second] = [toldBy('gender', 'woman'), toldBy('gender', 'man')]
    const seen: number[] = []
    const made = await untilNoneObjects((objections) => {
      seen.push(objections.length)
      const next = [first, second][objections.length]
      return next === undefined ? Promise.resolve(objections) : Promise.reject(new Objected(next))
    })
    expect(seen).toEqual([0, 1, 2])
    expect(made).toEqual([first, second])
  })

  test('is refused where hiding more changes nothing, and where it never ends', async () => {
    const same = new Objected(toldBy('gender', 'woman'))
    await expect(untilNoneObjects(() => Promise.reject(same))).rejects.toBe(fault)
    let times = 0
    const another = () => Promise.reject(new Objected(toldBy('gender', `${(times += 1)}`)))
    await expect(untilNoneObjects(another)).rejects.toBe(fault)
    expect(times).toBeLessThan(12)
  })
})

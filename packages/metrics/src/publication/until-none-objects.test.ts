import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { describe, expect, test } from 'vitest'
import type { Objection } from '../disclosure/objection.ts'
import { Objected, untilNoneObjects } from './until-none-objects.ts'

const fault = new ExpectedFault('told', { sv: 'Röjt.', en: 'Told.' }, EXIT_STATUS.publicationRefused)

/** To a number of one gender that follows from the total. */
const objectionTo = (category: string): Objection => {
  const of = { agreement: 'park', indicator: 'leavers', periodType: 'year', period: '2025', category }
  return {
    fault,
    told: [
      { agreement: 'park', breakdown: 'gender', toldBy: [[{ ...of, breakdown: 'gender', part: 'value' }]] },
    ],
  }
}

describe('a publication that is objected to', () => {
  test('is made anew, with all that was objected to before', async () => {
    const [first, second] = [objectionTo('woman'), objectionTo('man')]
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
    const same = new Objected(objectionTo('woman'))
    await expect(untilNoneObjects(() => Promise.reject(same))).rejects.toBe(fault)
    let times = 0
    const another = () => Promise.reject(new Objected(objectionTo(`${(times += 1)}`)))
    await expect(untilNoneObjects(another)).rejects.toBe(fault)
    expect(times).toBeLessThan(12)
  })
})

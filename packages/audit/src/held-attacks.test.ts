import { expect, test } from 'vitest'
import { attackEach } from './by-agreement.ts'
import type { HeldAttacks } from './held-attacks.ts'
import { readPublication } from './publication.ts'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden } from './written-publication.ts'

const trial = trialPublications()

/** Two hidden genders of which one is the other's cover, for as many as the others leave. */
const written = (id: string, women: number) =>
  readPublication(
    trial.write({
      id,
      rows: [
        count('leavers', 40),
        count('leavers', women, gender('woman')),
        hidden('leavers', gender('man')),
        hidden('leavers', gender('other')),
      ],
    }),
  )

test('what held is not attacked again, as long as the same is said', async () => {
  const held: HeldAttacks = new Map()
  const attack = async (id: string, women: number) =>
    (await attackEach([written(id, women)], ['a'], held)).map(({ broken, hunted }) => [broken.length, hunted])
  expect(await attack('first', 20)).toEqual([[0, 6]])
  const [[name, found] = []] = held
  if (name === undefined || found === undefined) throw new Error('Nothing is remembered')
  held.set(name, { ...found, hunted: 1000 })

  expect(await attack('made-anew', 20)).toEqual([[0, 1000]])
  expect(await attack('with-another-number', 21)).toEqual([[0, 6]])
  expect(await attack('that-tells', 37)).toEqual([[2, 6]])
  expect(held.size).toBe(2)
})

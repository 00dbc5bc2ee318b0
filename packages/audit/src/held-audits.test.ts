import { expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden } from './written-publication.ts'

const trial = trialPublications()

/** Two hidden genders of which one is the other's cover, for as many as the others leave. */
const written = (id: string, women: number) => ({
  id,
  rows: [
    count('leavers', 40),
    count('leavers', women, gender('woman')),
    hidden('leavers', gender('man')),
    hidden('leavers', gender('other')),
  ],
})

async function attack(id: string, women: number, program = 'utfall 1'): Promise<[number, number]> {
  const { broken, hunted } = await trial.attack(written(id, women), { program })
  return [broken.length, hunted]
}

test('what held is not attacked again, as long as nothing else is said', async () => {
  expect(await attack('2026-02-01', 20)).toEqual([0, 6])
  expect(await attack('2026-02-01', 20)).toEqual([0, 0])
  expect(await attack('2026-02-02-that-says-the-same', 20)).toEqual([0, 0])
  expect(await attack('2026-02-03-that-says-more', 25)).toEqual([0, 12])
  expect(await attack('2026-02-04-that-tells', 37)).toEqual([2, 18])
  expect(await attack('2026-02-04-that-tells', 37)).toEqual([2, 18])
})

test('another version of the program attacks what held for one before', async () => {
  expect(await attack('2026-02-01', 20)).toEqual([0, 6])
  expect(await attack('2026-02-01', 20, 'utfall 2')).toEqual([0, 6])
})

import { expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden } from './written-publication.ts'
import type { WrittenRow } from './written-publication.ts'

const trial = trialPublications()

const attack = (rows: readonly WrittenRow[]) => trial.attack({ rows })

const mean = (denominator: number, at: WrittenRow = {}) => ({
  ...count('self_efficacy_change', 2.5, { numerator: '', denominator }),
  ...at,
})

test('a mean times its base is a sum: 30 less 24 leave the mean of six', async () => {
  const rest = ['woman', 'other'].map((each) => hidden('self_efficacy_change', gender(each)))
  const few = await attack([mean(30), mean(24, gender('man')), ...rest])
  expect(few.leaks.map(({ kind, what }) => [kind, what])).toEqual([['mean_of_few', '6']])
  expect((await attack([mean(30), mean(20, gender('man')), ...rest])).leaks).toEqual([])
  const { broken } = await attack([mean(30), mean(22, gender('man')), ...rest.slice(1)])
  expect(broken.map(({ least, most, asked }) => [least, most, asked])).toEqual([[8, 8, 9]])
})

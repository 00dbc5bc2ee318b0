import { expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'

const rows = (days: readonly number[]) => days.map((day) => `2025-03-0${day};kurs;3\n`).join('')

test('the share of the work grows from nothing to all, and rows are counted over the files', async () => {
  const trial = await startTrial()
  trial.write('headcount/2025-02.csv', 'datum;aktivitet;antal\n')
  trial.write('headcount/2025-03.csv', `datum;aktivitet;antal\n${rows([1, 2])}`)
  trial.write('headcount/2025-04.csv', `datum;aktivitet;antal\n${rows([3, 4, 5])}`)
  const told: { share: number; rowsSoFar: number }[] = []
  await trial.run(trialAgreement({ headcount: {} }), { progress: (event) => told.push(event) })
  trial.end()
  const shares = told.map(({ share }) => share)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect([shares[0], shares.at(-1)]).toEqual([0, 1])
  expect(told.at(-1)?.rowsSoFar).toBe(5)
})

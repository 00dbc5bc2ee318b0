import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ headcount: { replaces: 'period' } })
const visits = (month: string, days: number) =>
  `datum;aktivitet;antal;start\n${Array.from({ length: days }, (_, index) => `2025-${month}-01;kurs;1;${String(index % 24).padStart(2, '0')}:${String(Math.floor(index / 24)).padStart(2, '0')}`).join('\n')}\n`
const deliver = async (month: string, rows: number) => {
  const { faults } = await trial.deliver(agreement, `headcount/2025-${month}.csv`, visits(month, rows))
  return faults.find(({ rule }) => rule === 'volume_unusual')?.sentence.sv
}

test('a file with many times more or fewer rows than the files before it is pointed out', async () => {
  // Four months must have come before anything is usual.
  expect(await deliver('01', 40)).toBeUndefined()
  expect(await deliver('02', 2)).toBeUndefined()
  expect(await deliver('03', 44)).toBeUndefined()
  expect(await deliver('04', 42)).toBeUndefined()
  expect(await deliver('05', 60)).toBeUndefined()
  expect(await deliver('06', 5)).toContain('5 / 42')
  expect(await deliver('07', 200)).toContain('200 / 41')
})

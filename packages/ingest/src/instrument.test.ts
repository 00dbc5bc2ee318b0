import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

test('the survey has one name, however it is written', async () => {
  const names = ['', 'GSE', 's-gse', 'S-GSE', 'sgse', 'S GSE', 's_gse']
  const rows = names.map((name, at) => `p${at};2025-03-01;start;${name};20`)
  const text = ['deltagare;datum;skede;enkät;summa', ...rows, 'x;2025-03-01;start;kasam;20'].join('\n')
  const receipt = await trial.deliver(trialAgreement({ surveys: {} }), 'surveys/a.csv', text)
  expect(receipt).toMatchObject({
    rows: { new: names.length },
    faults: [{ rule: 'unknown_instrument', count: 1 }],
  })
  expect(await trial.rows('select distinct instrument from surveys')).toEqual([{ instrument: 's-gse' }])
})

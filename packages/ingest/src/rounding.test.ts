import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

const AMOUNTS = [
  ['1,00495', '1.00'],
  ['0,0049999', '0.00'],
  ['1.005', '1.01'],
  ['-99.994999999999997', '-99.99'],
  ['362500.33333333331', '362500.33'],
  ['1234567890123', '1234567890123.00'],
] as const
const amounts = 'select amount::varchar as amount from funding order by date'

test('an amount is rounded once', async () => {
  const rows = AMOUNTS.map(([written], day) => `2025-03-0${day + 1};${written};payment`)
  const text = ['datum;belopp;slag', ...rows].join('\n')
  await trial.deliver(trialAgreement({ funding: {} }), 'funding/a.csv', text)
  expect(await trial.rows(amounts)).toEqual(AMOUNTS.map(([, amount]) => ({ amount })))
})

test('and so is one in a column of numbers', async () => {
  const values = AMOUNTS.map(
    ([written], day) => `('2025-03-0${day + 1}', ${written.replace(',', '.')}::double)`,
  )
  const file = trial.write('funding/a.parquet', '')
  await trial.warehouse.connection.run(
    `copy (select *, 'payment' as kind from (values ${values.join(', ')}) given (date, amount)) to '${file}' (format parquet)`,
  )
  await trial.run(trialAgreement({ funding: {} }), { files: [file] })
  expect(await trial.rows(amounts)).toEqual(AMOUNTS.map(([, amount]) => ({ amount })))
})

test('a number that is not whole by a hair is no count', async () => {
  const text = 'datum;aktivitet;antal\n2025-03-01;kurs;3,00001\n2025-03-02;kurs;3,000\n'
  const receipt = await trial.deliver(trialAgreement({ headcount: {} }), 'headcount/a.csv', text)
  expect(receipt).toMatchObject({
    rows: { new: 1, quarantined: 1 },
    faults: [{ rule: 'not_a_whole_number' }],
  })
})

import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const byProject = trialAgreement({ costs: { replaces: 'everything' } })
byProject.costs.objects.push({ dimension: 6, object: '100', activity: 'motesplats', assumed: false })

const head = (type: number) => `#FLAGGA 0
#PROGRAM "Bokföring" 1.0
#FORMAT PC8
#SIETYP ${type}
#FNAMN "Föreningen"
#RAR 0 20250701 20260331
#RAR -1 20240701 20250630
#DIM 1 "Kostnadsställe"
#DIM 6 "Projekt"
#IB 0 1930 1000.00
#UB 0 1930 400.00
#RES 0 3987 -2000.00
#RES 0 5010 2600.00
#RES -1 5010 99.00
`
const MONTHS = `#PSALDO 0 202507 5010 {} 1000.00
#PSALDO 0 202507 5010 {1 "A"} 1000.00
#PSALDO 0 202507 5010 {6 "100"} 600.00
#PSALDO 0 202507 5010 {6 "110"} 150.50
#PSALDO 0 202507 5010 {1 "A" 6 "100"} 600.00
#PBUDGET 0 202507 5010 {} 9000.00
#PBUDGET 0 202507 5010 9000.00
#PSALDO 0 202603 5010 1600.00
#PSALDO 0 202603 5010 {6 "100"} 1600.00
#PSALDO 0 202507 3987 {} -2000.00
#PSALDO 0 202507 1930 {} 400.00
#PSALDO -1 202507 5010 {} 99.00
`

const load = (text: string) =>
  trial.deliver(byProject, 'costs/bok.se', iconv.encode(text, 'cp437'), { accept: true })
const costs = () =>
  trial.rows(
    `select date, account, amount::double as amount, objects[1].object as object, voucher from costs order by all`,
  )
const row = (date: string, account: string, amount: number, object: string | null, voucher: string) => ({
  date,
  account,
  amount,
  object,
  voucher: `2025-07-01 ${voucher}`,
})

describe('balances of months', () => {
  test.each([2, 3])('are the costs of type %d, by project, and what no project has', async (type) => {
    const receipt = await load(head(type) + MONTHS)
    expect(receipt).toMatchObject({ format: `sie ${type} cp437`, rows: { read: 5, quarantined: 0 } })
    expect(receipt.notes.map(({ id, ok }) => [id, ok])).toEqual([
      ['sie_encoding', true],
      ['sie_balances', null],
      ['sie_result', true],
    ])
    expect(await costs()).toEqual([
      row('2025-07-31', '3987', -2000, null, 'PSALDO 202507 3987'),
      row('2025-07-31', '5010', 150.5, '110', 'PSALDO 202507 5010 6 110'),
      row('2025-07-31', '5010', 249.5, null, 'PSALDO 202507 5010'),
      row('2025-07-31', '5010', 600, '100', 'PSALDO 202507 5010 6 100'),
      row('2026-03-31', '5010', 1600, '100', 'PSALDO 202603 5010 6 100'),
    ])
  })

  test('that do not make up the result are pointed out, and mended by the same row', async () => {
    const receipt = await load(
      head(2) + MONTHS.replace('5010 1600.00', '5010 1700.00').replace('{6 "100"} 600', '{6 "100"} 601'),
    )
    expect(receipt.rows).toMatchObject({ new: 1, changed: 2, unchanged: 3 })
    expect(receipt.notes.find(({ id }) => id === 'sie_result')).toMatchObject({ ok: false })
    const wrong = await load(head(2) + MONTHS.replace('{6 "110"} 150.50', '{6 "110"} hundra'))
    expect(wrong.faults.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['sie_amount', 'not_a_number']),
    )
    expect(wrong.rows.quarantined).toBe(1)
  })
})

test('the dimension is chosen by account and month, and what cannot be told apart is pointed out', async () => {
  await trial.warehouse.connection.run('delete from costs; delete from delivery')
  const byBoth = trialAgreement({ costs: { replaces: 'everything' } })
  byBoth.costs.objects.push(
    { dimension: 6, object: '100', assumed: false },
    { dimension: 1, object: 'A', activity: 'kurs', assumed: false },
  )
  const receipt = await trial.deliver(
    byBoth,
    'costs/bok.se',
    `${head(3)}#PSALDO 0 202507 5010 {} 400.00
#PSALDO 0 202507 5010 {6 "100"} 250.00
#PSALDO 0 202507 5010 {1 "A"} 100.00
#PSALDO 0 202507 5010 {1 "B"} 300.00
#PSALDO 0 202508 7010 {} 50.00
#PSALDO 0 202508 7010 {1 "A"} 50.00
#PSALDO 0 202509 5010 {6 "110"} 20.00
#PSALDO 0 202509 5010 {1 "A"} 20.00
`,
    { accept: true },
  )
  expect(await costs()).toEqual([
    row('2025-07-31', '5010', 150, null, 'PSALDO 202507 5010'),
    row('2025-07-31', '5010', 250, '100', 'PSALDO 202507 5010 6 100'),
    row('2025-08-31', '7010', 50, 'A', 'PSALDO 202508 7010 1 A'),
    row('2025-09-30', '5010', 20, 'A', 'PSALDO 202509 5010 1 A'),
  ])
  const fault = receipt.faults.find(({ rule }) => rule === 'sie_two_dimensions')
  expect(fault).toMatchObject({ count: 1, sentence: { sv: expect.stringContaining('5010 2025-07 {1 A}.') } })
})

describe('balances of the year', () => {
  test('are the costs of type 1, on its last day or the day that they run to', async () => {
    await trial.warehouse.connection.run('delete from costs; delete from delivery')
    await load(`${head(1)}#OMFATTN 20251231\n`)
    expect((await costs()).map((cost) => Object(cost).date)).toEqual(['2025-12-31', '2025-12-31'])
    const receipt = await load(head(1))
    expect(receipt.faults.map(({ rule }) => rule)).toContain('sie_yearly_balances')
    expect(await costs()).toEqual([
      row('2026-03-31', '3987', -2000, null, 'RES 3987'),
      row('2026-03-31', '5010', 2600, null, 'RES 5010'),
    ])
  })
})

test('a file of type 4 without vouchers is stopped, since its costs are there and were not exported', async () => {
  const receipt = await load(head(4) + MONTHS)
  expect(receipt.faults).toMatchObject([{ rule: 'sie_without_vouchers' }])
})

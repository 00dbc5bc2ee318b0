import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const association = { name: 'Föreningen', organisation_number: '802456-1234', assumed: false }
const agreement = trialAgreement({ funding: { replaces: 'period' } }, { association })

const HEADER =
  'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum,forvaltning,fakturanummer,grund,avtal,kommun_id,s_kod_nr'
const LEDGER = [
  HEADER,
  '2120000134,Sollentuna kommun,3921217387,Föreningen,8024561234,7459,Bidrag till föreningar,362500.00,2025-03-31,Kultur,,,,0163,',
  '2120000134,Sollentuna kommun,3921217388,Föreningen,168024561234,7459,Bidrag till föreningar,362500.00,2025-03-31,Kultur,,,,0163,',
  '2120000134,Sollentuna kommun,3921217389,Föreningen,802456-1234,7459,Bidrag till föreningar,-500.50,2025-04-01,Kultur,,,,0163,',
  '2120000134,Sollentuna kommun,3921217390,"Anna Snickare, enskild firma",198001012386,7459,Övrigt,900,2025-03-31,Kultur,,,,0163,',
].join('\n')

const paid = () =>
  trial.rows('select date, amount::double as amount, kind, source, note from funding order by all')
const row = (date: string, amount: number, voucher: number) => ({
  date,
  amount,
  kind: 'payment',
  source: 'Sollentuna kommun',
  note: `Bidrag till föreningar, verifikation ${voucher}`,
})

describe('a supplier ledger', () => {
  test('gives the payments to the association, and counts the rest', async () => {
    const receipt = await trial.deliver(agreement, 'funding/reskontra-2025.csv', LEDGER)
    expect(receipt).toMatchObject({ format: 'leverantörsreskontra utf-8', rows: { read: 3, new: 3 } })
    expect(receipt.notes[0]?.sentence.en).toBe(
      "Of 4 rows in the supplier ledger 3 are of the association. The other suppliers' rows were not loaded.",
    )
    expect(await paid()).toEqual([
      row('2025-03-31', 362_500, 3921217387),
      row('2025-03-31', 362_500, 3921217388),
      row('2025-04-01', -500.5, 3921217389),
    ])
    expect(JSON.stringify(receipt)).not.toContain('2386')
  })

  test('with semicolons and another order of columns is the same', async () => {
    const semicolons = LEDGER.replaceAll('"', '').replaceAll(', enskild', ' enskild').replaceAll(',', ';')
    const receipt = await trial.deliver(agreement, 'funding/reskontra-2025-igen.csv', `\ufeff${semicolons}`)
    expect(receipt.rows).toMatchObject({ read: 3, unchanged: 3 })
  })

  test('without a payment to the association says so', async () => {
    const others = LEDGER.replaceAll(/8024561234|802456-1234/g, '5560000001')
    const receipt = await trial.deliver(agreement, 'funding/reskontra-2026.csv', others)
    expect(receipt).toMatchObject({
      verdict: 'approved_with_remarks',
      rows: { read: 0, removed: 0 },
      faults: [{ rule: 'association_not_among_suppliers' }],
    })
  })

  test('is of the association by its number for VAT, too', async () => {
    const vat = LEDGER.replaceAll(/8024561234|802456-1234/g, 'SE802456123401')
    const { rows } = await trial.deliver(agreement, 'funding/moms.csv', vat, { dryRun: true })
    expect(rows.read).toBeGreaterThan(0)
  })

  test('cannot be read without the number of the association', async () => {
    const unnumbered = trialAgreement({ funding: {} })
    const receipt = await trial.deliver(unnumbered, 'funding/r.csv', `${LEDGER}\n`)
    expect(receipt).toMatchObject({ verdict: 'rejected', faults: [{ rule: 'association_without_number' }] })
  })
})

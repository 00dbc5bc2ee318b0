import { Receipt } from '@utfall/contracts'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import { receiptPage } from './page.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

// From Skatteverket's published numbers for testing: never given to anyone.
const NUMBER = '18900101-9802'
const HEADER = 'datum;aktivitet;deltagare;område'
const agreement = trialAgreement({ attendance: { replaces: 'period' } })

/** The page that was kept for a file. */
function kept(file: string): string {
  const name = readdirSync(trial.home.receipts).find((each) => each.includes(file) && each.endsWith('.html'))
  return readFileSync(join(trial.home.receipts, name ?? ''), 'utf8')
}

test('shows the verdict, the sum, the effect, what came of the last faults, and each fault with its cell', async () => {
  await trial.deliver(agreement, 'attendance/2025-03.csv', `${HEADER}\nigår;kurs;a;x\n2025-03-01;kurs;b;x\n`)
  await trial.deliver(
    agreement,
    'attendance/2025-03-rattad.csv',
    `${HEADER}\n2025-03-02;kurs;a;x\n2025-03-01;kurs;b;x\n2025-03-03;kors;${NUMBER};Ring ${NUMBER} <i>\n`,
  )
  const page = kept('rattad')
  expect(page).toContain('godkänd med anmärkningar')
  expect(page).toContain('unika deltagare 2025: 1 → 2')
  expect(page).toMatch(/Rättat<\/strong>[^]*Värdet är inget datum/)
  expect(page).toMatch(/Nytt<\/strong>[^]*Aktiviteten finns inte/)
  expect(page).toMatch(/<td class="bad"><span class="apart">Fel här: <\/span>kors<\/td>/)
  expect(page).toContain('Ring ••• &lt;i&gt;')
  expect(page.replaceAll(/\D/g, '')).not.toContain('9001019802')
})

test('needs nothing beside it', () => {
  const page = kept('rattad')
  expect(page).not.toMatch(/<(?:script|link|img)|url\(|src=|@import/)
})

test('tells of a file that was only tried, paused or turned away', async () => {
  const tried = await trial.deliver(agreement, 'attendance/2025-04.csv', `${HEADER}\n2025-04-01;kurs;a;x\n`, {
    dryRun: true,
  })
  expect(receiptPage(tried)).toContain('Filen har bara prövats')
  const empty = await trial.deliver(agreement, 'attendance/tom.csv', '')
  expect(receiptPage(empty)).toContain('avvisad')
  expect(receiptPage(empty)).not.toContain('Raderna</h2>')
  expect(receiptPage(Receipt.parse({ ...tried, dry_run: false, verdict: 'paused' }))).toContain('bekräfta')
})

test('counts whom a file names, each once, by what names them', async () => {
  const people = [NUMBER, '189001019802', '18900101-9803', 'a', 'b', '20080301'].map(
    (who) => `2025-05-01;kurs;${who};x`,
  )
  const { identities } = await trial.deliver(
    agreement,
    'attendance/2025-05.csv',
    `${HEADER}\n${people.join('\n')}\n`,
  )
  expect(identities).toEqual({
    personal: 1,
    coordination: 0,
    interim: 0,
    wrong_check_digit: 1,
    own_id: 2,
    birth_date: 1,
    destroyed: 0,
  })
})

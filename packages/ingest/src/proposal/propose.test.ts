import { readAgreement } from '@utfall/contracts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import { proposeSource } from './propose.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-proposal-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(text: string): string {
  const file = join(folder, 'okand.csv')
  writeFileSync(file, text)
  return file
}

const agreement = trialAgreement({})
const HEAD = `id: trial
title: Trial
municipality: { code: "0163", name: Sollentuna kommun }
association: { name: Föreningen }
period: { start: 2025-01-01, end: 2027-12-31 }
activities: [{ id: kurs, name: Kurs }, { id: motesplats, name: Mötesplats }]
sources:
`

// From Skatteverket's published numbers for testing: never given to anyone.
const UNKNOWN = `Närvarolista hösten;;;;
När;Vad för aktivitet;Pnr;Könstillhörighet;Kommentar
2025-09-01;Kurs;18900101-9802;Tjej;kom sent
2025-09-02;Mötesplats;18900102-9819;Kille;
2025-09-02;Mötesplats;18900101-9802;Tjej;
`

test('an unknown layout gets a source that reads the file as it is', async () => {
  const file = written(UNKNOWN)
  const proposal = await proposeSource(file, agreement, undefined)
  expect(proposal).toMatchObject({ dataset: 'attendance', missing: [] })
  expect(proposal?.yaml).toContain('"Pnr": participant')
  expect(proposal?.yaml).toContain('"Tjej": woman')
  expect(proposal?.yaml).toContain('# läses inte: "Kommentar"')
  expect(proposal?.yaml).not.toContain('9802')
  const indented = (proposal?.yaml ?? '').replaceAll(/^/gm, '  ')
  const reading = readAgreement(HEAD + indented, 'agreement.yaml')
  expect(reading).toMatchObject({ ok: true })
  if (!reading.ok) return
  const trial = await startTrial()
  try {
    const table = UNKNOWN.slice(UNKNOWN.indexOf('\n') + 1)
    const receipt = await trial.deliver(reading.agreement, 'ny-kalla/a.csv', table)
    expect(receipt.rows).toMatchObject({ read: 3, new: 3, quarantined: 0 })
  } finally {
    trial.end()
  }
})

test('a code that cannot be guessed is left for a person to fill in', async () => {
  const file = written('datum;aktivitet;deltagare\n2025-09-01;Simning;a1\n2025-09-02;Kurs;a2\n')
  const [source] = trialAgreement({ attendance: {} }).sources
  const proposal = await proposeSource(file, agreement, source)
  expect(proposal?.yaml).toContain('# "Simning": motesplats | kurs')
})

test.each(['', 'bara en rad text\n', 'a;b\n'])(
  'nothing is proposed for what is no table: %j',
  async (text) => {
    expect(await proposeSource(written(text), agreement, undefined)).toBeNull()
  },
)

// Numbers as above.
const NAMED_OTHERWISE = `Träffdatum;Ungdomens pnr;Vad;Tjej/kille;Tid (min);Kommentar
2025-03-03;18900101-9802;Kursen;Kille;90;kom sent
2025-03-10;18900102-9819;Kursen;Tjej;90;
`

test('days of sessions are no birth dates, and a name that is almost known is known', async () => {
  const proposal = await proposeSource(written(NAMED_OTHERWISE), agreement, undefined, 'en')
  expect(proposal).toMatchObject({ dataset: 'attendance', missing: [] })
  for (const line of [
    '"Träffdatum": date',
    '"Tid (min)": minutes',
    '"Kursen": kurs',
    '# not read: "Kommentar"',
  ])
    expect(proposal?.yaml).toContain(line)
})

test('what cannot be found is said', async () => {
  const file = written('Belopp;Slag\n100,50;utbetalning\n200;utbetalning\n')
  expect(await proposeSource(file, agreement, undefined)).toMatchObject({
    dataset: 'funding',
    missing: ['date'],
  })
})

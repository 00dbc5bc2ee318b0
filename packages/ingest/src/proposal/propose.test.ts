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
  const reading = readAgreement(HEAD + (proposal?.yaml ?? ''), 'agreement.yaml')
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

/** Files as senders lay them out, and how many of their rows are loaded once the proposal is pasted. */
const ODD: readonly (readonly [name: string, dataset: string, text: string, rows: number])[] = [
  [
    'a title, times with a point and T for tjej',
    'attendance',
    `Närvaro våren;;;;;;

Besöksdatum;Vem;Grupp;Kl;Tid (min);Status;Kön
2025-03-03;18900101-9802;Mötesplatsen;18.30;90;X;T
2025-03-03;18900102-9819;Kursen;18.30;90;F;K
`,
    2,
  ],
  [
    'commas and a question for a header',
    'headcount',
    'När,Vad,Hur många,Kommentar\n2025-03-01,Kurs,12,bra\n',
    1,
  ],
  [
    'tabs and reasons in words',
    'engagements',
    'Rad\tPnr\tAnledning till avslut\tStartade\tSlutade\n1\t18900101-9802\tJobb\t2025-01-10\t2025-05-01\n',
    1,
  ],
  [
    'quotes around everything',
    'costs',
    '"Bokföringsdatum";"Kontonr";"Kronor";"Verifikationstext"\r\n"2025-03-01";"5010";"1 250,50";"Hyra"\r\n',
    1,
  ],
  [
    'questions by number',
    'surveys',
    'Personnr;Svarsdatum;Tillfälle;F1;F2;F3;F4;F5;F6;F7;F8;F9;F10\n18900101-9802;2025-02-01;Före;1;2;3;4;3;2;1;2;3;4\n',
    1,
  ],
  [
    'stays of members',
    'memberships',
    'Medlemsnr|Klubb|Inträdesdatum|Utträdesdatum|Ort\n12|Edsbergs IF|2024-01-01||Edsberg\n',
    1,
  ],
]

test('what is proposed for odd layouts is pasted as it stands, and the files are loaded', async () => {
  const trial = await startTrial()
  const beside = HEAD + '  - { id: bok, sender: Bo, dataset: costs, files: bok/*, replaces: rows }\n'
  try {
    for (const [name, dataset, text, rows] of ODD) {
      const proposal = await proposeSource(written(text), agreement, undefined)
      expect({ name, ...proposal }).toMatchObject({ dataset, missing: [] })
      const reading = readAgreement(beside + (proposal?.yaml ?? ''), 'agreement.yaml')
      expect(reading.ok || { name, ...reading }).toBe(true)
      if (!reading.ok) continue
      const receipt = await trial.deliver(reading.agreement, `ny-kalla/${dataset}.csv`, text)
      expect({ name, ...receipt.rows }).toMatchObject({ read: rows, new: rows })
    }
  } finally {
    trial.end()
  }
})

test('a column that is like one that is taken is told of, and a code for nobody to guess is left open', async () => {
  const proposal = await proposeSource(
    written('Datum;Aktivitet;Antal tjejer;Antal killar\n2025-03-01;Simning;5;7\n'),
    agreement,
    undefined,
  )
  expect(proposal?.yaml).toContain('# läses inte: "Antal killar" (kan också vara count)')
  expect(readAgreement(HEAD + (proposal?.yaml ?? ''), 'agreement.yaml')).toMatchObject({ ok: true })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const TINY = 'provby-provforeningen'

/**
 * A small agreement, small enough to count by hand: 24 people, three sessions, one year.
 * Written by hand and not by the generator, so that the two cannot share a mistake.
 */
export function writeTinyAgreement(data: string): void {
  const folder = join(data, 'agreements', TINY)
  mkdirSync(join(folder, 'deliveries'), { recursive: true })
  writeFileSync(join(folder, 'agreement.yaml'), AGREEMENT)
  for (const [name, lines] of Object.entries(TINY_FILES)) {
    writeFileSync(join(folder, 'deliveries', name), `${lines.join('\n')}\n`)
  }
}

export const tinyFolder = (data: string): string => join(data, 'agreements', TINY)
export const tinyDelivery = (data: string, name: string): string => join(tinyFolder(data), 'deliveries', name)

const AGREEMENT = `id: ${TINY}
title: Provhuset
municipality: { code: "9999", name: Provby kommun }
association: { name: Provföreningen }
period: { start: 2025-01-01, end: 2025-12-31 }
activities:
  - { id: hus, name: Öppet hus, kind: open_meeting_place, counting_rule: every_visit }
  - { id: kurs, name: Kurs, kind: course, counting_rule: every_visit }
funding:
  - { year: 1, amount: 365000, source: municipality }
goals:
  - id: vidare
    text: Fler börjar arbeta eller studera
    indicators: [{ indicator: share_to_work_or_studies, target: 0.5 }]
sources:
  - { id: narvaro, sender: Provföreningen, dataset: attendance, files: "narvaro*.csv", codes: { gender: { kvinna: woman } } }
  - { id: inskrivna, sender: Provföreningen, dataset: engagements, files: inskrivna.csv, replaces: everything }
  - { id: pengar, sender: Provföreningen, dataset: funding, files: pengar.csv }
  - { id: kostnader, sender: Provföreningen, dataset: costs, files: kostnader.csv }
`

/** `D01` … `D24`; the first 14 are women. */
const people = Array.from({ length: 24 }, (_, at) => ({
  id: `D${String(at + 1).padStart(2, '0')}`,
  gender: at < 14 ? 'kvinna' : 'man',
  born: 2000 + (at % 3),
}))

const attended = (session: string, those: typeof people): string[] =>
  those.map(({ id, gender, born }) => `${session};${id};${gender};${born}`)

/** Left at midsummer: 6 to work, 5 to studies, 7 dropped out; 6 stayed. */
const endOf = (at: number): string => {
  if (at < 6) return '2025-06-19;work'
  if (at < 11) return '2025-06-19;studies'
  return at < 18 ? '2025-06-19;dropped_out' : ';'
}

const TINY_FILES: Readonly<Record<string, readonly string[]>> = {
  'narvaro-var.csv': [
    'Datum;Aktivitet;Minuter;Deltagare;Kön;Födelseår',
    ...attended('2025-01-14;hus;120', people),
    ...attended('2025-01-21;hus;120', people.slice(0, 10)),
  ],
  'narvaro-host.csv': [
    'Datum;Aktivitet;Minuter;Deltagare;Kön;Födelseår',
    ...attended('2025-09-02;kurs;80', people.slice(4, 20)),
  ],
  'inskrivna.csv': [
    'Deltagare;Startdatum;Slutdatum;Avslutsorsak',
    ...people.map(({ id }, at) => `${id};2025-01-02;${endOf(at)}`),
  ],
  'pengar.csv': ['Datum;Belopp;Slag', '2025-01-31;365 000,00;payment', '2025-03-31;20 000,50;own_cash'],
  'kostnader.csv': ['Datum;Belopp;Konto', '2025-02-28;100 000,00;5010', '2025-08-31;140 000,00;7010'],
}

/** The truth of 2025, counted by hand; null is withheld. Keys: indicator, breakdown, category. */
export const TINY_TRUTH_2025 = [
  ['unique_participants', 'total', '', 24],
  ['unique_participants', 'activity', 'hus', 24],
  ['unique_participants', 'activity', 'kurs', 16],
  ['unique_participants', 'gender', 'woman', 14],
  ['unique_participants', 'gender', 'man', 10],
  // Four men left and no woman stayed: who left or stayed is told for both together.
  ['leavers', 'gender', 'woman', null],
  ['leavers', 'gender', 'man', null],
  ['stayers', 'gender', 'man', null],
  ['attendances', 'total', '', 50],
  ['sessions', 'total', '', 3],
  ['activity_hours', 'total', '', 5 + 1 / 3],
  ['enrolled_participants', 'total', '', 24],
  ['leavers', 'total', '', 18],
  ['stayers', 'total', '', 6],
  ['share_to_work_or_studies', 'total', '', 11 / 18],
  ['funding_paid', 'total', '', 365_000],
  ['cost', 'total', '', 240_000],
  ['own_contribution', 'total', '', 20_000.5],
] as const

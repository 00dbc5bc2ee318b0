import type { Manifest, PublishedAgreement } from '@utfall/contracts'
import { CELL_STATUSES, VERDICT_WORDS } from '@utfall/contracts'
import type { TableOfRows } from './published-tables.ts'
import { PERIOD_TYPE_WORDS, STATUS_WORDS } from './figure-words.ts'
import { withheldInWords } from './withheld-in-words.ts'
import type { YearCut } from './year-cut.ts'

export interface ReadmeContent {
  readonly manifest: Manifest
  readonly agreement: PublishedAgreement
  readonly cut: YearCut
  readonly tables: readonly TableOfRows[]
}

/** The first file to open: what the package is, what is hidden and why, and what it rests on. Swedish, then English. */
export function readme(content: ReadmeContent): string {
  const text = `${swedish(content)}\n${'-'.repeat(78)}\n\n${english(content)}`
  // So that the oldest editor in the house shows it right.
  return text.replaceAll('\n', '\r\n')
}

function swedish({ manifest, agreement, cut, tables }: ReadmeContent): string {
  const { threshold } = agreement.disclosure
  return `UNDERLAG FÖR ÅRLIG UTVÄRDERING

${agreement.title}, ${cut.year}
Avtal mellan ${agreement.municipality.name} och ${agreement.association.name}, ${agreement.period.start} till ${agreement.period.end}

Publicering:      ${manifest.id}
Uppgifter till:   ${manifest.as_of}
Program:          ${manifest.program}
Anmärkning:       ${manifest.note ?? 'ingen'}

VAD PAKETET INNEHÅLLER

${tables.map(({ name, rows, title }) => `${`${name}.csv`.padEnd(18)}${title.sv}. Rader: ${rows.length}.`).join('\n')}

Varje tabell finns i två former med samma rader. Namn.csv har kommatecken och decimalpunkt (RFC 4180) och
passar statistikprogram. Namn.excel.csv har semikolon och decimalkomma och öppnas rätt i en svensk Excel.
En cell som ett kalkylprogram kunde ta för en formel har fått en apostrof framför sig.

rapport.pdf                   årets siffror att läsa och skriva ut
codebook.csv, codebook.md     vad varje kolumn och kod betyder
definitions.md                hur varje siffra räknas
datapackage.json, *.csv-metadata.json   samma beskrivning för program
SHA256SUMS                    kontrollsummor; prova med: sha256sum -c SHA256SUMS

URVALET

Med är alla rader för avtalet vars period rör vid ${cut.year}:

${periodList(cut, 'sv')}

Avtalsår och hela avtalet sträcker sig utanför året, och jämförs därför inte med årets siffror.
Personer räknas en gång i varje period: tal för delar av året kan inte läggas ihop till årets tal.

VAD SOM INTE VISAS, OCH VARFÖR

${withheldInWords(agreement.disclosure).sv}
I results.csv, kolumnen status:

${statusLines(tables, 'sv')}

LEVERANSERNA BAKOM SIFFRORNA

Har en leverans om personer färre än ${threshold} rader visas varken antalet rader eller kontrollsumman (${WITHHELD}).

${deliveryLines(cut, 'sv') || 'Inga leveranser rör vid året.'}
`
}

function english({ manifest, agreement, cut, tables }: ReadmeContent): string {
  const { threshold } = agreement.disclosure
  return `DATA FOR THE ANNUAL EVALUATION

${agreement.title}, ${cut.year}
Agreement between ${agreement.municipality.name} and ${agreement.association.name}, ${agreement.period.start} to ${agreement.period.end}

Publication:      ${manifest.id}
Data up to:       ${manifest.as_of}
Program:          ${manifest.program}
Note:             ${manifest.note ?? 'none'}

WHAT THE PACKAGE HOLDS

${tables.map(({ name, rows, title }) => `${`${name}.csv`.padEnd(18)}${title.en}. Rows: ${rows.length}.`).join('\n')}

Each table comes in two forms with the same rows. Name.csv has commas and a decimal point (RFC 4180) and suits
statistical software. Name.excel.csv has semicolons and a decimal comma and opens right in a Swedish Excel.
A cell that a spreadsheet could take for a formula has an apostrophe before it.

rapport.pdf                   the figures of the year to read and print (in Swedish)
codebook.csv, codebook.md     what each column and code means
definitions.md                how each figure is counted (in Swedish)
datapackage.json, *.csv-metadata.json   the same description for programs
SHA256SUMS                    checksums; try them with: sha256sum -c SHA256SUMS

THE SELECTION

All rows of the agreement whose period touches ${cut.year}:

${periodList(cut, 'en')}

Years of the agreement and the whole agreement reach outside the year, and do not compare with its figures.
People count once in each period: figures of parts of the year do not add up to that of the year.

WHAT IS NOT SHOWN, AND WHY

${withheldInWords(agreement.disclosure).en}
In results.csv, column status:

${statusLines(tables, 'en')}

THE DELIVERIES BEHIND THE FIGURES

Where a delivery about people has fewer than ${threshold} rows, neither rows nor checksum are shown (${WITHHELD}).

${deliveryLines(cut, 'en') || 'No deliveries touch the year.'}
`
}

type InLanguage = 'sv' | 'en'

const WITHHELD = '..'

function periodList({ periods }: YearCut, language: InLanguage): string {
  return periods
    .map(
      ({ period_type, period, start, end }) =>
        `${period.padEnd(10)}${start} – ${end}  ${PERIOD_TYPE_WORDS[period_type][language]}`,
    )
    .join('\n')
}

function statusLines(tables: readonly TableOfRows[], language: InLanguage): string {
  const rows = tables.find(({ name }) => name === 'results')?.rows ?? []
  return CELL_STATUSES.map((status) => {
    const count = rows.filter((row) => row['status'] === status).length
    return `${status.padEnd(16)}${String(count).padStart(6)}  ${STATUS_WORDS[status][language]}`
  }).join('\n')
}

function deliveryLines({ deliveries }: YearCut, language: InLanguage): string {
  const rowWord = { sv: 'rader', en: 'rows' }[language]
  return deliveries
    .map(
      ({ sender, file, sha256 = WITHHELD, rows = WITHHELD, verdict }) =>
        `${file}\n  ${sender}, ${rows} ${rowWord}, ${VERDICT_WORDS[verdict][language]}\n  SHA-256 ${sha256}`,
    )
    .join('\n')
}

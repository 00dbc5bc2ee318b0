import { DATASETS, TABLES, columnsOf } from '@utfall/contracts'
import type { Field } from '@utfall/contracts'
import { RULES } from '@utfall/ingest'
import { INDICATORS_FOLDER, readRegistry } from '@utfall/metrics'
import { codes, table } from './markdown.ts'

const GENERATED = '<!-- Skriven av `npm run reference`. Ändra i koden, inte här. -->'

/** The pages of `docs/reference`, by file name: written from the same source as the program runs on. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'datamangder.md': page('Datamängder', DATASETS_LEAD, datasets()),
    'regler.md': page('Regler', RULES_LEAD, rules()),
    'indikatorer.md': page('Indikatorer', INDICATORS_LEAD, indicators()),
    'publikationen.md': page('Publikationens tabeller', TABLES_LEAD, tables()),
  }
}

const page = (title: string, lead: string, body: string) =>
  `# ${title}\n\n${GENERATED}\n\n${lead}\n\n${body}\n`

const DATASETS_LEAD =
  'En fil är rader ur en datamängd. En rubrik känns igen på sitt engelska eller sitt svenska namn, oavsett versaler, accenter, mellanslag, bindestreck och understreck; andra rubriker anges i källans `columns`.'

const TYPES: Readonly<Record<Field['type'], string>> = {
  participant: 'identitetsnummer eller eget id',
  date: 'datum',
  time: 'klockslag',
  integer: 'heltal',
  decimal: 'tal',
  year: 'årtal',
  text: 'text',
  code: 'kod',
}

function datasets(): string {
  return Object.values(DATASETS)
    .map(({ name, fields }) => {
      const rows = fields.map((field) => [
        `\`${field.name}\``,
        field.swedish.join(', '),
        field.codes
          ? codes(field.codes)
          : field.known
            ? `${codes(field.known)} eller annan text`
            : field.listed
              ? 'insats i avtalet'
              : TYPES[field.type],
        field.required ? 'ja' : '',
      ])
      return `## \`${name}\`\n\n${table(['fält', 'svenska rubriker', 'värde', 'krävs'], rows)}`
    })
    .join('\n\n')
}

const RULES_LEAD =
  '`stop`: filen läses inte in. `error`: raden läggs i karantän. `check`: raden läses in och pekas ut.'

function rules(): string {
  const rows = RULES.map(({ id, severity, sentence, why, mend }) => [
    `\`${id}\``,
    severity,
    sentence.sv.replace(/[:\s]*\{detail\}/, ''),
    why.sv,
    mend.sv,
  ])
  return table(['regel', 'allvar', 'vad som är fel', 'varför det spelar roll', 'så rättas det'], rows)
}

const INDICATORS_LEAD =
  'Varje indikator är en SQL-fil i `packages/metrics/indicators/` med sin definition överst. Så räknas den, i ord.'

function indicators(): string {
  return readRegistry([INDICATORS_FOLDER])
    .indicators.map(({ header }) => {
      const rows = [
        ['Talet säger', header.definition.sv],
        ['Täljare', header.numerator.sv],
        ['Nämnare', header.denominator?.sv ?? ''],
        ['Räknas inte', header.excluded?.sv ?? ''],
        ['Vilken dag avgör perioden', header.placed_by.sv],
        ['Vad talet inte säger', header.limitation?.sv ?? ''],
        ['Ursprung', header.origin ?? ''],
        ['Uppdelningar', codes(header.breakdowns)],
      ].filter(([, text]) => text !== '')
      return `## ${header.title.sv}\n\n\`${header.id}\`, version ${header.version}\n\n${table(['', ''], rows)}`
    })
    .join('\n\n')
}

const TABLES_LEAD =
  'Varje tabell finns som Arrow, Parquet, CSV och CSV för svenska Excel, med samma rader i samma ordning. Ett tal som inte visas är tomt, och `status` säger varför.'

function tables(): string {
  return Object.entries(TABLES)
    .map(([name, rows]) => {
      const lines = columnsOf(rows).map(({ name: column, type, description, values }) => [
        `\`${column}\``,
        values ? codes(values) : type,
        description.sv,
      ])
      return `## \`${name}\`\n\n${table(['kolumn', 'värde', 'betydelse'], lines)}`
    })
    .join('\n\n')
}

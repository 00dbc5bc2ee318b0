import type { Column, ColumnType } from '@utfall/contracts'
import { CSV_PROFILES } from './csv.ts'
import type { CsvProfile } from './csv.ts'
import type { TableDescription } from './published-table.ts'

/** Metadata of one CSV file as CSV on the Web has it. https://www.w3.org/TR/tabular-metadata/ */
export function csvOnTheWeb(
  { name, title, columns, primaryKey }: TableDescription,
  profile: CsvProfile,
  rows: number,
) {
  const { ending, delimiter, decimal } = CSV_PROFILES[profile]
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'sv' }],
    url: `${name}${ending}`,
    'dc:title': languageMap(title),
    'dc:extent': `${rows} rows`,
    dialect: { delimiter, encoding: 'utf-8', header: true, lineTerminators: ['\r\n'], quoteChar: '"' },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': languageMap(column.description),
        datatype: datatype(column, decimal),
        // An empty text is an empty cell too, so only what is never empty can be required.
        ...(column.nullable || column.mayBeEmpty ? {} : { required: true }),
      })),
      ...(primaryKey.length > 0 ? { primaryKey } : {}),
    },
  }
}

const BASES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  date: 'date',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'decimal',
}

function datatype({ type, values }: Column, decimalChar: string) {
  if (values !== undefined) return { base: 'string', format: values.map(escaped).join('|') }
  if (type === 'decimal') return { base: 'decimal', format: { decimalChar } }
  return BASES[type]
}

/** As a regular expression of XML Schema, which CSV on the Web uses. */
const escaped = (code: string) => code.replace(/[\\.*+?|()[\]{}^$]/g, String.raw`\$&`)

function languageMap({ sv, en }: { sv: string; en: string }) {
  return [
    { '@value': sv, '@language': 'sv' },
    { '@value': en, '@language': 'en' },
  ]
}

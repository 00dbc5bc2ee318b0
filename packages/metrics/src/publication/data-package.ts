import type { Column, ColumnType } from '@utfall/contracts'
import { CSV_PROFILES } from './csv.ts'
import type { CsvProfile } from './csv.ts'
import type { TableDescription } from './published-table.ts'
import type { WrittenFile } from './written-file.ts'

export interface PackageDescription {
  readonly name: string
  readonly title: string
  readonly version: string
  /** Who delivered what the figures rest on. */
  readonly sources: readonly string[]
  readonly tables: readonly TableDescription[]
  readonly files: readonly WrittenFile[]
}

/** `datapackage.json`. https://datapackage.org/standard/data-package/, version 2.0 */
export function dataPackage({ name, title, version, sources, tables, files }: PackageDescription) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    version,
    licenses: [
      {
        name: 'CC0-1.0',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
        title: 'Creative Commons Zero 1.0',
      },
    ],
    ...(sources.length > 0 ? { sources: sources.map((source) => ({ title: source })) } : {}),
    resources: files.map((file) => resource(file, tables)),
  }
}

function resource({ path, sha256, bytes, rows }: WrittenFile, tables: readonly TableDescription[]) {
  const table = tables.find((each) => path.startsWith(`${each.name}.`))
  const profile = profileOf(path)
  return {
    name: path.toLowerCase().replaceAll('.', '-'),
    path,
    ...(table === undefined ? {} : { title: table.title.sv }),
    ...formatOf(path),
    ...(isBinary(path) ? {} : { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(rows === null ? {} : { rows }),
    ...(table !== undefined && profile !== null ? tabular(table, profile) : {}),
  }
}

function tabular({ columns, primaryKey }: TableDescription, profile: CsvProfile) {
  const { delimiter, decimal } = CSV_PROFILES[profile]
  return {
    type: 'table',
    dialect: { delimiter, lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => field(column, decimal)),
      missingValues: [''],
      ...(primaryKey.length > 0 ? { primaryKey } : {}),
    },
  }
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  date: 'date',
  boolean: 'boolean',
  integer: 'integer',
  decimal: 'number',
}

function field({ name, type, nullable, mayBeEmpty, values, description }: Column, decimalChar: string) {
  return {
    name,
    type: TYPES[type],
    description: `${description.sv} / ${description.en}`,
    ...(type === 'decimal' ? { decimalChar } : {}),
    // In such a column an empty cell is an empty text, not a missing one.
    ...(mayBeEmpty ? { missingValues: [] } : {}),
    // Readers of version 1 know of no missing values by column, and would miss the empty text.
    constraints: { required: !nullable && !mayBeEmpty, ...(values === undefined ? {} : { enum: values }) },
  }
}

function profileOf(path: string): CsvProfile | null {
  if (path.endsWith(CSV_PROFILES.excel.ending)) return 'excel'
  return path.endsWith(CSV_PROFILES.open.ending) ? 'open' : null
}

const FORMATS = {
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.file',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
  txt: 'text/plain',
  md: 'text/markdown',
  pdf: 'application/pdf',
} as const

const isBinary = (path: string) => /\.(arrow|parquet|pdf)$/.test(path)

function formatOf(path: string) {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const known = Object.entries(FORMATS).find(([format]) => format === ending)
  return known === undefined ? {} : { format: known[0], mediatype: known[1] }
}

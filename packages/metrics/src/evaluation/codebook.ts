import { TABLES } from '@utfall/contracts'
import type { Column, PublishedAgreement, Sentence, TableName } from '@utfall/contracts'
import type { Row, TableOfRows } from './published-tables.ts'
import { CODE_WORDS } from './code-words.ts'
import { GENDER_WORDS } from './figure-words.ts'

const column = (name: string, sv: string, en: string): Column => ({
  name,
  type: 'text',
  nullable: false,
  mayBeEmpty: true,
  description: { sv, en },
})

const COLUMNS: readonly Column[] = [
  column('table', 'tabell', 'table'),
  column('column', 'kolumn', 'column'),
  column(
    'code',
    'kod i kolumnen; tom på raden om kolumnen själv',
    'code; empty where the row is about the column',
  ),
  column('type', 'datatyp; tom för en kod', 'data type; empty for a code'),
  column('sv', 'betydelse på svenska', 'meaning in Swedish'),
  column('en', 'betydelse på engelska', 'meaning in English'),
]

/** The codebook: every column of every table, and every code with its meaning. */
export function codebook(tables: readonly TableOfRows[], agreement: PublishedAgreement): TableOfRows {
  return {
    name: 'codebook',
    title: { sv: 'Kodbok: alla kolumner och koder', en: 'Codebook: all columns and codes' },
    columns: COLUMNS,
    primaryKey: ['table', 'column', 'code'],
    rows: tables.flatMap((table) => table.columns.flatMap((each) => entries(table, each, agreement))),
  }
}

function entries(
  { name: table }: TableOfRows,
  { name, type, nullable, description }: Column,
  agreement: PublishedAgreement,
): Row[] {
  const empty: Sentence = nullable
    ? { sv: '; tom där den saknas', en: '; empty where there is none' }
    : { sv: '', en: '' }
  const itself = {
    table,
    column: name,
    code: '',
    type,
    sv: description.sv + empty.sv,
    en: description.en + empty.en,
  }
  const codes = Object.entries(codesOf(table, name, agreement))
  return [itself, ...codes.map(([code, { sv, en }]) => ({ table, column: name, code, type: '', sv, en }))]
}

function codesOf(
  table: string,
  name: string,
  agreement: PublishedAgreement,
): Readonly<Record<string, Sentence>> {
  const activities = Object.fromEntries(
    agreement.activities.map((each) => [each.id, { sv: each.name, en: each.name }]),
  )
  if (name === 'activity') return activities
  if (name === 'category') return { ...GENDER_WORDS, ...activities }
  return (isTableName(table) ? CODE_WORDS[table][name] : undefined) ?? {}
}

const isTableName = (name: string): name is TableName => name in TABLES

/** The codebook for people, in Swedish. */
export function codebookInWords({ rows }: TableOfRows, tables: readonly TableOfRows[]): string {
  const sections = tables.map(({ name, title }) => {
    const lines = rows
      .filter((row) => row['table'] === name)
      .map((row) => `| ${row['column']} | ${row['code']} | ${row['type']} | ${row['sv']} |`)
    return [
      `## ${name}`,
      '',
      title.sv,
      '',
      '| kolumn | kod | typ | betydelse |',
      '|---|---|---|---|',
      ...lines,
      '',
    ].join('\n')
  })
  return ['# Kodbok', '', ...sections].join('\n')
}

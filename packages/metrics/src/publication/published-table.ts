import type { DuckDBConnection } from '@duckdb/node-api'
import { TABLES, columnsOf } from '@utfall/contracts'
import type { Column, Sentence, TableName } from '@utfall/contracts'
import { identifier, literal } from '@utfall/warehouse'
import { readCells } from './cells.ts'
import type { Cells } from './cells.ts'
import { keptRows } from './kept.ts'
import type { Kept } from './kept.ts'
import { TABLE_TITLES } from './table-titles.ts'

/** What describes a table of a publication, or of an evaluation package. */
export interface TableDescription {
  /** The file name without ending. */
  readonly name: string
  readonly title: Sentence
  readonly columns: readonly Column[]
  /** The columns that tell two rows apart; none where two rows may be alike. */
  readonly primaryKey: readonly string[]
}

/** A table as every form of it is written: the same rows in the same order. */
export interface PublishedTable extends TableDescription {
  readonly cells: Cells
}

export const TABLE_NAMES = [
  'results',
  'waterfalls',
  'transitions',
  'curves',
  'goals',
  'quality',
  'costs',
  'corrections',
] as const satisfies readonly TableName[]

/** `quality` has none: a sender may deliver the same file name twice, and both deliveries are facts. */
const PRIMARY_KEYS: Readonly<Record<TableName, readonly string[]>> = {
  results: [
    'agreement',
    'indicator',
    'definition_version',
    'period_type',
    'period',
    'breakdown',
    'category',
    'basis',
  ],
  waterfalls: ['agreement', 'indicator', 'definition_version', 'period_type', 'period', 'step'],
  transitions: ['agreement', 'period_type', 'period', 'domain', 'stage', 'from_status', 'to_status'],
  curves: ['agreement', 'indicator', 'definition_version', 'period_type', 'period', 'cause', 'month'],
  goals: ['agreement', 'goal', 'indicator', 'definition_version', 'period_type', 'period'],
  quality: [],
  costs: ['agreement', 'period_type', 'period', 'item', 'activity'],
  corrections: [
    'agreement',
    'indicator',
    'period_type',
    'period',
    'breakdown',
    'category',
    'basis',
    'previous_definition_version',
    'definition_version',
  ],
}

const WORKING_TABLES: Readonly<Record<TableName, string>> = {
  results: 'result',
  waterfalls: 'waterfall',
  transitions: 'transition',
  curves: 'curve',
  goals: 'goal',
  quality: 'quality',
  costs: 'cost_item',
  corrections: 'correction',
}

/** Which rows hold money. A goal has no unit of its own: it has that of its indicator. */
const IN_KRONOR: Readonly<Record<TableName, string>> = {
  results: "unit = 'kronor'",
  waterfalls: 'false',
  transitions: 'false',
  curves: 'false',
  goals: "indicator in (select indicator from result where unit = 'kronor')",
  quality: 'false',
  costs: "unit = 'kronor'",
  corrections: "indicator in (select indicator from result where unit = 'kronor')",
}

/** The temporary table that holds the rows of `name` as they are published. */
export const publishedName = (name: string) => `published_${name}`

/**
 * Takes a working table into the form that is published: columns of the contract, rounded numbers, a total
 * order, with what is kept of the current publication. Every cell is checked against the contract; one that breaks
 * it is a bug, and nothing is published. Corrections separate two publications: none are kept.
 */
export async function takePublishedTable(
  connection: DuckDBConnection,
  name: TableName,
  kept: Kept | null = null,
): Promise<PublishedTable> {
  const columns = columnsOf(TABLES[name])
  await connection.run(
    `create or replace temp table ${publishedName(name)} as
     from (
       select ${columns.map((column) => publishedValue(column, name)).join(', ')}
       from ${WORKING_TABLES[name]}
       ${kept === null || name === 'corrections' ? '' : `union all by name ${keptRows(kept, name)}`}
     )
     order by ${totalOrder(name, columns)}`,
  )
  return { ...describeTable(name), cells: await readCells(connection, publishedName(name), TABLES[name]) }
}

export function describeTable(name: TableName): TableDescription {
  return { name, title: TABLE_TITLES[name], columns: columnsOf(TABLES[name]), primaryKey: PRIMARY_KEYS[name] }
}

/**
 * Kronor are whole öre. Other numbers, and people or hours that kronor are divided by, keep 15 significant digits and
 * twelve decimals, which is what a double holds without tails: 0.1 + 0.2 is published as 0.3.
 */
function publishedValue(column: Column, table: TableName): string {
  const name = identifier(column.name)
  // an older definition is counted under a name of its own; its version is in a column
  if (column.name === 'indicator') return `split_part(indicator, '@', 1) as indicator`
  if (column.type !== 'decimal') return name
  const plain = `format('{:.15g}', round(${name}, 12))::double + 0`
  if (column.name === 'denominator') return `${plain} as ${name}`
  return `if(${IN_KRONOR[table]}, round(${name}, 2)::double + 0, ${plain}) as ${name}`
}

/** By key, codes in the contract's order; then by every other column, so that no two rows can change places. */
function totalOrder(table: TableName, columns: readonly Column[]): string {
  const key = PRIMARY_KEYS[table]
  const rank = (column: Column) => {
    const at = key.indexOf(column.name)
    return at === -1 ? key.length : at
  }
  return columns
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ name, values }) =>
      values === undefined
        ? `${identifier(name)} nulls first`
        : `list_position([${values.map(literal).join(', ')}], ${identifier(name)}) nulls first`,
    )
    .join(', ')
}

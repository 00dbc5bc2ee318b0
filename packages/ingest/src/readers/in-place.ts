import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import type { Mapping } from '../mapping.ts'
import type { TextForm } from './encoding.ts'
import type { Heading } from './heading.ts'
import type { InPlace } from './reader.ts'

interface Delimited {
  readonly connection: DuckDBConnection
  /** Name of the temporary view to create. */
  readonly table: string
  readonly file: string
  readonly form: TextForm
  readonly heading: Heading
  readonly mapping: Mapping
}

interface ReadInPlace {
  /** Blank ones included; 0 where all of them are blank. */
  readonly rows: number
  readonly inPlace: InPlace
  readonly faults: []
}

/**
 * Delimited text by DuckDB's own reader, in parallel, as a view of the file. Null where it cannot tell the line of each
 * row. One pass over the file tries that it can, and leaves what the first step of validation needs of it.
 */
export async function readInPlace(text: Delimited): Promise<ReadInPlace | null> {
  const encoding = engineEncoding(text.form)
  if (encoding === null || !text.form.rowALine || text.heading.line !== 1) return null
  return (await tryForm(text, encoding, 0)) ?? (await tryForm(text, encoding, MOST_MORE_CELLS))
}

/** What DuckDB calls the encoding; null where it does not know it. */
function engineEncoding({ encoding, latin1, broken }: TextForm): string | null {
  if (encoding === 'utf-8' && broken === 0) return 'utf-8'
  return encoding === 'windows-1252' && latin1 ? 'latin-1' : null
}

/** Cells that a row may have more than there are headers, where any may have the wrong number of them. */
const MOST_MORE_CELLS = 8

/** A text that no cell is, so that an empty cell is not taken for one that is missing. */
const NO_CELL = '\u0001no cell\u0001'

/** `more`: 0 where every row must have a cell for each header. */
async function tryForm(text: Delimited, encoding: string, more: number): Promise<ReadInPlace | null> {
  const { connection, table, mapping } = text
  await connection.run(`create or replace temp view ${identifier(table)} as ${viewSql(text, encoding, more)}`)
  const named = mapping.columns.some(({ field }) => field.name === 'participant')
  const participants = named ? `${table}_participant` : null
  try {
    if (participants) {
      await connection.run(
        `create or replace temp table ${identifier(participants)} as select participant from ${identifier(table)}`,
      )
    }
    const { rows } = await queryRow(
      connection,
      Rows,
      `select ${COUNT} from ${identifier(participants ?? table)}`,
    )
    const { some } = await queryRow(
      connection,
      Some,
      `select exists (from ${identifier(table)} where not is_blank) as some`,
    )
    return { rows: some ? rows : 0, inPlace: { lineAt: (place) => `${place} + 2`, participants }, faults: [] }
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('CSV Error'))) throw error
    await connection.run(`drop view ${identifier(table)}`)
    return null
  }
}

/** Each thread holds a few of them; at the engine's own 32 MB that is a tenth of all the memory that a delivery may take. */
const BUFFER_BYTES = 1 << 23

const COUNT = 'count(*)::integer as rows'
const Rows = z.object({ rows: z.int() })
const Some = z.object({ some: z.boolean() })

function viewSql({ file, form, heading, mapping }: Delimited, encoding: string, more: number): string {
  const width = heading.headers.length
  const cells = Array.from({ length: width + more }, (_, index) => `c${index}`)
  const quote = form.quoted ? `'"'` : `''`
  const padded = more > 0 ? `, null_padding = true, nullstr = ${literal(NO_CELL)}` : ''
  const cell = (index: number) => (more > 0 ? `nullif(c${index}, '')` : `c${index}`)
  const fields = mapping.columns.map(({ field, index }) => `${cell(index)} as ${identifier(field.name)}`)
  return `
    select ${fields.join(', ')}, ${isBlank(mapping.columns.map(({ index }) => cell(index)))} as is_blank,
      ${more > 0 ? misfits(cells, width) : 'false'} as misfits
    from read_csv(${literal(file)}, auto_detect = false, header = true, delim = ${literal(heading.separator)},
      quote = ${quote}, escape = ${quote}, encoding = '${encoding}', buffer_size = ${BUFFER_BYTES}${padded},
      columns = {${cells.map((name) => `${name}: 'varchar'`).join(', ')}})`
}

/** Nothing in any of them. A CASE, so that the others are looked at only where the first is blank. */
function isBlank(cells: readonly string[]): string {
  const [first, ...others] = cells.map((cell) => `blank(${cell})`)
  return `case when ${first} then ${others.join(' and ') || 'true'} else false end`
}

/** Too few cells, or something in one after the last header: empty ones there are a spreadsheet's habit. */
function misfits(cells: readonly string[], width: number): string {
  const more = cells.slice(width).map((cell) => `not blank(${cell})`)
  return [`c${width - 1} is null`, ...more].join(' or ')
}

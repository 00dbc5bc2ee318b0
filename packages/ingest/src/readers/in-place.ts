import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal } from '@utfall/warehouse'
import type { Mapping } from '../mapping.ts'
import type { TextForm } from './encoding.ts'
import type { Heading } from './heading.ts'
import type { InPlace } from './reader.ts'

/** A file of delimited text whose headers are known. */
export interface Delimited {
  readonly connection: DuckDBConnection
  /** Name of the temporary table or view to create. */
  readonly table: string
  readonly file: string
  readonly form: TextForm
  readonly heading: Heading
  readonly mapping: Mapping
}

/** How DuckDB's own reader is to take a file. */
export interface Form {
  readonly encoding: string
  /** Cells that a row may have more than there are headers; 0 where every row must have a cell for each. */
  readonly more: number
}

/** The forms to try, in order, on delimited text that the engine can tell the line of each row of; none on any other. */
export function formsInPlace({ form, heading }: Pick<Delimited, 'form' | 'heading'>): Form[] {
  const encoding = engineEncoding(form)
  if (encoding === null || !form.rowALine || heading.line !== 1) return []
  return [0, MOST_MORE_CELLS].map((more) => ({ encoding, more }))
}

/** Leaves the file to DuckDB's own reader, in parallel, as a temporary view of it. */
export async function viewInPlace(text: Delimited, form: Form): Promise<Pick<InPlace, 'lineAt'>> {
  await text.connection.run(`create or replace temp view ${identifier(text.table)} as ${viewSql(text, form)}`)
  return { lineAt: (place) => `${place} + 2` }
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

/** Each thread holds a few of them; at the engine's own 32 MB that is a tenth of all the memory that a delivery may take. */
const BUFFER_BYTES = 1 << 23

function viewSql({ file, form, heading, mapping }: Delimited, { encoding, more }: Form): string {
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

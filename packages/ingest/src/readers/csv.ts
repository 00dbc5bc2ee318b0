import { DuckDBDataChunk, VARCHAR, BIGINT } from '@duckdb/node-api'
import type { AgreementSource, DatasetName } from '@utfall/contracts'
import { identifier } from '@utfall/warehouse'
import { leaveRoomFor } from '../engine-memory.ts'
import { mapHeaders } from '../mapping.ts'
import type { Encoding, TextForm } from './encoding.ts'
import { notText } from './head.ts'
import { headerFaults, headersOf } from './header-faults.ts'
import type { Heading } from './heading.ts'
import { formsInPlace, viewInPlace } from './in-place.ts'
import type { Delimited, Form } from './in-place.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'
import { RowUnreadable, decoded, delimitedRows } from './records.ts'

/** Delimited text: what no other reader recognises is tried as this. */
export const csvReader: Reader = {
  format: 'csv',
  recognises: () => true,
  read,
  unfit: async ({ content }) => notText(content.head),
}

async function read({ connection, file, content, source, table }: ReadingRequest): Promise<Reading> {
  const { head, form } = content
  const other = notText(head)
  if (other) return stopped(source, 'csv', [other])
  try {
    const heading = await headingOf(file, form.encoding, source)
    const format =
      `csv ${form.encoding} ${heading?.separator === '\t' ? 'tab' : (heading?.separator ?? '')}`.trimEnd()
    if (heading === null) return stopped(source, format, [{ rule: 'file_empty', line: null }])
    if (heading.headers.length > MOST_COLUMNS)
      return stopped(source, format, [{ rule: 'too_many_columns', line: heading.line }])
    const mapping = mapHeaders(source, heading.headers)
    const faults = [...headerFaults(mapping, heading.line), ...brokenText(form)]
    if (mapping.missing.length > 0 || mapping.repeated.length > 0) return stopped(source, format, faults)
    const text = { connection, table, file, form, heading, mapping }
    const known = { dataset: source.dataset, format, headers: headersOf(mapping), notes: [], faults }
    return await readAs(formsInPlace(text), text, known)
  } catch (error) {
    return unreadable(source, form, error)
  }
}

/** In the first of the forms; where there is none, by our own reader. */
async function readAs(
  [first, ...others]: readonly Form[],
  text: Delimited,
  known: Omit<Reading, 'rows'>,
): Promise<Reading> {
  if (first === undefined) {
    const { rows, faults } = await stageRows(text)
    const empty = rows === 0 ? [{ rule: 'file_without_rows', line: null }] : []
    return { ...known, rows, faults: [...known.faults, ...empty, ...faults] }
  }
  const view = await viewInPlace(text, first)
  return { ...known, rows: null, inPlace: { ...view, otherwise } }

  async function otherwise(): Promise<Reading> {
    try {
      return await readAs(others, text, known)
    } catch (error) {
      return unreadable(known, text.form, error)
    }
  }
}

function unreadable(of: { readonly dataset: DatasetName }, form: TextForm, error: unknown): Reading {
  if (!(error instanceof RowUnreadable)) throw error
  return stopped(of, `csv ${form.encoding}`, [{ rule: error.rule, line: error.line }])
}

function stopped(
  { dataset }: { readonly dataset: DatasetName },
  format: string,
  faults: ReadingFault[],
): Reading {
  return { dataset, format, rows: 0, headers: {}, notes: [], faults }
}

function brokenText({ broken }: TextForm): ReadingFault[] {
  return broken > 0 ? [{ rule: 'characters_broken', line: null, detail: String(broken) }] : []
}

/** The header row is sought in small pieces: most often the first has it. */
const HEAD_BYTES = 1 << 14

/** As in a spreadsheet. */
const MOST_COLUMNS = 16_384

const SEPARATORS = [';', ',', '\t', '|']

/** Senders put a title, or who wrote it, above the headers: within these many rows. */
const HEADING_ROWS = 20

/**
 * The separator and the row that let most headers be recognised; of those the first row, with the separator that makes
 * most columns. A row below the first must name two of them at least. Throws `RowUnreadable`.
 */
export async function headingOf(
  file: string,
  encoding: Encoding,
  source: AgreementSource,
): Promise<Heading | null> {
  const declared = await declaredSeparator(file, encoding)
  const tried: (Heading & { known: number })[] = []
  for (const separator of declared ? [declared] : SEPARATORS) {
    const [first, ...others] = (await firstRows(file, encoding, separator)).slice(declared ? 1 : 0)
    if (first === undefined) continue
    tried.push({ separator, headers: first.cells, line: first.line, known: knownIn(first.cells) })
    for (const { line, cells } of others) {
      const known = knownIn(cells)
      if (known > 1) tried.push({ separator, headers: cells, line, known })
    }
  }
  const [best] = tried.toSorted(
    (a, b) => b.known - a.known || a.line - b.line || b.headers.length - a.headers.length,
  )
  return best ?? null

  function knownIn(cells: readonly string[]): number {
    return cells.length > MOST_COLUMNS ? 0 : mapHeaders(source, cells).columns.length
  }
}

/** Excel's own first line, `sep=;`. */
async function declaredSeparator(file: string, encoding: Encoding): Promise<string | null> {
  for await (const text of decoded(file, encoding, HEAD_BYTES))
    return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null
  return null
}

async function firstRows(file: string, encoding: Encoding, separator: string) {
  for await (const rows of delimitedRows(file, encoding, separator, HEAD_BYTES))
    if (rows.length > 0) return rows.slice(0, HEADING_ROWS)
  return []
}

const CHUNK_ROWS = 2048

/** By our own reader, which knows the line of each row and what to make of one with too many or too few cells. */
async function stageRows({ connection, table, file, form, heading, mapping: { columns } }: Delimited) {
  const fields = columns.map(({ field }) => `${identifier(field.name)} varchar`).join(', ')
  await leaveRoomFor(connection, file)
  await connection.run(`create or replace temp table ${identifier(table)} (line bigint, ${fields})`)
  const appender = await connection.createAppender(table, undefined, 'temp')
  const types = [BIGINT, ...columns.map(() => VARCHAR)]
  const faults: ReadingFault[] = []
  let rows = 0
  try {
    for await (const batch of delimitedRows(file, form.encoding, heading.separator)) {
      const body = batch.filter(
        ({ line, cells }) => line > heading.line && cells.some((cell) => cell.trim() !== ''),
      )
      for (const { line, cells } of body) {
        if (!fits(cells, heading.headers.length)) faults.push({ rule: 'wrong_cell_count', line })
      }
      for (let from = 0; from < body.length; from += CHUNK_ROWS) {
        const part = body.slice(from, from + CHUNK_ROWS)
        const chunk = DuckDBDataChunk.create(types, part.length)
        chunk.setColumnValues(
          0,
          part.map(({ line }) => BigInt(line)),
        )
        for (const [at, { index }] of columns.entries()) {
          chunk.setColumnValues(
            at + 1,
            part.map(({ cells }) => cells[index]?.trim() || null),
          )
        }
        appender.appendDataChunk(chunk)
      }
      rows += body.length
    }
  } finally {
    appender.closeSync()
  }
  return { rows, faults }
}

/** Empty cells after the last header are a spreadsheet's habit. */
function fits(cells: readonly string[], columns: number): boolean {
  return (
    cells.length === columns ||
    (cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === ''))
  )
}

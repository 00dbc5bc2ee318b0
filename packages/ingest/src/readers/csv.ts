import { DuckDBDataChunk, VARCHAR, BIGINT } from '@duckdb/node-api'
import type { AgreementSource } from '@utfall/contracts'
import { identifier } from '@utfall/warehouse'
import { mapHeaders } from '../mapping.ts'
import type { Mapping } from '../mapping.ts'
import type { Encoding, TextForm } from './encoding.ts'
import { notText } from './head.ts'
import { headerFaults, headersOf } from './header-faults.ts'
import type { Heading } from './heading.ts'
import { readInPlace } from './in-place.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'
import { RowUnreadable, decoded, delimitedRows } from './records.ts'

/** Delimited text: what no other reader recognises is tried as this. */
export const csvReader: Reader = { format: 'csv', recognises: () => true, read }

async function read({ connection, file, content, source, table }: ReadingRequest): Promise<Reading> {
  const { head, form } = content
  const other = notText(head)
  if (other)
    return stopped(source, 'csv', [
      { rule: other.rule, line: null, ...(other.detail && { detail: other.detail }) },
    ])
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
    const staged =
      (await readInPlace({ connection, table, file, form, heading, mapping })) ??
      (await stageRows(connection, table, file, form.encoding, heading, mapping))
    if (staged.rows === 0) faults.push({ rule: 'file_without_rows', line: null })
    return {
      dataset: source.dataset,
      format,
      ...(staged.inPlace && { inPlace: staged.inPlace }),
      rows: staged.rows,
      headers: headersOf(mapping),
      notes: [],
      faults: [...faults, ...staged.faults],
    }
  } catch (error) {
    if (!(error instanceof RowUnreadable)) throw error
    return stopped(source, `csv ${form.encoding}`, [{ rule: error.rule, line: error.line }])
  }
}

function stopped({ dataset }: AgreementSource, format: string, faults: ReadingFault[]): Reading {
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

/**
 * The separator that lets most headers be recognised, and of those the one that makes most columns. Throws
 * `RowUnreadable`.
 */
export async function headingOf(
  file: string,
  encoding: Encoding,
  source: AgreementSource,
): Promise<Heading | null> {
  const declared = await declaredSeparator(file, encoding)
  const tried: (Heading & { known: number })[] = []
  for (const separator of declared ? [declared] : SEPARATORS) {
    const rows = await firstRows(file, encoding, separator)
    const row = rows[declared ? 1 : 0]
    if (row === undefined) continue
    const known = row.cells.length > MOST_COLUMNS ? 0 : mapHeaders(source, row.cells).columns.length
    tried.push({ separator, headers: row.cells, line: row.line, known })
  }
  return tried.toSorted((a, b) => b.known - a.known || b.headers.length - a.headers.length)[0] ?? null
}

/** Excel's own first line, `sep=;`. */
async function declaredSeparator(file: string, encoding: Encoding): Promise<string | null> {
  for await (const text of decoded(file, encoding, HEAD_BYTES))
    return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null
  return null
}

async function firstRows(file: string, encoding: Encoding, separator: string) {
  for await (const rows of delimitedRows(file, encoding, separator, HEAD_BYTES))
    if (rows.length > 0) return rows.slice(0, 2)
  return []
}

interface Staged extends Pick<Reading, 'rows' | 'inPlace'> {
  readonly faults: ReadingFault[]
}

const CHUNK_ROWS = 2048

/** By our own, which knows the line of each row and what to make of one with too many or too few cells. */
async function stageRows(
  connection: ReadingRequest['connection'],
  table: string,
  file: string,
  encoding: Encoding,
  heading: Heading,
  { columns }: Mapping,
): Promise<Staged> {
  const fields = columns.map(({ field }) => `${identifier(field.name)} varchar`).join(', ')
  await connection.run(`create or replace temp table ${identifier(table)} (line bigint, ${fields})`)
  const appender = await connection.createAppender(table, undefined, 'temp')
  const types = [BIGINT, ...columns.map(() => VARCHAR)]
  const faults: ReadingFault[] = []
  let rows = 0
  try {
    for await (const batch of delimitedRows(file, encoding, heading.separator)) {
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

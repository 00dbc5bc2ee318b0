import iconv from 'iconv-lite'
import { chunksOf } from './encoding.ts'
import type { Encoding } from './encoding.ts'

/** Characters. A quotation mark that is open for longer was never meant as one, and no row is longer. */
export const LONGEST_ROW = 1 << 20

/** One row of delimited text: its first line in the file, from 1, and its cells as written, without quotes. */
interface DelimitedRow {
  readonly line: number
  readonly cells: string[]
}

/** Why reading ended on a line: a rule by its id. */
export class RowUnreadable extends Error {
  readonly rule: string
  readonly line: number
  constructor(rule: string, line: number) {
    super(`${rule} on line ${line}`)
    this.rule = rule
    this.line = line
  }
}

/** A quotation mark was opened on this line and the file ended before it was closed. */
const quoteNotClosed = (line: number) => new RowUnreadable('quote_not_closed', line)
export const rowTooLong = (line: number) => new RowUnreadable('row_too_long', line)
const withoutEnd = (text: string, line: number) =>
  text.includes('"') ? quoteNotClosed(line) : rowTooLong(line)

/**
 * Rows of delimited text after RFC 4180, in any encoding, with LF, CRLF or CR, a batch at a time. A quote within an
 * unquoted cell is itself. Lines without anything are no rows. Throws `RowUnreadable`.
 */
export async function* delimitedRows(
  file: string,
  encoding: Encoding,
  separator: string,
  chunkBytes?: number,
): AsyncGenerator<DelimitedRow[]> {
  const reading = { line: 1, rest: '' }
  for await (const text of decoded(file, encoding, chunkBytes)) yield rowsIn(reading, text, separator, false)
  yield rowsIn(reading, '', separator, true)
}

/** The file's text, a piece at a time, without byte order mark. */
export async function* decoded(
  file: string,
  encoding: Encoding,
  chunkBytes?: number,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  let first = true
  for await (const chunk of chunksOf(file, chunkBytes)) {
    const text = decoder.write(chunk)
    yield first ? text.replace(/^\ufeff/, '') : text
    first &&= text === ''
  }
  const end = decoder.end()
  if (end) yield end
}

interface Reading {
  /** The line that `rest` begins on. */
  line: number
  rest: string
}

function rowsIn(reading: Reading, more: string, separator: string, last: boolean): DelimitedRow[] {
  const text = reading.rest + more
  const rows: DelimitedRow[] = []
  let at = 0
  while (at < text.length) {
    const end = lineEnd(text, at, last)
    if (end === -1) {
      if (text.length - at > LONGEST_ROW) throw withoutEnd(text.slice(at), reading.line)
      break
    }
    const line = text.slice(at, end)
    if (line.includes('"')) {
      const row = quotedRow(text, at, separator, reading.line, last)
      if (row === null) break
      rows.push({ line: reading.line, cells: row.cells })
      reading.line += row.lines
      at = row.end
    } else {
      if (line.length > LONGEST_ROW) throw rowTooLong(reading.line)
      if (line.length > 0) rows.push({ line: reading.line, cells: line.split(separator) })
      reading.line += 1
      at = afterLineEnd(text, end)
    }
  }
  reading.rest = text.slice(at)
  return rows
}

/** Where the line ends, or -1 when that is not in sight: a CR at the very end may be half of a CRLF. */
function lineEnd(text: string, from: number, last: boolean): number {
  const ending = /[\r\n]/g
  ending.lastIndex = from
  const end = ending.exec(text)?.index ?? -1
  if (last) return end === -1 ? text.length : end
  return text[end] === '\r' && end === text.length - 1 ? -1 : end
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

/** One row with quotes in it, or null when it does not end within the text. */
function quotedRow(text: string, from: number, separator: string, line: number, last: boolean) {
  const cells: string[] = []
  let lines = 1
  let at = from
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close === -1 || (close === text.length - 1 && !last)) {
        if (last || text.length - from > LONGEST_ROW) throw quoteNotClosed(line + lines - 1)
        return null
      }
      const inside = text.slice(at + 1, close)
      lines += inside.match(/\r\n|\r|\n/g)?.length ?? 0
      const end = cellEnd(text, close + 1, separator)
      cells.push(inside.replaceAll('""', '"') + text.slice(close + 1, end))
      at = end
    } else {
      const end = cellEnd(text, at, separator)
      cells.push(text.slice(at, end))
      at = end
    }
    if (at - from > LONGEST_ROW) throw rowTooLong(line)
    if (at >= text.length) return last ? { cells, lines, end: at } : null
    if (text[at] === separator) at += 1
    else if (text[at] === '\r' && at === text.length - 1 && !last) return null
    else return { cells, lines, end: afterLineEnd(text, at) }
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

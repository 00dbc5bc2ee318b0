import type { Encoding } from './encoding.ts'
import { delimitedRows } from './records.ts'

/** A row of delimited text by its headers, of which the file has one row. */
export interface HeadedRow {
  readonly line: number
  /** The cell below a header, trimmed; empty where there is no such header. */
  readonly cell: (header: string) => string
}

/** The first row of a file as far as its ASCII letters go, whatever the encoding: enough to know a program's headers. */
export function asciiHeading(head: Uint8Array): string {
  const text = Buffer.from(head).toString('latin1').replaceAll('\0', '').trimStart()
  return text.slice(0, /[\r\n]/.exec(text)?.index ?? text.length)
}

/** The separator that the first row has most of. */
export function separatorIn(heading: string): string {
  const count = (separator: string) => heading.split(separator).length
  return [';', ',', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}

/** Rows below the first, a batch at a time; blank ones are none. Throws `RowUnreadable`. */
export async function* headedRows(
  file: string,
  encoding: Encoding,
  separator: string,
): AsyncGenerator<HeadedRow[]> {
  let places: ReadonlyMap<string, number> | undefined
  for await (const batch of delimitedRows(file, encoding, separator)) {
    const rows = places === undefined ? batch.slice(1) : batch
    places ??= batch[0] && placesOf(batch[0].cells)
    const known = places
    yield rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ line, cells }) => ({
        line,
        cell: (header) => cells[known?.get(header.toLowerCase()) ?? -1]?.trim() ?? '',
      }))
  }
}

/** Of headers that are repeated, the first holds. */
function placesOf(headers: readonly string[]): Map<string, number> {
  const named = headers.map((header, index) => [header.trim().normalize('NFC').toLowerCase(), index] as const)
  return new Map(named.toReversed())
}

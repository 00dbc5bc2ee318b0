import { rowCount } from './cells.ts'
import type { Cell, Cells } from './cells.ts'

/**
 * `open`: RFC 4180, comma, decimal point. `excel`: what a spreadsheet with Swedish settings opens right by a
 * double click: byte order mark, semicolon, decimal comma. Both are UTF-8 with CRLF and one header row.
 */
export const CSV_PROFILES = {
  open: { ending: '.csv', mark: '', delimiter: ',', decimal: '.' },
  excel: { ending: '.excel.csv', mark: '\uFEFF', delimiter: ';', decimal: ',' },
} as const
export type CsvProfile = keyof typeof CSV_PROFILES

/** A table of a million rows as one text would fill the memory several times over. */
const ROWS_AT_ONCE = 10_000

/** A table as CSV text, piece by piece. A null is an empty cell. */
export function* csvFile(
  columns: readonly { readonly name: string }[],
  cells: Cells,
  profile: CsvProfile,
): Generator<string> {
  const { mark, delimiter } = CSV_PROFILES[profile]
  yield `${mark}${columns.map(({ name }) => quoted(name, delimiter)).join(delimiter)}\r\n`
  const field = fieldWriter(profile)
  const rows = rowCount(cells)
  for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
    let text = ''
    for (let row = first; row < Math.min(first + ROWS_AT_ONCE, rows); row += 1) {
      for (const [at, column] of cells.entries()) {
        text += (at === 0 ? '' : delimiter) + field(column[row] ?? null)
      }
      text += '\r\n'
    }
    yield text
  }
}

function fieldWriter(profile: CsvProfile): (cell: Cell) => string {
  const { delimiter, decimal } = CSV_PROFILES[profile]
  // the same few texts come again and again
  const written = new Map<string, string>()
  return (cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return plainNumber(cell).replace('.', decimal)
    if (typeof cell === 'boolean') return String(cell)
    const known = written.get(cell)
    if (known !== undefined) return known
    const text = quoted(harmless(cell), delimiter)
    written.set(cell, text)
    return text
  }
}

/** The shortest digits that read back as the same number, never with an exponent. */
function plainNumber(number: number): string {
  const shortest = String(number)
  return shortest.includes('e') ? WITHOUT_EXPONENT.format(number) : shortest
}

const WITHOUT_EXPONENT = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 100 })

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, unless it is a number.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}

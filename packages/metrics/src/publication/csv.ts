import type { Cell } from './published-table.ts'

/**
 * `open`: RFC 4180, comma, decimal point. `excel`: what a spreadsheet with Swedish settings opens right by a
 * double click: byte order mark, semicolon, decimal comma. Both are UTF-8 with CRLF and one header row.
 */
export const CSV_PROFILES = {
  open: { ending: '.csv', mark: '', delimiter: ',', decimal: '.' },
  excel: { ending: '.excel.csv', mark: '\uFEFF', delimiter: ';', decimal: ',' },
} as const
export type CsvProfile = keyof typeof CSV_PROFILES

/** The rows as CSV text. A null is an empty cell. */
export function csvFile(
  columns: readonly { readonly name: string }[],
  rows: readonly Readonly<Record<string, Cell>>[],
  profile: CsvProfile,
): string {
  const { mark, delimiter, decimal } = CSV_PROFILES[profile]
  // the same few texts come again and again
  const written = new Map<Cell, string>()
  const field = (cell: Cell) => {
    const known = written.get(cell)
    if (known !== undefined) return known
    const text = quoted(cellText(cell, decimal), delimiter)
    if (typeof cell === 'string') written.set(cell, text)
    return text
  }
  const line = (cells: readonly Cell[]) => `${cells.map(field).join(delimiter)}\r\n`
  const header = columns.map(({ name }) => quoted(name, delimiter)).join(delimiter)
  const body = rows.map((row) => line(columns.map(({ name }) => row[name] ?? null)))
  return `${mark}${header}\r\n${body.join('')}`
}

function cellText(cell: Cell, decimal: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return plainNumber(cell).replace('.', decimal)
  return typeof cell === 'string' ? harmless(cell) : String(cell)
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

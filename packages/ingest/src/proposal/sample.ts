import { contentOf } from '../fingerprint.ts'
import { RowUnreadable, delimitedRows } from '../readers/records.ts'
import type { Encoding } from '../readers/encoding.ts'
import { readerOf } from '../readers/readers.ts'
import { sheetSample } from '../readers/xlsx.ts'

/** The headers of a file, and the cells of some of its rows. */
export interface Sample {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const MOST_ROWS = 200

/** The beginning of a table; null where the file is none, or cannot be read. */
export async function sampleOf(file: string): Promise<Sample | null> {
  const content = await contentOf(file, null)
  if ('rule' in content) return null
  const { format } = readerOf(content.head)
  if (format !== 'csv' && format !== 'xlsx') return null
  const tables =
    format === 'xlsx'
      ? [await sheetSample(file, MOST_ROWS)]
      : await Promise.all(
          [';', ',', '\t', '|'].map((separator) => beginning(file, content.form.encoding, separator)),
        )
  const [widest] = tables.map(withHeading).toSorted((a, b) => b.headers.length - a.headers.length)
  return widest && widest.headers.length > 1 && widest.rows.length > 0 ? widest : null
}

async function beginning(file: string, encoding: Encoding, separator: string): Promise<string[][]> {
  const rows: string[][] = []
  try {
    for await (const batch of delimitedRows(file, encoding, separator)) {
      for (const { cells } of batch) rows.push(cells)
      if (rows.length >= MOST_ROWS) break
    }
  } catch (error) {
    if (!(error instanceof RowUnreadable)) throw error
  }
  return rows.slice(0, MOST_ROWS)
}

/** Senders put titles above the headers: the first row that is as full as any is taken for these. */
function withHeading(rows: readonly (readonly string[])[]): Sample {
  const full = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length)
  const at = full.indexOf(Math.max(0, ...full.slice(0, 20)))
  return { headers: rows[at] ?? [], rows: rows.slice(at + 1) }
}

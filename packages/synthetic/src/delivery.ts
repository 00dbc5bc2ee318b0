import iconv from 'iconv-lite'
import type { AgreementSource } from '@utfall/contracts'
import type { Day } from './days.ts'

/** What is wrong enough with a row that it is not loaded. */
export type RowError =
  | 'not_a_date'
  | 'future_date'
  | 'unknown_activity'
  | 'unknown_code'
  | 'missing_value'
  | 'end_before_start'
  | 'outside_scale'
  | 'impossible_birth_year'
  | 'negative_count'

/** What is pointed out in a row that is loaded. */
export type RowRemark = 'wrong_check_digit' | 'identity_in_text' | 'birth_date_only'

/** One row as it stands in a file, with what it means. */
export interface DeliveredRow {
  readonly cells: readonly string[]
  /** What the row is known by from one delivery to the next. */
  readonly key: string
  /** What it says beside its key, in a form that does not depend on how it was written. */
  readonly content: string
  readonly date: Day | null
  readonly error?: RowError
  readonly remarks?: readonly RowRemark[]
}

/** A row of its own that is not loaded, and whose absence changes no figure. */
export const faultyRow = (error: RowError, cells: readonly string[]): DeliveredRow => ({
  cells,
  key: `faulty ${cells.join(' ')}`,
  content: '',
  date: null,
  error,
})

/** One file as a sender made it. */
export interface Delivery {
  readonly source: string
  readonly replaces: AgreementSource['replaces']
  /** Path inside the agreement's deliveries folder. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly rows: readonly DeliveredRow[]
}

export interface Dialect {
  readonly separator: ',' | ';' | '\t'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252'
  readonly newline: '\n' | '\r\n'
}

export const PLAIN: Dialect = { separator: ',', encoding: 'utf-8', newline: '\n' }
/** What a Swedish Excel saves as "CSV". */
export const EXCEL: Dialect = { separator: ';', encoding: 'windows-1252', newline: '\r\n' }
/** What a Swedish Excel saves as "CSV UTF-8". */
export const EXCEL_UTF8: Dialect = { separator: ';', encoding: 'utf-8-bom', newline: '\r\n' }

/** Writes a CSV file as its sender would. */
export function csvBytes(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { separator, encoding, newline }: Dialect,
): Uint8Array {
  const quoted = (cell: string) =>
    cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = [header, ...rows].map((cells) => cells.map(quoted).join(separator) + newline).join('')
  if (encoding === 'windows-1252') return iconv.encode(text, 'win1252')
  return Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

import type { AgreementSource } from '@utfall/contracts'
import { mapHeaders } from '../mapping.ts'
import type { Mapping } from '../mapping.ts'
import type { SheetRow } from './sheet.ts'

/** Senders put a title, a logotype or who wrote it above the headers, within these many rows. */
export const HEADING_ROWS = 20

/** The row with the headers and what they mean. */
interface Heading {
  readonly line: number
  readonly mapping: Mapping
}

/** The row whose cells name most fields of the dataset, the first of them; undefined where the sheet is empty. */
export function headingIn(rows: readonly SheetRow[], source: AgreementSource): Heading | undefined {
  return rows
    .map(({ line, cells }) => ({ line, mapping: mapHeaders(source, cells) }))
    .toSorted((a, b) => b.mapping.columns.length - a.mapping.columns.length)[0]
}

import { masked } from '../masking.ts'
import type { Mapping } from '../mapping.ts'
import type { ReadingFault } from './reader.ts'

/** What is wrong with a row of headers, on its line of the file. */
export function headerFaults({ missing, repeated, unknown }: Mapping, line: number): ReadingFault[] {
  return [
    ...missing.map(({ name, swedish }) => ({
      rule: 'column_missing',
      line,
      detail: `${name} (${swedish[0]})`,
    })),
    ...repeated.map((header) => ({ rule: 'column_repeated', line, detail: masked(header) })),
    ...unknown.map((header) => ({ rule: 'column_unknown', line, detail: masked(header.trim()) })),
  ]
}

/** What is wrong with the names of columns, in a file that has no lines. */
export function columnFaults(mapping: Mapping): ReadingFault[] {
  return headerFaults(mapping, 1).map((fault) => ({ ...fault, line: null }))
}

/** Field → the sender's own header, as receipts show it. */
export function headersOf({ columns }: Mapping): Record<string, string> {
  return Object.fromEntries(columns.map(({ field, header }) => [field.name, masked(header.trim())]))
}

import { arrowReader } from './arrow.ts'
import { csvWithNames } from './csv-names.ts'
import { dakReader } from './dak.ts'
import { idrottOnlineReader } from './idrottonline.ts'
import { jsonStatReader } from './json-stat.ts'
import { koladaReader } from './kolada.ts'
import { parquetReader } from './parquet.ts'
import { pxwebReader } from './pxweb.ts'
import type { Reader } from './reader.ts'
import { scoutnetReader } from './scoutnet.ts'
import { sieReader } from './sie.ts'
import { supplierLedgerReader } from './supplier-ledger.ts'
import { xlsxReader } from './xlsx.ts'

/** Every format, the most particular first. */
const READERS: readonly Reader[] = [
  sieReader,
  dakReader,
  xlsxReader,
  parquetReader,
  arrowReader,
  jsonStatReader,
  pxwebReader,
  koladaReader,
  scoutnetReader,
  idrottOnlineReader,
  supplierLedgerReader,
  csvWithNames,
]

/** The reader that recognises what is in the file, by its first bytes. */
export function readerOf(head: Uint8Array): Reader {
  return READERS.find(({ recognises }) => recognises(head)) ?? csvWithNames
}

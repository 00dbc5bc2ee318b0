import { open } from 'node:fs/promises'
import { chunksOf } from '../readers/encoding.ts'
import type { ReadingFault } from '../readers/reader.ts'
import { ArchiveDamaged, entriesOf } from './archive.ts'
import type { Entry } from './archive.ts'

const MEBIBYTE = 1 << 20
/** Bytes of everything in a workbook, unpacked. Its sheets are read a piece at a time. */
const MOST_UNPACKED = 1024 * MEBIBYTE
/** Bytes of the parts that are held in memory as a whole: shared texts, styles, the list of sheets. */
const MOST_HELD = 64 * MEBIBYTE
/** A large part that unpacks into more than this many times its bytes was made to fill memory: sheets become 10–50. */
const MOST_TIMES = 250
const LARGE = 16 * MEBIBYTE

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Whether a file begins as a workbook does, or as what Office programs have made in its place. */
export function isOfficeContainer(head: Uint8Array): boolean {
  return begins(head, ZIP) || begins(head, OLE2)
}

/** What a workbook that is safe to unpack has in it, by name, or why there is none. */
export async function workbookParts(file: string): Promise<ReadonlyMap<string, Entry> | ReadingFault> {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(OLE2.length)
    await handle.read(head, 0, head.length, 0)
    if (begins(head, OLE2)) return { rule: await oleRule(file), line: null }
    const parts = await entriesOf(handle)
    return archiveFault([...parts.values()]) ?? parts
  } catch (error) {
    if (error instanceof ArchiveDamaged) return { rule: 'workbook_damaged', line: null }
    throw error
  } finally {
    await handle.close()
  }
}

function begins(bytes: Uint8Array, signature: Buffer): boolean {
  return signature.equals(bytes.subarray(0, signature.length))
}

/** A workbook with a password is packed into the container that Excel used before 2007. */
async function oleRule(file: string): Promise<string> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  let before = Buffer.alloc(0)
  for await (const chunk of chunksOf(file)) {
    if (Buffer.concat([before, chunk]).includes(mark)) return 'workbook_encrypted'
    before = Buffer.from(chunk.subarray(-mark.length))
  }
  return 'workbook_old'
}

/** Looks through the list of contents only: nothing is unpacked, and later no part beyond its stated size. */
function archiveFault(parts: readonly Entry[]): ReadingFault | null {
  const kind = KINDS.find(({ sign }) => parts.some(({ name }) => sign.test(name)))?.kind ?? 'ZIP'
  if (kind !== 'XLSX') return { rule: 'workbook_other', line: null, detail: kind }
  if (parts.some(({ encrypted }) => encrypted)) return { rule: 'workbook_encrypted', line: null }
  const held = parts.filter(
    ({ name }) => /\.(?:xml|rels)$/i.test(name) && !/\/worksheets\/[^/]+$/i.test(name),
  )
  if (bytesOf(held) > MOST_HELD) return tooLarge(`${MOST_HELD / MEBIBYTE} MiB`)
  if (bytesOf(parts) > MOST_UNPACKED) return tooLarge(`${MOST_UNPACKED / MEBIBYTE} MiB`)
  const swollen = parts.some(({ size, packed }) => size > LARGE && size > packed * MOST_TIMES)
  return swollen ? tooLarge(`${MOST_TIMES} ×`) : null
}

/** What else is packed as ZIP, by a file that only it has. */
const KINDS: readonly { sign: RegExp; kind: string }[] = [
  { sign: /^xl\/workbook\.xml$/i, kind: 'XLSX' },
  { sign: /^xl\/workbook\.bin$/i, kind: 'Excel (.xlsb)' },
  { sign: /^word\//i, kind: 'Word (.docx)' },
  { sign: /^ppt\//i, kind: 'PowerPoint (.pptx)' },
  { sign: /^Index\/Document\.iwa$/, kind: 'Numbers/Pages' },
  { sign: /^META-INF\/manifest\.xml$/, kind: 'OpenDocument (.ods)' },
]

const bytesOf = (parts: readonly Entry[]) => parts.reduce((sum, { size }) => sum + size, 0)

function tooLarge(limit: string): ReadingFault {
  return { rule: 'workbook_too_large', line: null, detail: limit }
}

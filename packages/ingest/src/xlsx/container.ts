import { readFile, stat } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { ReadingFault } from '../readers/reader.ts'

const MEBIBYTE = 1 << 20
/** Bytes of everything in a workbook, unpacked. Its sheets are read a piece at a time. */
const MOST_UNPACKED = 512 * MEBIBYTE
/** Bytes of the parts that are held in memory as a whole: shared texts, styles, the list of sheets. */
const MOST_HELD = 64 * MEBIBYTE
/** Deflate makes nothing more than this many times larger. */
const MOST_TIMES = 1032

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Whether a file begins as a workbook does, or as what Office programs have made in its place. */
export function isOfficeContainer(head: Uint8Array): boolean {
  return begins(head, ZIP) || begins(head, OLE2)
}

/** The bytes of a workbook that is safe to unpack, or why there is none. */
export async function workbookBytes(file: string): Promise<Buffer | ReadingFault> {
  if ((await stat(file)).size > MOST_UNPACKED) return tooLarge(MOST_UNPACKED)
  const bytes = await readFile(file)
  if (begins(bytes, OLE2)) return { rule: oleRule(bytes), line: null }
  return zipFault(bytes) ?? bytes
}

function begins(bytes: Uint8Array, signature: Buffer): boolean {
  return signature.equals(bytes.subarray(0, signature.length))
}

/** A workbook with a password is packed into the container that Excel used before 2007. */
function oleRule(bytes: Buffer): string {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'workbook_encrypted' : 'workbook_old'
}

interface Part {
  readonly name: string
  /** Bytes unpacked, at most. */
  readonly size: number
}

/** Looks through the list of contents only: nothing is unpacked. The reader unpacks no part beyond its stated size. */
function zipFault(bytes: Buffer): ReadingFault | null {
  const parts = partsOf(bytes)
  if (parts === null) return { rule: 'workbook_damaged', line: null }
  const kind = KINDS.find(({ sign }) => parts.some(({ name }) => sign.test(name)))?.kind ?? 'ZIP'
  if (kind !== 'XLSX') return { rule: 'workbook_other', line: null, detail: kind }
  if (bytesOf(parts) > MOST_UNPACKED) return tooLarge(MOST_UNPACKED)
  const held = parts.filter(
    ({ name }) => /\.(?:xml|rels)$/i.test(name) && !/\/worksheets\/[^/]+$/i.test(name),
  )
  return bytesOf(held) > MOST_HELD ? tooLarge(MOST_HELD) : null
}

function partsOf(bytes: Buffer): Part[] | null {
  const parts: Part[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        parts.push({ name, size: originalSize > 0 ? originalSize : size * MOST_TIMES })
        return false
      },
    })
    return parts
  } catch {
    return null
  }
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

const bytesOf = (parts: readonly Part[]) => parts.reduce((sum, { size }) => sum + size, 0)

function tooLarge(most: number): ReadingFault {
  return { rule: 'workbook_too_large', line: null, detail: `${most / MEBIBYTE} MiB` }
}

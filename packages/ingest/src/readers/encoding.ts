import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp437'

/** What the bytes of a text file tell before it is parsed. */
export interface TextForm {
  readonly encoding: Encoding
  /** One row a line, LF or CRLF throughout, no quotation marks and no empty lines: DuckDB reads it as it is. */
  readonly plain: boolean
}

const CHUNK = 1 << 22

/**
 * Bytes of a file, a chunk at a time, as many as it has now: one that grows for ever ends here too. The buffer is used
 * again: copy what is to be kept.
 */
export async function* chunksOf(file: string, most = CHUNK): AsyncGenerator<Buffer> {
  const handle = await openRegular(file)
  try {
    let left = (await handle.stat()).size
    // A large buffer for each of many small files keeps the garbage collector busier than the files do.
    const buffer = Buffer.allocUnsafe(Math.min(most, left))
    while (left > 0) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, left))
      if (bytesRead === 0) return
      left -= bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Opens a file to read, and never waits: a pipe put in its place would keep whoever opens it until someone writes. */
export async function openRegular(file: string): Promise<FileHandle> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw Object.assign(new Error('Not a regular file'), { code: 'ENOTSUP' })
}

/** Decides the encoding from the bytes of the whole file, which are shown to it a chunk at a time. */
export function startTextForm() {
  let wide: Encoding | null | undefined
  let utf8 = true
  let plain = true
  const letters = { windows: 0, dos: 0 }
  let carried = Buffer.alloc(0)
  return {
    look(chunk: Buffer): void {
      if (wide === undefined) wide = utf16(chunk)
      if (wide) return
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const whole = bytes.subarray(0, bytes.length - unfinished(bytes))
      utf8 &&= isUtf8(whole)
      plain &&= isPlain(bytes)
      if (!utf8) countLetters(chunk, letters)
      carried = Buffer.from(bytes.subarray(whole.length))
    },
    form(): TextForm {
      if (wide) return { encoding: wide, plain: false }
      if (utf8 && carried.length === 0) return { encoding: 'utf-8', plain }
      return { encoding: letters.dos > letters.windows ? 'cp437' : 'windows-1252', plain: false }
    },
  }
}

function utf16(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.subarray(0, 512)
  const zeroes = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
  const many = sample.length / 8
  if (zeroes(1) > many && zeroes(0) === 0) return 'utf-16le'
  if (zeroes(0) > many && zeroes(1) === 0) return 'utf-16be'
  return null
}

/** How many bytes at the end begin a UTF-8 character that goes on in the next chunk. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

function isPlain(bytes: Buffer): boolean {
  if (bytes.includes(QUOTE)) return false
  if (!bytes.includes(CR)) return !bytes.includes('\n\n')
  if (bytes.includes('\n\r\n')) return false
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < bytes.length && bytes[at + 1] !== LF) return false
  }
  return true
}

/** å ä ö Å Ä Ö é É as each code page has them. */
const WINDOWS = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9])
const DOS = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90])

function countLetters(bytes: Buffer, letters: { windows: number; dos: number }): void {
  for (const byte of bytes) {
    if (byte < 0x80) continue
    if (WINDOWS.has(byte)) letters.windows += 1
    else if (DOS.has(byte)) letters.dos += 1
  }
}

import { isAscii, isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { startLineForm } from './line-form.ts'
import type { LineForm } from './line-form.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp437'

/** What the bytes of a text file tell before it is parsed. */
export interface TextForm extends LineForm {
  readonly encoding: Encoding
  /** Whether Latin-1 has every sign of it, and each at the same place. */
  readonly latin1: boolean
  /** Places where bytes are no character of the encoding: UTF-8 that was cut or mixed with something else. */
  readonly broken: number
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
  const lines = startLineForm()
  const letters = { utf8: 0, windows: 0, dos: 0, controls: 0 }
  let broken = 0
  let carried = Buffer.alloc(0)
  return {
    look(chunk: Buffer): void {
      if (wide === undefined) wide = utf16(chunk)
      if (wide) return
      lines.look(chunk)
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const whole = bytes.subarray(0, bytes.length - unfinished(bytes))
      if (!isUtf8(whole)) broken += countLetters(whole, letters)
      else if (!isAscii(whole)) letters.utf8 += 1
      carried = Buffer.from(bytes.subarray(whole.length))
    },
    form(): TextForm {
      if (wide) return { encoding: wide, latin1: false, broken: 0, rowALine: false, quoted: false }
      const left = broken + (carried.length > 0 ? 1 : 0)
      const encoding = encodingOf(left)
      const latin1 = letters.controls === 0 && letters.utf8 === 0
      return { encoding, latin1, broken: encoding === 'utf-8' ? left : 0, ...lines.form() }
    },
  }

  /** Letters that are right in UTF-8 are no accident: in the other encodings nobody writes such pairs. */
  function encodingOf(left: number): Encoding {
    if (left === 0 || letters.utf8 >= left) return 'utf-8'
    return letters.dos > letters.windows ? 'cp437' : 'windows-1252'
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

/** å ä ö Å Ä Ö é É as each code page has them. */
const WINDOWS = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9])
const DOS = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90])

interface Letters {
  utf8: number
  windows: number
  dos: number
  /** Bytes where windows-1252 has signs and Latin-1 has none. */
  controls: number
}

/** Returns how many bytes above ASCII are no UTF-8. Swedish letters are two bytes there, of which the first is C3. */
function countLetters(bytes: Buffer, letters: Letters): number {
  let broken = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      if (isUtf8(bytes.subarray(at, at + length))) {
        letters.utf8 += 1
        at += length - 1
        continue
      }
    }
    broken += 1
    if (byte < 0xa0) letters.controls += 1
    if (WINDOWS.has(byte)) letters.windows += 1
    else if (DOS.has(byte)) letters.dos += 1
  }
  return broken
}

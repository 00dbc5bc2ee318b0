import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'

/** A file in a ZIP archive, as the list of contents has it. */
export interface Entry {
  readonly name: string
  /** 0 stored, 8 deflated; no other is read. */
  readonly method: number
  /** Whether a password is needed. */
  readonly encrypted: boolean
  /** Bytes in the archive, and unpacked. */
  readonly packed: number
  readonly size: number
  readonly crc: number
  /** Where its own header begins. */
  readonly offset: number
}

/** The archive is cut off, or is not what its list of contents says. */
export class ArchiveDamaged extends Error {}

/** More bytes at the end than an archive without a comment of the greatest length needs. */
const LONGEST_END = 22 + 0xffff
/** Bytes of the list of contents: a workbook has some dozens of parts. */
const LONGEST_LIST = 1 << 20
const WIDE = 0xffffffff
/** Bytes; beyond the end of any file. */
const FARTHEST = 2 ** 48

/** The list of contents, by name. Throws `ArchiveDamaged` where there is none, or a name stands twice in it. */
export async function entriesOf(handle: FileHandle): Promise<Map<string, Entry>> {
  const { list, count } = await listOfContents(handle)
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50;) {
    const extras = at + 46 + list.readUInt16LE(at + 28)
    const next = extras + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
    const entry = entryAt(list, at, extras, next)
    if (entries.has(entry.name)) throw new ArchiveDamaged('A name stands twice')
    entries.set(entry.name, entry)
    at = next
  }
  if (entries.size !== count) throw new ArchiveDamaged('The list of contents is cut off')
  return entries
}

/** It stands last, before a few bytes that say where it begins. */
async function listOfContents(handle: FileHandle): Promise<{ list: Buffer; count: number }> {
  const { size } = await handle.stat()
  const tail = await bytesAt(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 22 > tail.length) throw new ArchiveDamaged('No list of contents')
  const length = tail.readUInt32LE(end + 12)
  if (length > LONGEST_LIST) throw new ArchiveDamaged('The list of contents is too long')
  const list = await bytesAt(handle, tail.readUInt32LE(end + 16), length)
  return { list, count: tail.readUInt16LE(end + 10) }
}

function entryAt(list: Buffer, at: number, extras: number, next: number): Entry {
  const wide = wideNumbers(list.subarray(extras, next))
  const number = (place: number) => {
    const short = list.readUInt32LE(at + place)
    return short === WIDE ? (wide.shift() ?? short) : short
  }
  // The wide numbers stand in this order.
  const [size, packed, offset] = [number(24), number(20), number(42)]
  const name = list.toString('utf8', at + 46, extras)
  const encrypted = (list.readUInt16LE(at + 8) & 1) === 1
  const method = list.readUInt16LE(at + 10)
  return { name, method, encrypted, crc: list.readUInt32LE(at + 16), packed, size, offset }
}

/** The numbers of 64 bits that stand in place of those that are all ones. */
function wideNumbers(extra: Buffer): number[] {
  if (extra.length < 12 || extra.readUInt16LE(0) !== 1) return []
  const count = Math.floor(Math.min(extra.readUInt16LE(2), extra.length - 4) / 8)
  return Array.from({ length: count }, (_, at) =>
    Math.min(Number(extra.readBigUInt64LE(4 + at * 8)), FARTHEST),
  )
}

/**
 * What is packed in an entry, a piece at a time. Throws `ArchiveDamaged` as soon as it is more than the list of contents
 * says, and at the end where it is less or has another checksum.
 */
export async function* unpacked(handle: FileHandle, entry: Entry): AsyncGenerator<Buffer> {
  const header = await bytesAt(handle, entry.offset, 30)
  if (header.readUInt32LE(0) !== 0x04034b50) throw new ArchiveDamaged('No header')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  let size = 0
  let crc = 0
  try {
    for await (const piece of piecesOf(handle, entry, start)) {
      size += piece.length
      if (size > entry.size) throw new ArchiveDamaged('More than the list of contents says')
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    throw isInflateError(error) ? new ArchiveDamaged('Cannot be unpacked', { cause: error }) : error
  }
  if (size !== entry.size || crc !== entry.crc) throw new ArchiveDamaged('Cut off or changed')
}

function piecesOf(handle: FileHandle, { method, packed }: Entry, start: number): AsyncIterable<Buffer> {
  if (method !== 0 && method !== 8) throw new ArchiveDamaged('Packed in another way')
  const bytes = rangeOf(handle, start, packed)
  // An error ends the reading of what was unpacked, which is where it is met.
  return method === 0 ? bytes : pipeline(bytes, createInflateRaw({ chunkSize: PIECE }), () => {})
}

const PIECE = 1 << 16

function isInflateError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

async function* rangeOf(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length;) {
    const piece = await bytesAt(handle, start + done, Math.min(PIECE, length - done))
    yield piece
    done += piece.length
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new ArchiveDamaged('Cut off')
  return buffer
}

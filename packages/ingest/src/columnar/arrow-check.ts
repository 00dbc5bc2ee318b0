import type { FileHandle } from 'node:fs/promises'
import { rootTable } from './flat-table.ts'
import type { FlatTable } from './flat-table.ts'

/** Bytes. A description is of columns and buffers, never of values. */
const LARGEST_DESCRIPTION = 1 << 26
/** Bytes that the buffers of one batch may unpack to. */
const LARGEST_BATCH = 2 ** 30
/** Lists within lists. */
const DEEPEST = 16

const MAGIC = 'ARROW1'
/** Footer's size, then the magic word. */
const TAIL = 4 + MAGIC.length
const HEADER = { schema: 1, dictionary: 2, batch: 3 }

/**
 * Looks through the descriptions of an Arrow file or stream (Arrow Columnar Format, "IPC"): every count and offset that
 * the library will trust lies inside what it counts. The library itself would loop over what a damaged file claims to
 * have. Throws `RangeError` where it does not hold.
 */
export async function checkArrow(handle: FileHandle, size: number): Promise<void> {
  const beginning = await bytesAt(0, Math.min(size, MAGIC.length))
  if (beginning.toString('latin1') === MAGIC) await checkFile()
  else for (let at = 0; at < size;) at = await checkMessage(at)

  async function checkFile(): Promise<void> {
    const tail = await bytesAt(size - TAIL, TAIL)
    const length = tail.readInt32LE(0)
    if (tail.toString('latin1', 4) !== MAGIC) throw new RangeError('Cut off')
    const footer = rootTable(await bytesAt(size - TAIL - length, length))
    checkSchema(footer.table(1))
    let left = size
    for (const block of [...footer.structs(2, 24), ...footer.structs(3, 24)]) {
      const offset = Number(block.getBigInt64(0, true))
      left -= (await checkMessage(offset)) - offset
      if (left < 0) throw new RangeError('Blocks that lie on each other')
    }
  }

  /** Where the message ends. */
  async function checkMessage(offset: number): Promise<number> {
    const prefix = await bytesAt(offset, Math.min(8, size - offset))
    const marked = prefix.readInt32LE(0) === -1
    const length = marked ? prefix.readInt32LE(4) : prefix.readInt32LE(0)
    const at = offset + (marked ? 8 : 4)
    // The sign that a stream has ended.
    if (length === 0) return size
    const message = rootTable(await bytesAt(at, length))
    const body = at + length
    const bodyLength = message.int(3, 8)
    if (bodyLength < 0 || body + bodyLength > size) throw new RangeError('A body reaches out of the file')
    message.tables(4)
    const header = message.table(2)
    const kind = message.int(1, 1)
    if (kind === HEADER.schema) checkSchema(header)
    else if (kind === HEADER.batch) await checkBatch(header, body, bodyLength)
    else if (kind === HEADER.dictionary) await checkBatch(header?.table(1) ?? null, body, bodyLength)
    else throw new RangeError('A message of unknown kind')
    return body + bodyLength
  }

  async function checkBatch(batch: FlatTable | null, body: number, bodyLength: number): Promise<void> {
    if (batch === null) throw new RangeError('A batch without description')
    const buffers = batch.structs(2, 16).map(region)
    for (const { offset, length } of buffers) within(offset + length, bodyLength, offset, length)
    let unpacked = bodyLength
    if (batch.table(3) !== null) {
      for (const { offset, length } of buffers) {
        const stated = length === 0 ? 0 : Number((await bytesAt(body + offset, 8)).readBigInt64LE(0))
        within(stated, LARGEST_BATCH)
        unpacked += stated
      }
      within(unpacked, LARGEST_BATCH + bodyLength)
    }
    // A row takes a bit at least, but for columns of nothing.
    const rows = (unpacked + 8) * 8
    within(batch.int(0, 8), rows, batch.int(0, 8))
    for (const { offset: length, length: nulls } of batch.structs(1, 16).map(region))
      within(length, rows, nulls)
    for (const count of batch.structs(4, 8)) within(Number(count.getBigInt64(0, true)), buffers.length)
  }

  async function bytesAt(offset: number, length: number): Promise<Buffer> {
    within(offset + length, size, offset, length)
    within(length, LARGEST_DESCRIPTION)
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await handle.read(bytes, 0, length, offset)
    if (bytesRead < length) throw new RangeError('Cut off')
    return bytes
  }
}

function checkSchema(schema: FlatTable | null): void {
  if (schema === null) throw new RangeError('No schema')
  schema.tables(2)
  for (const field of schema.tables(1)) checkField(field, 0)
}

function checkField(field: FlatTable, depth: number): void {
  if (depth > DEEPEST) throw new RangeError('Columns within columns')
  field.tables(6)
  for (const child of field.tables(5)) checkField(child, depth + 1)
}

const region = (struct: DataView) => ({
  offset: Number(struct.getBigInt64(0, true)),
  length: Number(struct.getBigInt64(8, true)),
})

/** No part may be less than nothing, nor the sum more than there is. */
function within(sum: number, most: number, ...parts: readonly number[]): void {
  if (sum > most || parts.some((part) => part < 0)) throw new RangeError('Out of bounds')
}

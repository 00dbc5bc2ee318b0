import { zstdDecompressSync } from 'node:zlib'
import { CompressionType, RecordBatchReader, compressionRegistry } from 'apache-arrow'
import type { RecordBatch, Vector } from 'apache-arrow'
import { openRegular } from '../readers/encoding.ts'
import { checkArrow } from './arrow-check.ts'
import { unpackLz4 } from './lz4.ts'

/** A part of a file that is no sound Arrow. */
export class ArrowDamaged extends Error {}

compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: Math.max(statedSize(bytes), 1) }),
})
compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4(bytes, statedSize(bytes)) })

/** How many bytes a packed buffer says that it unpacks to, in the eight bytes before those that the library hands over. */
function statedSize({ buffer, byteOffset }: Uint8Array): number {
  return Number(new DataView(buffer, byteOffset - 8, 8).getBigInt64(0, true))
}

/** The record batches of a file, one in memory at a time: the file format and the streaming format. */
export async function* arrowBatches(file: string): AsyncGenerator<RecordBatch> {
  const handle = await openRegular(file)
  try {
    const { size } = await handle.stat()
    const batches = await sound(async () => {
      await checkArrow(handle, size)
      const reader = await RecordBatchReader.from(handle)
      return reader[Symbol.asyncIterator]()
    })
    for (;;) {
      const { done, value } = await sound(async () => batches.next())
      if (done) return
      yield value
    }
  } finally {
    await handle.close().catch(closedAlready)
  }
}

/** The cells of a column by row; undefined where there is none. */
export function cellsOf(column: Vector | null): (row: number) => unknown {
  return (row) => {
    try {
      return column?.get(row) ?? undefined
    } catch (error) {
      throw damaged(error)
    }
  }
}

/** The library says what it stumbles on in many ways, and every one of them is the file's fault. */
async function sound<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw damaged(error)
  }
}

const damaged = (error: unknown) =>
  new ArrowDamaged(error instanceof Error ? error.message : '', { cause: error })

/** The library closes the file when it has read all of it. */
function closedAlready(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EBADF')) throw error
}

import { zstdDecompressSync } from 'node:zlib'
import { CompressionType, RecordBatchReader, compressionRegistry } from 'apache-arrow'
import type { RecordBatch } from 'apache-arrow'
import { openRegular } from '../readers/encoding.ts'

/** A part of a file that is no sound Arrow. */
export class ArrowDamaged extends Error {}

/** Bytes that one buffer may unpack to. */
const LARGEST_BUFFER = 1 << 28

compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: LARGEST_BUFFER }),
})

/** The record batches of a file, one in memory at a time: the file format and the streaming format. */
export async function* arrowBatches(file: string): AsyncGenerator<RecordBatch> {
  const handle = await openRegular(file)
  try {
    const { size } = await handle.stat()
    const batches = await sound(async () => {
      const reader = await RecordBatchReader.from(handle)
      return reader[Symbol.asyncIterator]()
    })
    for (;;) {
      const { done, value } = await sound(async () => batches.next())
      if (done) return
      // A row takes a bit at least, but for columns of nothing.
      if (value.numRows > size * 8) throw new ArrowDamaged('More rows than the file has room for')
      yield value
    }
  } finally {
    await handle.close().catch(closedAlready)
  }
}

/** The library says what it stumbles on in many ways, and every one of them is the file's fault. */
async function sound<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading()
  } catch (error) {
    throw new ArrowDamaged(error instanceof Error ? error.message : '', { cause: error })
  }
}

/** The library closes the file when it has read all of it. */
function closedAlready(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EBADF')) throw error
}

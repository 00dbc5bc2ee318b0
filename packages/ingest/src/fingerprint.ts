import { createHash } from 'node:crypto'
import { chunksOf, startTextForm } from './readers/encoding.ts'
import type { FileContent } from './readers/reader.ts'

export interface Fingerprint {
  readonly sha256: string
  readonly bytes: number
}

/** What names the content of a file, and what its bytes tell readers: both in one reading of it. */
export async function contentOf(file: string): Promise<Fingerprint & FileContent> {
  const hash = createHash('sha256')
  const text = startTextForm()
  let head = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of chunksOf(file)) {
    if (bytes === 0) head = Buffer.from(chunk.subarray(0, HEAD_BYTES))
    hash.update(chunk)
    text.look(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes, head, form: text.form() }
}

const HEAD_BYTES = 1 << 16

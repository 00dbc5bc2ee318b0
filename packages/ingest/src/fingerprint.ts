import { createHash } from 'node:crypto'
import { chunksOf } from './readers/encoding.ts'

export interface Fingerprint {
  readonly sha256: string
  readonly bytes: number
}

/** What names the content of a file. */
export async function fingerprintOf(file: string): Promise<Fingerprint> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

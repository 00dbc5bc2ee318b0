import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that stands in a publication's folder. */
export interface WrittenFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Rows, where the file is a table. */
  readonly rows: number | null
}

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** Writes a text piece by piece. */
export function writeText(folder: string, path: string, text: Iterable<string>, rows: number): WrittenFile {
  const hash = createHash('sha256')
  const file = openSync(join(folder, path), 'w')
  let bytes = 0
  try {
    for (const piece of text) {
      const content = Buffer.from(piece)
      hash.update(content)
      writeFileSync(file, content)
      bytes += content.byteLength
    }
  } finally {
    closeSync(file)
  }
  return { path, sha256: hash.digest('hex'), bytes, rows }
}

export function writeContent(
  folder: string,
  path: string,
  content: string | Uint8Array,
  rows: number | null = null,
) {
  writeFileSync(join(folder, path), content)
  return describeFile(folder, path, rows)
}

export const writeJson = (folder: string, path: string, value: unknown) =>
  writeContent(folder, path, `${JSON.stringify(value, null, 2)}\n`)

/** A file that something else wrote. */
export function describeFile(folder: string, path: string, rows: number | null): WrittenFile {
  const content = readFileSync(join(folder, path))
  return { path, sha256: sha256(content), bytes: content.byteLength, rows }
}

import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { chunksOf, openRegular, startTextForm } from './readers/encoding.ts'
import type { FileContent, ReadingFault } from './readers/reader.ts'

export interface Fingerprint {
  readonly sha256: string
  readonly bytes: number
}

/** A file that was looked through: where it really lies, and how it stood then. */
export interface Content extends Fingerprint, FileContent {
  /** Absolute path without symbolic links. */
  readonly path: string
  /** Changes when the file does: device, number, size and times. */
  readonly state: string
}

/**
 * What names the content of a file, and what its bytes tell readers, both in one reading of it; or why it is not read.
 * `within`: a folder that the file must lie in when all symbolic links are followed; null where it may lie anywhere.
 */
export async function contentOf(file: string, within: string | null): Promise<Content | ReadingFault> {
  try {
    const path = await realpath(file)
    if (within !== null && !path.startsWith(`${await realpath(within)}/`))
      return notRead('file_outside_folder')
    const kind = await stat(path)
    if (kind.isDirectory()) return notRead('file_is_folder')
    if (!kind.isFile()) return notRead('file_is_device')
    return await lookThrough(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return notRead('file_missing')
    throw error
  }
}

/** Whether somebody wrote to the file, or put another in its place, since it was looked through. */
export async function hasChanged({ path, state }: Content): Promise<boolean> {
  return (await stateOf(path).catch(() => null)) !== state
}

async function lookThrough(path: string): Promise<Content> {
  const state = await stateOf(path)
  const hash = createHash('sha256')
  const text = startTextForm()
  let head = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of chunksOf(path)) {
    if (bytes === 0) head = Buffer.from(chunk.subarray(0, HEAD_BYTES))
    hash.update(chunk)
    text.look(chunk)
    bytes += chunk.length
  }
  return { path, state, sha256: hash.digest('hex'), bytes, head, form: text.form() }
}

async function stateOf(path: string): Promise<string> {
  const handle = await openRegular(path)
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true })
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
  } finally {
    await handle.close()
  }
}

function notRead(rule: string): ReadingFault {
  return { rule, line: null }
}

const HEAD_BYTES = 1 << 16

import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

export interface ZipEntry {
  readonly path: string
  readonly content: Uint8Array
}

/**
 * A zip of the entries in their order, all of one `day` (`2026-10-31`): the same entries give the same bytes.
 * A zip has local time without zone, so noon here is noon in every file, wherever it is made.
 */
export async function zipFile(entries: readonly ZipEntry[], day: string): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const { path, content } of entries) {
    zip.addBuffer(Buffer.from(content), path, {
      mtime: new Date(`${day}T12:00:00`),
      mode: 0o100644,
      forceDosTimestamp: true,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}

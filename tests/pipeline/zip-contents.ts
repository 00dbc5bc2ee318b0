import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { openPromise } from 'yauzl'

/** Every file of a zip by its path, unpacked; each is checked against the CRC that the zip states. */
export async function zipContents(file: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(file, { lazyEntries: true, validateEntrySizes: true })
  const contents = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry))
    if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} does not fit its CRC`)
    contents.set(entry.fileName, content)
  }
  return contents
}

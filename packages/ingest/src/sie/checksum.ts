import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Checksum } from './file.ts'

/**
 * What of a line the check sum is over (SIE 4B, `#KSUMMA`): outside quotes no space, tab or brace; no quote but
 * the escaped, which counts without its backslash; never the line's end.
 */
export function summedText(line: string): string {
  const parts = line.matchAll(/"(?<quoted>(?:\\"|[^"])*)"?|[^ \t{}"]+/g)
  return Array.from(parts, ({ 0: whole, groups }) => groups?.quoted ?? whole)
    .join('')
    .replaceAll('\\"', '"')
}

/** Adds a line between the two labels: CRC-32 (0xEDB88320) over its text in CP437, whatever the file is written in. */
export function addToChecksum(checksum: Checksum, line: string): void {
  if (checksum.state === 'open') checksum.sum = crc32(iconv.encode(summedText(line), 'cp437'), checksum.sum)
}

/** A label without a number opens, one with a number closes. Some programs write the number as signed. */
export function readChecksumLabel(checksum: Checksum, written: string): void {
  if (written === '') {
    checksum.state = 'open'
    checksum.sum = 0
  } else if (checksum.state === 'open') {
    checksum.state = Number(written) >>> 0 === checksum.sum ? 'matches' : 'differs'
  }
}

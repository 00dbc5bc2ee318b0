import { describe, expect, it } from 'vitest'
import { addToChecksum, readChecksumLabel, summedText } from './checksum.ts'
import type { Checksum } from './file.ts'

function sumOf(lines: readonly string[]): Checksum {
  const checksum: Checksum = { state: 'none', sum: 0 }
  readChecksumLabel(checksum, '')
  for (const line of lines) addToChecksum(checksum, line)
  return checksum
}

describe('the check sum of a SIE file', () => {
  it('leaves out what stands between fields, and keeps what stands inside quotes', () => {
    expect(summedText(String.raw`#TRANS	7010 {1 "456"} 13200.00 "a { \"b\"  c"`)).toBe(
      '#TRANS7010145613200.00a { "b"  c',
    )
  })

  it('is CRC-32: its published check value', () => {
    // "123456789" → CBF43926, the check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    expect(sumOf(['1 2\t3', '"456"', '{789}']).sum).toBe(0xcbf43926)
  })

  it('is over the text in CP437, whatever the file is written in', () => {
    // å ä ö are the bytes 86 84 94 in CP437; the sum was computed bit by bit from the polynomial 0xEDB88320.
    expect(sumOf(['åäö']).sum).toBe(crcBitByBit([0x86, 0x84, 0x94]))
  })

  it('may be written as a signed number', () => {
    const checksum = sumOf(['123456789'])
    readChecksumLabel(checksum, String(0xcbf43926 | 0))
    expect(checksum.state).toBe('matches')
  })

  it('differs when an amount was changed', () => {
    const checksum = sumOf(['123456780'])
    readChecksumLabel(checksum, String(0xcbf43926))
    expect(checksum.state).toBe('differs')
  })
})

function crcBitByBit(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

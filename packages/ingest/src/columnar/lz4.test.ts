import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpackLz4 } from './lz4.ts'

/** What the reference implementation, `lz4` 1.9.4, wrote of each text. */
const FRAMES: readonly (readonly [text: string, frame: string])[] = [
  [
    `${'abc'.repeat(10)} utfall utfall`,
    '04224d18604082160000003f616263030008e020757466616c6c20757466616c6c00000000',
  ],
  // With its size, check sums, and a match that reaches into what it copies.
  [
    'a'.repeat(600),
    '04224d187c4058020000000000004a0d0000001f610100ffff41506161616161d0cd04c200000000d9ce4979',
  ],
  // Stored as it is.
  ['Utfall', '04224d186440a706000080557466616c6c000000003e166c75'],
]
const frameOf = (hex: string) => Buffer.from(hex, 'hex')

test.each(FRAMES)('%s is unpacked', (text, hex) => {
  expect(Buffer.from(unpackLz4(frameOf(hex), text.length)).toString()).toBe(text)
  for (const size of [text.length - 1, text.length + 1])
    expect(() => unpackLz4(frameOf(hex), size)).toThrow(RangeError)
})

test.each(FRAMES)('%s that is cut off is refused wherever it is cut', (text, hex) => {
  const frame = frameOf(hex)
  const end = hex.lastIndexOf('00000000') / 2
  for (let left = 0; left < end; left += 1)
    expect(() => unpackLz4(frame.subarray(0, left), text.length)).toThrow(RangeError)
})

/** How much was unpacked, or the name of what was said against it. */
function sizeOf(frame: Uint8Array, size: number): number | string {
  try {
    return unpackLz4(frame, size).length
  } catch (error) {
    return error instanceof Error ? error.name : ''
  }
}

test('a frame that is damaged is refused or has the size that was asked for', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FRAMES), fc.nat(), fc.nat(255), ([text, hex], place, byte) => {
      const frame = frameOf(hex)
      frame[place % frame.length] = byte
      expect([text.length, 'RangeError']).toContain(sizeOf(frame, text.length))
    }),
    { numRuns: 500 },
  )
})

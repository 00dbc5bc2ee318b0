const MAGIC = 0x184d2204
const FLAG = { blockChecksum: 0x10, contentSize: 0x08, dictionary: 0x01 }
const STORED = 0x80000000
const SHORTEST_MATCH = 4

/**
 * Unpacks one LZ4 frame (LZ4 Frame Format 1.6, LZ4 Block Format) that holds exactly `size` bytes. Throws `RangeError`
 * on anything else. Check sums are not looked at.
 */
export function unpackLz4(frame: Uint8Array, size: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const flags = view.getUint8(4)
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1) throw new RangeError('No LZ4 frame')
  if (flags & FLAG.dictionary) throw new RangeError('LZ4 with a dictionary')
  const unpacked = new Uint8Array(size)
  let filled = 0
  let at = flags & FLAG.contentSize ? 15 : 7
  for (;;) {
    const written = view.getUint32(at, true)
    if (written === 0) break
    const length = written & ~STORED
    const block = frame.subarray(at + 4, at + 4 + length)
    if (length < 0 || block.length < length) throw new RangeError('An LZ4 block is cut off')
    if (written >= STORED) {
      unpacked.set(block, filled)
      filled += length
    } else filled = unpackBlock(block, unpacked, filled)
    at += 4 + length + (flags & FLAG.blockChecksum ? 4 : 0)
  }
  if (filled !== size) throw new RangeError('An LZ4 frame of another size')
  return unpacked
}

/** Literals and matches by turns; a match copies what was unpacked before, also of earlier blocks. Where it ended. */
function unpackBlock(block: Uint8Array, unpacked: Uint8Array, from: number): number {
  let at = 0
  let filled = from
  while (at < block.length) {
    const token = byte()
    const literals = lengthOf(token >> 4)
    if (at + literals > block.length) throw new RangeError('LZ4 literals are cut off')
    unpacked.set(block.subarray(at, at + literals), filled)
    at += literals
    filled += literals
    if (at === block.length) break
    const distance = byte() | (byte() << 8)
    const length = lengthOf(token & 15) + SHORTEST_MATCH
    if (distance === 0 || distance > filled || filled + length > unpacked.length)
      throw new RangeError('An LZ4 match out of bounds')
    // A match may reach into what it is itself copying.
    if (distance >= length) unpacked.copyWithin(filled, filled - distance, filled - distance + length)
    else for (let to = filled; to < filled + length; to += 1) unpacked[to] = unpacked[to - distance] ?? 0
    filled += length
  }
  return filled

  function byte(): number {
    const value = block[at]
    if (value === undefined) throw new RangeError('An LZ4 block is cut off')
    at += 1
    return value
  }

  /** Fifteen goes on in the bytes that follow, as long as they are full. */
  function lengthOf(begun: number): number {
    let length = begun
    for (let more = begun === 15 ? 255 : 0; more === 255; length += more) more = byte()
    return length
  }
}

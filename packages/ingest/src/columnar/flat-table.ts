/** A table of a FlatBuffer: its fields by number, each looked at only where it lies inside the buffer. */
export interface FlatTable {
  /** A whole number of 1, 2 or 8 bytes, signed; 0 where the field is not written. */
  readonly int: (field: number, bytes: 1 | 2 | 8) => number
  readonly table: (field: number) => FlatTable | null
  readonly tables: (field: number) => readonly FlatTable[]
  /** The elements of a vector, each of so many bytes. */
  readonly structs: (field: number, bytes: number) => readonly DataView[]
}

/**
 * The root table of a FlatBuffer (flatbuffers.dev, "Internals"). Throws `RangeError` on whatever points or reaches out
 * of the buffer, and where tables point at each other in a ring.
 */
export function rootTable(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A table is four bytes at least, so that no sound buffer has more of them than this.
  let left = bytes.byteLength / 4
  return tableAt(pointed(0))

  function pointed(at: number): number {
    return at + view.getUint32(at, true)
  }

  function tableAt(at: number): FlatTable {
    left -= 1
    if (left < 0) throw new RangeError('More tables than the buffer has room for')
    const fields = at - view.getInt32(at, true)
    const end = view.getUint16(fields, true)
    const place = (field: number): number | null => {
      const entry = 4 + field * 2
      const offset = entry + 2 <= end ? view.getUint16(fields + entry, true) : 0
      return offset === 0 ? null : at + offset
    }
    const structs = (field: number, size: number): DataView[] => {
      const from = place(field)
      if (from === null) return []
      const vector = pointed(from)
      const length = view.getUint32(vector, true)
      if (vector + 4 + length * size > view.byteLength)
        throw new RangeError('A vector reaches out of the buffer')
      return Array.from(
        { length },
        (_, index) => new DataView(bytes.buffer, bytes.byteOffset + vector + 4 + index * size, size),
      )
    }
    return {
      int: (field, size) => {
        const from = place(field)
        if (from === null) return 0
        if (size === 8) return Number(view.getBigInt64(from, true))
        return size === 2 ? view.getInt16(from, true) : view.getInt8(from)
      },
      table: (field) => {
        const from = place(field)
        return from === null ? null : tableAt(pointed(from))
      },
      tables: (field) =>
        structs(field, 4).map((element) => tableAt(pointed(element.byteOffset - bytes.byteOffset))),
      structs,
    }
  }
}

/** Numbers from zero to one, as chance would have them, but the same each time (Marsaglia's xorshift, 2003). */
export function chance(): () => number {
  let state = 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

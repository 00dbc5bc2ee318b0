/** How a file of single-byte or UTF-8 text is divided into lines. */
export interface LineForm {
  /** One row a line: LF or CRLF throughout, no line empty, endless, or ending within quotation marks. */
  readonly rowALine: boolean
  readonly quoted: boolean
}

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a
/** Bytes. DuckDB would hold a line of any length in memory, several times. */
const LONGEST_LINE = 1 << 20

/** Decides it from the bytes of the whole file, which are shown to it a chunk at a time. */
export function startLineForm() {
  let seam = Buffer.alloc(0)
  let rowALine = true
  let quoted = false
  let open = false
  /** Bytes since the last line end. */
  let since = 0
  return {
    look(chunk: Buffer): void {
      if (!rowALine) return
      const bytes = seam.length > 0 ? Buffer.concat([seam, chunk]) : chunk
      rowALine = endsAreSound(bytes) && endsAreNear(chunk)
      quoted ||= chunk.includes(QUOTE)
      if (quoted) lookForQuotes(chunk)
      seam = Buffer.from(bytes.subarray(-2))
    },
    form: (): LineForm => ({ rowALine: rowALine && !open && seam.at(-1) !== CR, quoted }),
  }

  function endsAreNear(chunk: Buffer): boolean {
    let end = -since
    while (chunk.length - end > LONGEST_LINE) {
      const next = chunk.lastIndexOf(LF, end + LONGEST_LINE)
      if (next <= Math.max(end, -1)) return false
      end = next
    }
    const last = chunk.lastIndexOf(LF)
    since = last === -1 ? since + chunk.length : chunk.length - last
    return true
  }

  function lookForQuotes(chunk: Buffer): void {
    for (const byte of chunk) {
      if (byte === QUOTE) open = !open
      else if (open && byte === LF) {
        rowALine = false
        return
      }
    }
  }
}

function endsAreSound(bytes: Buffer): boolean {
  if (bytes.includes('\n\n') || bytes.includes('\n\r\n')) return false
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < bytes.length && bytes[at + 1] !== LF) return false
  }
  return true
}

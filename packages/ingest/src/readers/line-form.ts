/** How a file of single-byte or UTF-8 text is divided into lines. */
export interface LineForm {
  /** One row a line: LF or CRLF throughout, no line endless, ending within quotation marks, or empty but at the end. */
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
  /** Whether there was an empty line. */
  let ended = false
  /** Bytes since the last line end. */
  let since = 0
  return {
    look(chunk: Buffer): void {
      if (!rowALine) return
      const bytes = seam.length > 0 ? Buffer.concat([seam, chunk]) : chunk
      const rest = ended ? bytes : fromEmptyLine(bytes)
      ended = rest !== null
      rowALine =
        returnsAreSound(bytes) && endsAreNear(chunk) && !rest?.some((byte) => byte !== LF && byte !== CR)
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

function fromEmptyLine(bytes: Buffer): Buffer | null {
  const [first] = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')]
    .filter((at) => at !== -1)
    .toSorted((a, b) => a - b)
  return first === undefined ? null : bytes.subarray(first)
}

function returnsAreSound(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (at + 1 < bytes.length && bytes[at + 1] !== LF) return false
  }
  return true
}

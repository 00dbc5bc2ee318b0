import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** Bytes of a file: from one up to another. */
interface Piece {
  readonly from: number
  readonly to: number
}

/** Where a table of a publication speaks of each agreement, so that what it says of one is read without the rest. */
export interface TablePieces {
  readonly file: string
  /** The names of its columns. */
  readonly head: Piece
  readonly of: ReadonlyMap<string, readonly Piece[]>
}

/** Finds the pieces of a CSV file whose first column names the agreement. */
export function piecesOf(file: string): TablePieces {
  const bytes = readFileSync(file)
  const of = new Map<string, Piece[]>()
  let head: Piece | undefined
  for (const record of records(bytes)) {
    const { from, to } = record
    if (head === undefined) {
      head = record
      continue
    }
    const agreement = bytes.toString('utf8', from, bytes.indexOf(COMMA, from)).replaceAll('"', '')
    const pieces = of.get(agreement) ?? []
    const last = pieces.at(-1)
    if (last?.to === from) pieces.splice(-1, 1, { from: last.from, to })
    else pieces.push(record)
    of.set(agreement, pieces)
  }
  return { file, head: head ?? { from: 0, to: 0 }, of }
}

/** What a table says of one agreement, as a CSV text of its own. */
export function textOf({ file, head, of }: TablePieces, agreement: string): string {
  const descriptor = openSync(file, 'r')
  try {
    return [head, ...(of.get(agreement) ?? [])]
      .map(({ from, to }) => {
        const bytes = Buffer.alloc(to - from)
        readSync(descriptor, bytes, 0, bytes.length, from)
        return bytes.toString('utf8')
      })
      .join('')
  } finally {
    closeSync(descriptor)
  }
}

/** How much a table says of an agreement. */
export const bytesOf = ({ of }: TablePieces, agreement: string): number =>
  (of.get(agreement) ?? []).reduce((sum, { from, to }) => sum + to - from, 0)

const [QUOTE, COMMA, END_OF_LINE] = [0x22, 0x2c, 0x0a]

/** Each ends with a line, but for lines within quotes. A quote in quotes is doubled: it closes them and opens them again. */
function* records(bytes: Buffer): Generator<Piece> {
  let quote = bytes.indexOf(QUOTE)
  for (let from = 0; from < bytes.length;) {
    let end = endOfLine(bytes, from)
    while (quote >= 0 && quote < end) {
      const closing = bytes.indexOf(QUOTE, quote + 1)
      if (closing < 0) throw new Error('A quoted cell has no end')
      if (closing >= end) end = endOfLine(bytes, closing)
      quote = bytes.indexOf(QUOTE, closing + 1)
    }
    yield { from, to: end }
    from = end
  }
}

function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(END_OF_LINE, from)
  return at < 0 ? bytes.length : at + 1
}

import iconv from 'iconv-lite'
import { chunksOf } from '../readers/encoding.ts'
import type { Encoding } from '../readers/encoding.ts'
import { LONGEST_ROW, rowTooLong } from '../readers/records.ts'

/** Some lines of a file that follow on each other. */
export interface LineBatch {
  /** Number of the first, from 1. */
  readonly first: number
  readonly lines: readonly string[]
}

/** The lines of a file, some thousands at a time, whether they end in LF, CRLF or CR. Throws `RowUnreadable`. */
export async function* lineBatches(file: string, encoding: Encoding): AsyncGenerator<LineBatch> {
  const decoder = iconv.getDecoder(encoding)
  let rest = ''
  let first = 1
  for await (const chunk of chunksOf(file)) {
    const { lines, rest: left } = splitLines(rest + decoder.write(chunk))
    yield { first, lines }
    first += lines.length
    rest = left
    if (rest.length > LONGEST_ROW) throw rowTooLong(first)
  }
  const last = rest + (decoder.end() ?? '')
  if (last !== '') yield { first, lines: splitLines(`${last}\n`).lines }
}

/** The whole lines of a text, and what is left of one that has not ended. A CR at the end may yet be a CRLF. */
export function splitLines(text: string): { readonly lines: string[]; readonly rest: string } {
  const heldBack = text.endsWith('\r') ? '\r' : ''
  const lines = text.slice(0, text.length - heldBack.length).split(/\r\n|\n|\r/)
  const open = lines.pop() ?? ''
  return { lines, rest: open + heldBack }
}

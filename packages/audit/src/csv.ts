/** One row of a table by its column names; everything is text, and nothing is the empty text. */
export type TextRow = Readonly<Record<string, string>>

const CELL = /(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/y

/** The rows of a CSV file (RFC 4180, comma). Written for the attacker, who shares no code with the writer. */
export function readCsv(text: string): TextRow[] {
  const [head, ...rows] = csvRecords(text)
  return rows.map((cells) => Object.fromEntries((head ?? []).map((name, at) => [name, cells[at] ?? ''])))
}

/** All records of a CSV file as they stand, that of the names of its columns first. */
function csvRecords(marked: string): string[][] {
  const text = marked.replace(/^\uFEFF/, '')
  const found: string[][] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const start = CELL.lastIndex
    const match = CELL.exec(text)
    if (match === null) throw new Error(`No CSV at character ${start}`)
    const begins = start === 0 || text[start] !== ','
    if (begins && match.index + match[0].length === text.length && match[0].trim() === '') break
    if (begins) found.push([])
    found.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[0] === '') break
  }
  return found
}

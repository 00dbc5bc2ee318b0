import { ArchiveDamaged } from './archive.ts'
import { unescaped } from './shared-texts.ts'
import { momentOf, textOfCell } from './text.ts'
import type { XmlSink } from './xml.ts'

/** A row of a sheet that holds anything: its number, from 1, and its cells from column A as text. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What the cells of all sheets refer to. */
export interface Shared {
  readonly texts: readonly string[]
  readonly isMoment: (style: number) => boolean
  readonly from1904: boolean
}

/** Excel's own limits. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Empty cells to the left of one that is not: a few far to the right must not take all memory. */
const MOST_EMPTY = 1 << 24

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  text: string
}

/** The rows that hold anything, of a sheet whose XML `parse` tells a piece at a time. */
export async function* rowsIn(
  parse: (sink: XmlSink) => AsyncIterable<void>,
  shared: Shared,
): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = []
  let line = 0
  let cells: string[] = []
  let next = 0
  let empty = 0
  let cell: Cell | null = null
  let takes = false
  let phonetic = false
  const pieces = parse({
    open: (name, attributes) => {
      if (name === 'row') startRow(attributes.r)
      else if (name === 'c') cell = startCell(attributes)
      else if (name === 'rPh') phonetic = true
      takes = cell !== null && !phonetic && (name === 'v' || name === 't')
    },
    text: (text) => {
      if (takes && cell) cell.text += text
    },
    close: (name) => {
      takes = false
      if (name === 'rPh') phonetic = false
      else if (name === 'c') endCell()
      else if (name === 'row' && cells.length > 0) rows.push({ line, cells })
    },
  })
  for await (const _ of pieces) {
    yield* rows
    rows = []
  }
  yield* rows

  function startRow(number: string | undefined): void {
    const given = number === undefined ? line + 1 : Number(number)
    if (!Number.isInteger(given) || given <= line || given > MOST_ROWS) throw new ArchiveDamaged('Not a row')
    line = given
    cells = []
    next = 0
  }

  function startCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): Cell {
    const column = r === undefined ? next : columnOf(r)
    if (column >= MOST_COLUMNS) throw new ArchiveDamaged('Not a column')
    next = column + 1
    return { column, type: t, style: Number(s), text: '' }
  }

  function endCell(): void {
    const text = cell === null ? '' : textOf(cell, shared)
    if (cell !== null && text !== '') {
      empty += Math.max(0, cell.column - cells.length)
      if (empty > MOST_EMPTY) throw new ArchiveDamaged('Too many cells')
      while (cells.length < cell.column) cells.push('')
      cells[cell.column] = text
    }
    cell = null
  }
}

/** From 0: `A1` is 0, `AB7` 27. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/i.exec(reference)?.[1]
  if (letters === undefined) throw new ArchiveDamaged('Not a cell')
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf({ type, style, text }: Cell, { texts, isMoment, from1904 }: Shared): string {
  switch (type) {
    case 's':
      return textOfCell(texts[Number(text)])
    case 'b':
      return textOfCell(text === '1' || text === 'true')
    case 'n': {
      const number = text.trim() === '' ? Number.NaN : Number(text)
      if (Number.isNaN(number)) return textOfCell(text)
      return textOfCell(isMoment(style) ? momentOf(number, from1904) : number)
    }
    default:
      return textOfCell(unescaped(text))
  }
}

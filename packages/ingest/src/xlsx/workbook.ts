import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { textOfCell } from './text.ts'

/** A row of a sheet that holds anything: its number, from 1, and its cells from column A as text. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The ZIP, or the XML in it, cannot be read as a workbook. */
export class WorkbookDamaged extends Error {}

/** The names of the sheets that the sender sees, in their order. */
export async function sheetNames(bytes: Buffer): Promise<string[]> {
  const names: string[] = []
  try {
    await readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) names.push(name)
        return false
      },
    })
  } catch (error) {
    throw new WorkbookDamaged('The workbook cannot be read', { cause: error })
  }
  return names
}

/** The rows of a sheet one by one. */
export async function* rowsOf(bytes: Buffer, sheet: string): AsyncGenerator<SheetRow> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const cells = values.map(textOfCell)
      if (cells.some((cell) => cell !== '')) yield { line: index + 1, cells }
    }
  } catch (error) {
    throw new WorkbookDamaged('The sheet cannot be read', { cause: error })
  }
}

/** Those of the first rows of a sheet, `most` of them, that hold anything. */
export async function firstRows(bytes: Buffer, sheet: string, most: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of rowsOf(bytes, sheet)) {
    if (row.line > most) break
    rows.push(row)
  }
  return rows
}

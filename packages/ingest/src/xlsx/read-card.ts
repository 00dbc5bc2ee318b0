import { activityIn } from '../mapping.ts'
import { startNames } from '../pseudonym/names.ts'
import type { Reading, ReadingFault, ReadingRequest } from '../readers/reader.ts'
import { CARD_HEADERS, cardIn, isBelowPersons, isIdentified, marksOf, whoIn } from './card.ts'
import type { CardLayout } from './card-layout.ts'
import { nothingStaged, stageTexts } from './stage.ts'
import type { Workbook } from './workbook.ts'
import type { SheetRow } from './sheet.ts'

/** An attendance card: a row of `attendance` for each mark. Several stand on one row of the sheet. */
export async function readCard(
  { connection, agreement, source, table, file }: ReadingRequest,
  workbook: Workbook,
  sheet: string,
  first: readonly SheetRow[],
  layout: CardLayout,
): Promise<Reading> {
  const format = `xlsx ${layout.municipality}`
  const card = cardIn(first, layout, file)
  if (card === null) return nothingStaged(source, format, [{ rule: 'card_without_year', line: null }])
  const activityOf = activityIn(agreement, source)
  const stage = await stageTexts(connection, table, Object.keys(CARD_HEADERS))
  const names = startNames()
  let rows = 0
  let unidentified = 0
  try {
    for await (const row of workbook.rows(sheet)) {
      if (row.line < layout.firstPerson) continue
      if (isBelowPersons(row, layout)) break
      const marks = marksOf(card, row, activityOf)
      for (const { column, texts } of marks) stage.add(row.line * LINE_STEP + column, texts)
      rows += marks.length
      const [mark] = marks
      if (mark) names.add(row.line * LINE_STEP + mark.column, ...whoIn(row, layout))
      if (mark && !isIdentified(row, layout)) unidentified += 1
    }
  } finally {
    stage.close()
  }
  const faults: ReadingFault[] = [
    ...(rows === 0 ? [{ rule: 'card_without_marks', line: null }] : []),
    ...(unidentified > 0 ? [{ rule: 'card_rows_as_persons', line: null, detail: String(unidentified) }] : []),
    ...names.faults(),
  ]
  return { dataset: 'attendance', format, rows, headers: CARD_HEADERS, notes: [], faults, shownLine }
}

/** More than the columns that a sheet can have. */
const LINE_STEP = 100_000

const shownLine = (line: string) => `${line} // ${LINE_STEP}`

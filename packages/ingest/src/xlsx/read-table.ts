import { headerFaults, headersOf } from '../readers/header-faults.ts'
import type { Reading, ReadingRequest } from '../readers/reader.ts'
import { namesBeside } from '../readers/names-beside.ts'
import { headingIn } from './heading.ts'
import { nothingStaged, stageTexts } from './stage.ts'
import type { Workbook } from './workbook.ts'
import type { SheetRow } from './sheet.ts'

/** A dataset as it is in delimited text: a header row, and a row for each fact. */
export async function readTable(
  { connection, source, table }: ReadingRequest,
  workbook: Workbook,
  sheet: string,
  first: readonly SheetRow[],
): Promise<Reading> {
  const heading = headingIn(first, source)
  if (heading === undefined) return nothingStaged(source, 'xlsx', [{ rule: 'file_empty', line: null }])
  const { mapping, line: headingLine } = heading
  const faults = headerFaults(mapping, headingLine)
  if (mapping.missing.length > 0 || mapping.repeated.length > 0) return nothingStaged(source, 'xlsx', faults)
  const stage = await stageTexts(
    connection,
    table,
    mapping.columns.map(({ field }) => field.name),
  )
  const names = namesBeside(mapping)
  let rows = 0
  try {
    for await (const { line, cells } of workbook.rows(sheet)) {
      const texts = mapping.columns.map(({ index }) => cells[index])
      if (line <= headingLine || !texts.some(Boolean)) continue
      stage.add(line, texts)
      names.look(line, cells)
      rows += 1
    }
  } finally {
    stage.close()
  }
  for (const fault of names.faults()) faults.push(fault)
  if (rows === 0) faults.push({ rule: 'file_without_rows', line: null })
  return { dataset: source.dataset, format: 'xlsx', rows, headers: headersOf(mapping), notes: [], faults }
}

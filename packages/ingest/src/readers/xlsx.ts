import type { AgreementSource } from '@utfall/contracts'
import { masked } from '../masking.ts'
import { isOfficeContainer, workbookBytes } from '../xlsx/container.ts'
import { HEADING_ROWS, headingIn } from '../xlsx/heading.ts'
import { sheetOf } from '../xlsx/sheets.ts'
import { stageTexts } from '../xlsx/stage.ts'
import { WorkbookDamaged, firstRows, rowsOf, sheetNames } from '../xlsx/workbook.ts'
import { headerFaults, headersOf } from './header-faults.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'

/** Excel workbooks: a dataset on the sheet named as it or on the first. Takes every ZIP, to say what else it is. */
export const xlsxReader: Reader = { format: 'xlsx', recognises: isOfficeContainer, read }

async function read(request: ReadingRequest): Promise<Reading> {
  const bytes = await workbookBytes(request.file)
  if (!Buffer.isBuffer(bytes)) return stopped(request.source, [bytes])
  try {
    const names = await sheetNames(bytes)
    const sheet = sheetOf(request.source.dataset, names)
    if (sheet === undefined) return stopped(request.source, [{ rule: 'file_empty', line: null }])
    const reading = await readSheet(request, bytes, sheet)
    const others = names.filter((name) => name !== sheet).map(masked)
    const unread: ReadingFault[] =
      others.length > 0 ? [{ rule: 'sheets_not_read', line: null, detail: others.join(', ') }] : []
    return { ...reading, faults: [...reading.faults, ...unread] }
  } catch (error) {
    if (!(error instanceof WorkbookDamaged)) throw error
    return stopped(request.source, [{ rule: 'workbook_damaged', line: null }])
  }
}

async function readSheet(
  { connection, source, table }: ReadingRequest,
  bytes: Buffer,
  sheet: string,
): Promise<Reading> {
  const heading = headingIn(await firstRows(bytes, sheet, HEADING_ROWS), source)
  if (heading === undefined) return stopped(source, [{ rule: 'file_empty', line: null }])
  const { mapping, line: headingLine } = heading
  const faults = headerFaults(mapping, headingLine)
  if (mapping.missing.length > 0 || mapping.repeated.length > 0) return stopped(source, faults)
  const stage = await stageTexts(
    connection,
    table,
    mapping.columns.map(({ field }) => field.name),
  )
  let rows = 0
  try {
    for await (const { line, cells } of rowsOf(bytes, sheet)) {
      const texts = mapping.columns.map(({ index }) => cells[index])
      if (line <= headingLine || !texts.some(Boolean)) continue
      stage.add(line, texts)
      rows += 1
    }
  } finally {
    stage.close()
  }
  if (rows === 0) faults.push({ rule: 'file_without_rows', line: null })
  return { dataset: source.dataset, format: 'xlsx', rows, headers: headersOf(mapping), notes: [], faults }
}

function stopped({ dataset }: AgreementSource, faults: ReadingFault[]): Reading {
  return { dataset, format: 'xlsx', rows: 0, headers: {}, notes: [], faults }
}

/** How many fields of the source's dataset the workbook names; null where one that is required is missing. */
export async function knownInWorkbook(file: string, source: AgreementSource): Promise<number | null> {
  const bytes = await workbookBytes(file)
  if (!Buffer.isBuffer(bytes)) return null
  try {
    const sheet = sheetOf(source.dataset, await sheetNames(bytes))
    const heading =
      sheet === undefined ? undefined : headingIn(await firstRows(bytes, sheet, HEADING_ROWS), source)
    return heading?.mapping.missing.length === 0 ? heading.mapping.columns.length : null
  } catch (error) {
    if (error instanceof WorkbookDamaged) return null
    throw error
  }
}

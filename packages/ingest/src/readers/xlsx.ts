import type { AgreementSource } from '@utfall/contracts'
import { masked } from '../masking.ts'
import { CARD_HEADERS } from '../xlsx/card.ts'
import { layoutIn } from '../xlsx/card-layout.ts'
import { isOfficeContainer, workbookBytes } from '../xlsx/container.ts'
import { HEADING_ROWS, headingIn } from '../xlsx/heading.ts'
import { readCard } from '../xlsx/read-card.ts'
import { readTable } from '../xlsx/read-table.ts'
import { sheetOf } from '../xlsx/sheets.ts'
import { nothingStaged } from '../xlsx/stage.ts'
import { WorkbookDamaged, firstRows, sheetNames } from '../xlsx/workbook.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'

/**
 * Excel workbooks: a dataset, or one of the attendance cards of Göteborg and Stockholm, on the sheet named as the dataset
 * or on the first. Takes every ZIP, to say what else it is.
 */
export const xlsxReader: Reader = { format: 'xlsx', recognises: isOfficeContainer, read }

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, source } = request
  const bytes = await workbookBytes(file)
  if (!Buffer.isBuffer(bytes)) return nothingStaged(source, 'xlsx', [bytes])
  try {
    const names = await sheetNames(bytes)
    const sheet = sheetOf(source.dataset, names)
    if (sheet === undefined) return nothingStaged(source, 'xlsx', [{ rule: 'file_empty', line: null }])
    const first = await firstRows(bytes, sheet, HEADING_ROWS)
    const layout = source.dataset === 'attendance' ? layoutIn(first) : undefined
    const reading = layout
      ? await readCard(request, bytes, sheet, first, layout)
      : await readTable(request, bytes, sheet, first)
    return { ...reading, faults: [...reading.faults, ...unread(names, sheet)] }
  } catch (error) {
    if (!(error instanceof WorkbookDamaged)) throw error
    return nothingStaged(source, 'xlsx', [{ rule: 'workbook_damaged', line: null }])
  }
}

function unread(names: readonly string[], sheet: string): ReadingFault[] {
  const others = names.filter((name) => name !== sheet).map(masked)
  return others.length > 0 ? [{ rule: 'sheets_not_read', line: null, detail: others.join(', ') }] : []
}

/** How many fields of the source's dataset the workbook names; null where one that is required is missing. */
export async function knownInWorkbook(file: string, source: AgreementSource): Promise<number | null> {
  const bytes = await workbookBytes(file)
  if (!Buffer.isBuffer(bytes)) return null
  try {
    const sheet = sheetOf(source.dataset, await sheetNames(bytes))
    if (sheet === undefined) return null
    const first = await firstRows(bytes, sheet, HEADING_ROWS)
    if (source.dataset === 'attendance' && layoutIn(first)) return Object.keys(CARD_HEADERS).length
    const mapping = headingIn(first, source)?.mapping
    return mapping?.missing.length === 0 ? mapping.columns.length : null
  } catch (error) {
    if (error instanceof WorkbookDamaged) return null
    throw error
  }
}

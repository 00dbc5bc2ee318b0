import type { AgreementSource } from '@utfall/contracts'
import { masked } from '../masking.ts'
import { CARD_HEADERS } from '../xlsx/card.ts'
import { layoutIn } from '../xlsx/card-layout.ts'
import type { CardLayout } from '../xlsx/card-layout.ts'
import { ArchiveDamaged } from '../xlsx/archive.ts'
import { isOfficeContainer, workbookParts } from '../xlsx/container.ts'
import { HEADING_ROWS, headingIn } from '../xlsx/heading.ts'
import { readCard } from '../xlsx/read-card.ts'
import { readTable } from '../xlsx/read-table.ts'
import type { SheetRow } from '../xlsx/sheet.ts'
import { sheetOf } from '../xlsx/sheets.ts'
import { nothingStaged } from '../xlsx/stage.ts'
import { firstRows, openWorkbook } from '../xlsx/workbook.ts'
import type { Workbook } from '../xlsx/workbook.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'

/**
 * Excel workbooks: a dataset, or one of the attendance cards of Göteborg and Stockholm, on the sheet named as the dataset
 * or on the first. Takes every ZIP, to say what else it is.
 */
export const xlsxReader: Reader = { format: 'xlsx', recognises: isOfficeContainer, read, unfit }

async function unfit({ file }: Pick<ReadingRequest, 'file'>): Promise<ReadingFault | null> {
  const looked = await inWorkbook(file, async (workbook) => {
    const [sheet] = workbook.sheets
    return sheet === undefined ? [] : await firstRows(workbook, sheet, HEADING_ROWS)
  })
  return 'rule' in looked ? looked : null
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, source } = request
  const reading = await inWorkbook(file, (workbook) => readSheet(request, workbook))
  return 'rule' in reading ? nothingStaged(source, 'xlsx', [reading]) : reading
}

async function readSheet(request: ReadingRequest, workbook: Workbook): Promise<Reading> {
  const { source } = request
  const chosen = await sheetFor(source, workbook)
  if (chosen === undefined) return nothingStaged(source, 'xlsx', [{ rule: 'file_empty', line: null }])
  const { sheet, first, layout } = chosen
  const reading = layout
    ? await readCard(request, workbook, sheet, first, layout)
    : await readTable(request, workbook, sheet, first)
  return { ...reading, faults: [...reading.faults, ...unread(workbook.sheets, sheet)] }
}

/** Sheets that are looked at besides the one that should be it. */
const MOST_OTHERS = 30

/** A sheet with its first rows, and the layout of the card that it is. */
interface ChosenSheet {
  readonly sheet: string
  readonly first: readonly SheetRow[]
  readonly layout: CardLayout | undefined
}

/**
 * The sheet named as the dataset, or else the first; where that lacks a column that must be there, the first of the
 * others that has them all. Undefined where the workbook shows no sheet.
 */
async function sheetFor(source: AgreementSource, workbook: Workbook): Promise<ChosenSheet | undefined> {
  const named = sheetOf(source.dataset, workbook.sheets)
  if (named === undefined) return undefined
  const others = workbook.sheets.filter((sheet) => sheet !== named).slice(0, MOST_OTHERS)
  const looked: ChosenSheet[] = []
  for (const sheet of [named, ...others]) {
    const first = await firstRows(workbook, sheet, HEADING_ROWS)
    const layout = source.dataset === 'attendance' ? layoutIn(first) : undefined
    looked.push({ sheet, first, layout })
    if (layout || headingIn(first, source)?.mapping.missing.length === 0) return looked.at(-1)
  }
  return looked[0]
}

/** Opens a workbook for as long as the work takes; a fault where it cannot be read to its end. */
async function inWorkbook<Result>(
  file: string,
  work: (workbook: Workbook) => Promise<Result>,
): Promise<Result | ReadingFault> {
  const parts = await workbookParts(file)
  if ('rule' in parts) return parts
  try {
    const workbook = await openWorkbook(file, parts)
    return await work(workbook).finally(() => workbook.close())
  } catch (error) {
    if (error instanceof ArchiveDamaged) return { rule: 'workbook_damaged', line: null }
    throw error
  }
}

function unread(names: readonly string[], sheet: string): ReadingFault[] {
  const others = names.filter((name) => name !== sheet).map(masked)
  return others.length > 0 ? [{ rule: 'sheets_not_read', line: null, detail: others.join(', ') }] : []
}

/** How many fields of the source's dataset the workbook names; null where one that is required is missing. */
export async function knownInWorkbook(file: string, source: AgreementSource): Promise<number | null> {
  const known = await inWorkbook(file, async (workbook) => {
    const chosen = await sheetFor(source, workbook)
    if (chosen === undefined) return null
    if (chosen.layout) return Object.keys(CARD_HEADERS).length
    const mapping = headingIn(chosen.first, source)?.mapping
    return mapping?.missing.length === 0 ? mapping.columns.length : null
  })
  return typeof known === 'number' ? known : null
}

/** The first rows of the first sheet, `most` of them, for a look at what it may be; none where it cannot be read. */
export async function sheetSample(file: string, most: number): Promise<string[][]> {
  const rows = await inWorkbook(file, async (workbook) => {
    const [sheet] = workbook.sheets
    return sheet === undefined ? [] : await firstRows(workbook, sheet, most)
  })
  return 'rule' in rows ? [] : rows.map(({ cells }) => [...cells])
}

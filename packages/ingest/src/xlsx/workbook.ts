import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ArchiveDamaged, unpacked } from './archive.ts'
import type { Entry } from './archive.ts'
import { relationsOf, startRelations, startSheets } from './parts.ts'
import type { Relation } from './parts.ts'
import { startSharedTexts } from './shared-texts.ts'
import { rowsIn } from './sheet.ts'
import type { SheetRow } from './sheet.ts'
import { startStyles } from './styles.ts'
import { parseWhole, parsed } from './xml.ts'
import type { XmlSink } from './xml.ts'

/** An open workbook, whose sheets are read from the file a piece at a time. */
export interface Workbook {
  /** The names of the sheets that the sender sees, in their order. */
  readonly sheets: readonly string[]
  /** The rows of a sheet one by one. Throws `ArchiveDamaged` where the sheet is cut off, at the latest at its end. */
  readonly rows: (sheet: string) => AsyncGenerator<SheetRow>
  readonly close: () => Promise<void>
}

/** Reads what all sheets share. The archive's list of contents is looked through already: see `container.ts`. */
export async function openWorkbook(file: string, entries: ReadonlyMap<string, Entry>): Promise<Workbook> {
  const handle = await open(file)
  try {
    return await workbookIn(handle, entries)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function workbookIn(handle: FileHandle, entries: ReadonlyMap<string, Entry>): Promise<Workbook> {
  const part = (path: string): AsyncGenerator<Buffer> => {
    const entry = entries.get(path)
    if (entry === undefined) throw new ArchiveDamaged(`No ${path}`)
    return unpacked(handle, entry)
  }
  const read = async <Sink extends XmlSink>(path: string | undefined, sink: Sink): Promise<Sink> => {
    if (path !== undefined) await parseWhole(part(path), sink)
    return sink
  }
  const relations = async (of: string) => (await read(relationsOf(of), startRelations(of))).relations
  const main = targetOf(await relations(''), 'officeDocument') ?? 'xl/workbook.xml'
  const links = await relations(main)
  const { sheets, from1904 } = await read(main, startSheets())
  const { texts } = await read(targetOf(links, 'sharedStrings'), startSharedTexts())
  const { isMoment } = await read(targetOf(links, 'styles'), startStyles())
  return {
    sheets: sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    rows: (sheet) => {
      const id = sheets.find(({ name }) => name === sheet)?.id
      const path = links.find((link) => link.id === id)?.target ?? ''
      return rowsIn((sink) => parsed(part(path), sink), { texts, isMoment, from1904: from1904() })
    },
    close: () => handle.close(),
  }
}

function targetOf(links: readonly Relation[], kind: string): string | undefined {
  return links.find(({ type }) => type === kind)?.target
}

/** Those of the first rows of a sheet, `most` of them, that hold anything. */
export async function firstRows({ rows }: Workbook, sheet: string, most: number): Promise<SheetRow[]> {
  const first: SheetRow[] = []
  for await (const row of rows(sheet)) {
    if (row.line > most) break
    first.push(row)
  }
  return first
}

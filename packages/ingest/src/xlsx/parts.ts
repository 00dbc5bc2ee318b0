import { posix } from 'node:path'
import type { XmlSink } from './xml.ts'

/** What a part of a workbook refers to. */
export interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `sharedStrings`. */
  readonly type: string
  /** Path in the archive. */
  readonly target: string
}

/** Where the relations of a part are; those of the workbook as a whole for the empty path. */
export function relationsOf(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)
}

/** Collects the relations of a part: targets are relative to its folder. */
export function startRelations(path: string): XmlSink & { readonly relations: readonly Relation[] } {
  const relations: Relation[] = []
  return {
    relations,
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return
      const from = target.startsWith('/') ? '' : posix.dirname(path)
      relations.push({ id, type: posix.basename(type), target: posix.join(from, target).replace(/^\//, '') })
    },
  }
}

export interface SheetEntry {
  readonly name: string
  /** Of its relation. */
  readonly id: string
  readonly hidden: boolean
}

/** Collects out of `workbook.xml` the sheets, and whether days are counted from 1904. */
export function startSheets(): XmlSink & {
  readonly sheets: readonly SheetEntry[]
  readonly from1904: () => boolean
} {
  const sheets: SheetEntry[] = []
  let late = false
  return {
    sheets,
    from1904: () => late,
    open: (element, attributes) => {
      if (element === 'workbookPr') late = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const hidden = /hidden/i.test(attributes.state ?? '')
      sheets.push({ name: attributes.name ?? '', id, hidden })
    },
  }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TABLES, columnsOf } from '@utfall/contracts'
import type { Manifest, TableName } from '@utfall/contracts'
import { tableFromIPC } from 'apache-arrow'
import { z } from 'zod'
import { damaged, isAsPublished, manifestIn } from '../publication/manifest-file.ts'
import type { Cell } from '../publication/cells.ts'
import { describeTable } from '../publication/published-table.ts'
import type { TableDescription } from '../publication/published-table.ts'

/** The manifest of a publication. Throws `ExpectedFault` where there is none that can be read. */
export function readManifest(folder: string): Manifest {
  const manifest = manifestIn(folder)
  if (manifest === null) throw damaged(join(folder, 'manifest.json'))
  return manifest
}

export type Row = Readonly<Record<string, Cell>>

export interface TableOfRows extends TableDescription {
  readonly rows: readonly Row[]
}

/** The rows of one table. Throws `ExpectedFault` where the file is not the one that was published. */
export function readPublishedTable(folder: string, manifest: Manifest, name: TableName): TableOfRows {
  const vectors = tableFromIPC(readPublishedFile(folder, manifest, `${name}.arrow`))
  const dates = columnsOf(TABLES[name]).filter(({ type }) => type === 'date')
  const rows = vectors.toArray().map((row) => {
    const cells: Record<string, unknown> = { ...row?.toJSON() }
    for (const { name: date } of dates) cells[date] = isoDay(cells[date])
    return cells
  })
  return { ...describeTable(name), rows: z.array(TABLES[name]).parse(rows) }
}

/** A JSON file of the publication, as `schema` has it. */
export function readPublishedJson<Schema extends z.ZodType>(
  folder: string,
  manifest: Manifest,
  path: string,
  schema: Schema,
): z.infer<Schema> {
  return schema.parse(JSON.parse(readPublishedFile(folder, manifest, path).toString('utf8')))
}

function readPublishedFile(folder: string, manifest: Manifest, path: string): Buffer {
  const file = join(folder, path)
  if (!isAsPublished(folder, manifest, path)) throw damaged(file)
  return readFileSync(file)
}

/** Arrow gives a day as the milliseconds of its first instant in UTC. */
const isoDay = (value: unknown) =>
  typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value

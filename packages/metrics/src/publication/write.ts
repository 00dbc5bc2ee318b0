import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { Manifest } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { findCorrections } from '../corrections/find.ts'
import { contextFigures } from './context.ts'
import { dataPackage } from './data-package.ts'
import { publishedAgreements, publishedIndicators, withReads } from './definitions.ts'
import type { Definition } from './definitions.ts'
import { currentId, layDraft, release, unfinishedFolder } from './folder.ts'
import type { Written } from './folder.ts'
import type { Kept } from './kept.ts'
import { manifestIn } from './manifest-file.ts'
import { provenance } from './provenance.ts'
import type { Provenance } from './provenance.ts'
import { TABLE_NAMES, takePublishedTable } from './published-table.ts'
import type { PublishedTable } from './published-table.ts'
import { writeCsvMetadata, writeForms } from './table-files.ts'
import { sha256, writeJson } from './written-file.ts'
import type { WrittenFile } from './written-file.ts'

export interface Writing {
  readonly connection: DuckDBConnection
  /** The folder of all publications. */
  readonly publications: string
  readonly agreements: readonly Agreement[]
  readonly definitions: readonly Definition[]
  readonly asOf: string
  readonly note: string | null
  readonly now: Date
  /** Name and version of the program. */
  readonly program: string
  /** Of all that the figures are counted from. */
  readonly basis?: string
  /** What is not in the working tables, since the current publication has it. */
  readonly kept?: Kept | null
  /** The folder of drafts, where this is to be one that no reader is shown. */
  readonly drafts?: string
  /** What must stand before anyone can read the publication. Where it throws, nothing of the draft stays. */
  readonly beforeRelease?: (draft: Draft) => Promise<void>
}

/** A publication that is written in full, in a folder that no reader is shown. */
export interface Draft {
  readonly id: string
  readonly folder: string
}

/** Writes the working tables as a publication and makes it the current one. */
export async function writePublication(writing: Writing): Promise<Written> {
  const { connection, publications, agreements, asOf, note, now, program, kept } = writing
  const previous = currentId(publications)
  const origin = await provenance(connection, agreements, kept)
  const tables = await takeTables(writing, previous, origin)

  const folder = unfinishedFolder(publications)
  return orNothing(folder, async () => {
    const content = await writeContents(writing, folder, tables)
    if (previous !== null && saysTheSame(manifestIn(join(publications, previous)), content, asOf, note)) {
      rmSync(folder, { recursive: true })
      return { id: previous, folder: join(publications, previous), changed: false }
    }

    const id = publicationId(now, sha256(JSON.stringify({ asOf, note, content })))
    const files = [...content, ...tables.flatMap((table) => writeCsvMetadata(folder, table))]
    const description = writeJson(folder, 'datapackage.json', describe(id, asOf, origin, tables, files))
    const manifest: Manifest = {
      id,
      created: now.toISOString(),
      as_of: asOf,
      previous,
      note,
      program,
      ...origin,
      basis: writing.basis,
      files: [...files, description],
    }
    writeJson(folder, 'manifest.json', Manifest.parse(manifest))
    await writing.beforeRelease?.({ id, folder })
    const laid =
      writing.drafts === undefined ? release(publications, folder, id) : layDraft(writing.drafts, folder, id)
    return { id, folder: laid, changed: true }
  })
}

/** What a full disk or an objection stops leaves nothing behind. */
async function orNothing(folder: string, work: () => Promise<Written>): Promise<Written> {
  try {
    return await work()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Every table as it is published. Corrections come last: they compare results with those of the predecessor. */
async function takeTables(
  { connection, publications, agreements, definitions, asOf, note, program, kept }: Writing,
  previous: string | null,
  origin: Provenance,
): Promise<PublishedTable[]> {
  const tables: PublishedTable[] = []
  for (const name of TABLE_NAMES) {
    if (name === CORRECTIONS && previous !== null) {
      const folder = join(publications, previous)
      const coming = { ...origin, as_of: asOf, note, program }
      await findCorrections(connection, folder, coming, { agreements, definitions })
    }
    tables.push(await takePublishedTable(connection, name, kept))
  }
  return tables
}

/** What makes two publications the same or not: tables, definitions and agreements. */
async function writeContents(
  { connection, definitions, agreements }: Writing,
  folder: string,
  tables: readonly PublishedTable[],
): Promise<WrittenFile[]> {
  const files: WrittenFile[] = []
  for (const table of tables) files.push(...(await writeForms(connection, folder, table)))
  files.push(
    writeJson(
      folder,
      'indicators.json',
      publishedIndicators(await withReads(connection, definitions), agreements),
    ),
    writeJson(folder, 'agreements.json', publishedAgreements(agreements, await contextFigures(connection))),
  )
  return files
}

const CORRECTIONS = 'corrections'

/**
 * A publication whose manifest cannot be read says nothing: it is time for a new one. Corrections say what
 * separates a publication from the one before it, and nothing of its own.
 */
function saysTheSame(
  current: Manifest | null,
  content: readonly WrittenFile[],
  asOf: string,
  note: string | null,
): boolean {
  if (current === null) return false
  const published = new Map(current.files.map(({ path, sha256: hash }) => [path, hash]))
  return (
    current.as_of === asOf &&
    (note === null || note === current.note) &&
    content.every(({ path, sha256: hash }) => path.startsWith(CORRECTIONS) || published.get(path) === hash)
  )
}

/** `20261104T101500Z-1a2b3c4d`: when it was made, to the second in UTC, and a hash of what it says. */
function publicationId(now: Date, hash: string): string {
  return `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${hash.slice(0, 8)}`
}

function describe(
  id: string,
  asOf: string,
  { deliveries }: Provenance,
  tables: readonly PublishedTable[],
  files: readonly WrittenFile[],
) {
  return dataPackage({
    name: `utfall-${id.toLowerCase()}`,
    title: `Utfall, uppgifter till och med ${asOf}`,
    version: id,
    sources: [...new Set(deliveries.map(({ sender, source }) => `${sender}: ${source}`))].toSorted(),
    tables,
    files,
  })
}

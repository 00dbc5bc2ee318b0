import { Manifest, PublishedAgreements, PublishedIndicators, ResultRow, TABLES } from '@utfall/contracts'
import type {
  CorrectionRow,
  CostRow,
  CurveRow,
  GoalRow,
  PublishedAgreement,
  PublishedIndicator,
  QualityRow,
  TableName,
  TransitionRow,
  WaterfallRow,
} from '@utfall/contracts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { readTable } from './table.ts'

/** One publication, whole and checked, in memory. It never changes. */
export interface Publication {
  readonly folder: string
  readonly manifest: Manifest
  /** Whether it is not released, and shown only to those who may see drafts. */
  readonly isDraft: boolean
  readonly agreements: readonly PublishedAgreement[]
  /** Each indicator in its newest version. */
  readonly indicators: ReadonlyMap<string, PublishedIndicator>
  /** Every version of one indicator, the newest first. */
  readonly versions: (indicator: string) => readonly PublishedIndicator[]
  /**
   * All results of one indicator in one agreement, in published order: each period by the newest definition that
   * it was counted by. Where the version changes from one period to the next, the course has a break.
   */
  readonly results: (agreement: string, indicator: string) => readonly ResultRow[]
  /** The place of a result among all that are published, from 0; the same in every form of the table. */
  readonly placeOf: (row: ResultRow) => number
  readonly goals: readonly GoalRow[]
  readonly quality: readonly QualityRow[]
  readonly costs: readonly CostRow[]
  /** Empty in a publication from before the table was published, as are the three below. */
  readonly waterfalls: readonly WaterfallRow[]
  readonly transitions: readonly TransitionRow[]
  readonly curves: readonly CurveRow[]
  readonly corrections: readonly CorrectionRow[]
}

/** What a publication's id may look like, and hence which folders a reader can ask for. */
export const PUBLICATION_ID = /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/

/**
 * Reads the publication in `folder`, which bears its id.
 * Throws when a file is missing, is not what the manifest says, or breaks its contract.
 */
export async function readPublication(folder: string, id: string, isDraft = false): Promise<Publication> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  if (manifest.id !== id) throw new Error(`manifest.json speaks of ${manifest.id}, the folder is ${id}`)

  const files = await verifiedFiles(folder, manifest)
  const file = (path: string): Uint8Array => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`manifest.json does not list ${path}`)
    return bytes
  }
  const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)))
  const since = <Row extends z.ZodObject>(table: TableName, schema: Row): z.infer<Row>[] =>
    files.has(`${table}.arrow`) ? readTable(file(`${table}.arrow`), schema) : []
  const results = readTable(file('results.arrow'), ResultRow)
  const places = new Map(results.map((row, place) => [row, place]))
  const versions = PublishedIndicators.parse(json('indicators.json')).toSorted(
    (a, b) => a.version - b.version,
  )

  return {
    folder,
    manifest,
    isDraft,
    agreements: PublishedAgreements.parse(json('agreements.json')),
    indicators: new Map(versions.map((indicator) => [indicator.id, indicator])),
    versions: (indicator) => versions.filter((each) => each.id === indicator).toReversed(),
    results: byIndicator(results),
    placeOf: (row) => places.get(row) ?? -1,
    goals: readTable(file('goals.arrow'), TABLES.goals),
    quality: readTable(file('quality.arrow'), TABLES.quality),
    costs: readTable(file('costs.arrow'), TABLES.costs),
    waterfalls: since('waterfalls', TABLES.waterfalls),
    transitions: since('transitions', TABLES.transitions),
    curves: since('curves', TABLES.curves),
    corrections: since('corrections', TABLES.corrections),
  }
}

async function verifiedFiles(folder: string, manifest: Manifest): Promise<Map<string, Uint8Array>> {
  const entries = await Promise.all(
    manifest.files.map(async ({ path, sha256 }) => {
      if (path.split(/[/\\]/).includes('..')) throw new Error(`${path} lies outside the publication`)
      const bytes = await readFile(join(folder, path))
      const found = createHash('sha256').update(bytes).digest('hex')
      if (found !== sha256) throw new Error(`${path} has SHA-256 ${found}; the manifest says ${sha256}`)
      return [path, bytes] as const
    }),
  )
  return new Map(entries)
}

const key = (agreement: string, indicator: string): string => `${agreement}/${indicator}`

function byIndicator(rows: readonly ResultRow[]): Publication['results'] {
  const groups = Map.groupBy(rows, (row) => key(row.agreement, row.indicator))
  for (const [of, group] of groups) groups.set(of, newestDefinition(group))
  return (agreement, indicator) => groups.get(key(agreement, indicator)) ?? []
}

function newestDefinition(rows: readonly ResultRow[]): ResultRow[] {
  const newest = new Map<string, number>()
  for (const row of rows) {
    newest.set(periodKey(row), Math.max(row.definition_version, newest.get(periodKey(row)) ?? 0))
  }
  return rows.filter((row) => row.definition_version === newest.get(periodKey(row)))
}

const periodKey = ({ period_type, period }: ResultRow): string => `${period_type} ${period}`

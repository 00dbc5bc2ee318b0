import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { z } from 'zod'
import { readCsv } from './csv.ts'
import {
  Codebook,
  CostItem,
  CurvePoint,
  Delivery,
  Figure,
  FlowStep,
  Goal,
  QualityRow,
  Terms,
  Transition,
} from './publication.ts'
import type { Publication, PublicationFacts } from './publication.ts'
import { piecesOf, textOf } from './table-pieces.ts'
import type { TablePieces } from './table-pieces.ts'

/** A publication whose tables are not read yet. */
export interface PublicationFiles extends PublicationFacts {
  /** By name; older publications may not have all of them. */
  readonly tables: ReadonlyMap<Table, TablePieces>
}

const TABLES = ['results', 'waterfalls', 'transitions', 'curves', 'goals', 'costs', 'quality'] as const
type Table = (typeof TABLES)[number]

const Manifest = z.object({
  id: z.string(),
  created: z.string(),
  as_of: z.iso.date(),
  deliveries: z.array(Delivery).default([]),
})

/** Opens the publication in a folder. Throws `ExpectedFault` where a file of it cannot be read. */
export const openPublication = (folder: string): PublicationFiles => readable(folder, () => filesIn(folder))

function filesIn(folder: string): PublicationFiles {
  const { id, created, as_of: asOf, deliveries } = Manifest.parse(jsonIn(folder, 'manifest.json'))
  const indicators = z.array(Codebook).parse(jsonIn(folder, 'indicators.json'))
  const tables = TABLES.map((name) => [name, join(folder, `${name}.csv`)] as const)
  return {
    id,
    folder,
    created,
    asOf,
    deliveries,
    agreements: z.array(Terms).parse(jsonIn(folder, 'agreements.json')),
    indicators: new Map(indicators.map((each) => [each.id, each])),
    tables: new Map(
      tables.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, piecesOf(file)]),
    ),
  }
}

/** The agreements that any table speaks of, or that the publication has the terms of. */
export function agreementsIn({ agreements, tables }: PublicationFiles): string[] {
  const spokenOf = [...tables.values()].flatMap(({ of }) => [...of.keys()])
  return [...new Set([...agreements.map(({ id }) => id), ...spokenOf])]
}

/**
 * Reads what a publication says of one agreement: what it says of others is no help, and there may be much of it.
 * Throws as `openPublication` does.
 */
export function readPublication(files: PublicationFiles, agreement: string): Publication {
  const { tables, deliveries, ...facts } = files
  const table = <Row extends z.ZodType>(name: Table, row: Row) => {
    const pieces = tables.get(name)
    if (pieces === undefined) return []
    return readable(pieces.file, () => z.array(row).parse(readCsv(textOf(pieces, agreement))))
  }
  return {
    ...facts,
    deliveries: deliveries.filter((delivery) => delivery.agreement === agreement),
    results: table('results', Figure),
    waterfalls: table('waterfalls', FlowStep),
    transitions: table('transitions', Transition),
    curves: table('curves', CurvePoint),
    goals: table('goals', Goal),
    costs: table('costs', CostItem),
    quality: table('quality', QualityRow),
  }
}

/** Folders of all finished publications beside one another, the oldest first. Throws as `openPublication` does. */
export function publicationFolders(publications: string): string[] {
  return readdirSync(publications, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(publications, name))
    .filter((folder) => existsSync(join(folder, 'manifest.json')))
    .map((folder) => ({ folder, created: readable(folder, () => createdOf(folder)) }))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1))
    .map(({ folder }) => folder)
}

const createdOf = (folder: string) => Manifest.parse(jsonIn(folder, 'manifest.json')).created

/** What readers have of a publication is known only where its files are whole: without it nothing is proved. */
function readable<Read>(place: string, read: () => Read): Read {
  try {
    return read()
  } catch {
    throw new ExpectedFault(
      'publication_unreadable',
      {
        sv: `Publikationen går inte att läsa (${place}), så det går inte att pröva vad som kan räknas fram med den. Lägg tillbaka dess filer ur en säkerhetskopia, eller flytta undan mappen och försök igen.`,
        en: `The publication cannot be read (${place}), so what can be worked out with it cannot be tried. Put back its files from a backup, or move the folder away and try again.`,
      },
      EXIT_STATUS.wrongUse,
    )
  }
}

function jsonIn(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Agreement } from '@utfall/contracts'
import type { DatasetName, Receipt } from '@utfall/contracts'
import { homeAt, openWarehouse } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { ingest } from './ingest.ts'
import type { IngestRequest } from './request.ts'

/** The day that trials are run on. */
const TODAY = new Date('2026-11-21T10:00:00Z')

type SourceChanges = Partial<Agreement['sources'][number]>

/** An agreement with one source for each of the named datasets, whose files lie in a folder of the dataset's name. */
export function trialAgreement(
  sources: Partial<Record<DatasetName, SourceChanges>>,
  changes: Partial<Agreement> = {},
): Agreement {
  const agreement = Agreement.parse({
    id: 'trial',
    title: 'Trial',
    municipality: { code: '0163', name: 'Sollentuna kommun' },
    association: { name: 'Föreningen' },
    period: { start: '2025-01-01', end: '2027-12-31' },
    activities: [
      { id: 'motesplats', name: 'Mötesplats' },
      { id: 'kurs', name: 'Kurs' },
    ],
    sources: Object.entries(sources).map(([dataset, change]) => ({
      id: dataset,
      sender: 'Föreningen',
      dataset,
      files: `${dataset}/*`,
      ...change,
    })),
  })
  return { ...agreement, ...changes }
}

/** A warehouse of its own, and a folder to put deliveries in. */
export interface Trial {
  readonly home: Home
  readonly warehouse: Warehouse
  readonly deliveries: string
  /** Writes a file among the deliveries; its absolute path. */
  readonly write: (path: string, content: string | Uint8Array) => string
  readonly run: (agreement: Agreement, changes?: Partial<IngestRequest>) => Promise<Receipt[]>
  /** Writes one file and ingests it by name. */
  readonly deliver: (
    agreement: Agreement,
    path: string,
    content: string | Uint8Array,
    changes?: Partial<IngestRequest>,
  ) => Promise<Receipt>
  readonly rows: (sql: string) => Promise<unknown[]>
  readonly end: () => void
}

export async function startTrial(): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-ingest-'))
  const home = homeAt(join(folder, 'home'))
  const deliveries = join(folder, 'deliveries')
  const warehouse = await openWarehouse(home)
  const write = (path: string, content: string | Uint8Array) => {
    const file = join(deliveries, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    return file
  }
  const run = (agreement: Agreement, changes: Partial<IngestRequest> = {}) =>
    ingest({
      warehouse,
      home,
      agreements: [{ agreement, deliveries }],
      files: [],
      accept: false,
      dryRun: false,
      now: TODAY,
      progress: () => {},
      ...changes,
    })
  return {
    home,
    warehouse,
    deliveries,
    write,
    run,
    deliver: async (agreement, path, content, changes) => {
      const [receipt] = await run(agreement, { files: [write(path, content)], ...changes })
      if (receipt === undefined) throw new Error('No receipt')
      return receipt
    },
    rows: async (sql) => (await warehouse.connection.runAndReadAll(sql)).getRowObjectsJson(),
    end: () => {
      warehouse.close()
      rmSync(folder, { recursive: true })
    },
  }
}

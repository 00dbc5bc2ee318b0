import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { Agreement } from '@utfall/contracts'
import { homeAt, openWarehouse, runScript, sqlBeside } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import type { Definition } from './definitions.ts'
import type { Writing } from './write.ts'

const EXAMPLE_AGREEMENT: Agreement = Agreement.parse({
  id: 'example',
  title: 'Exemplet',
  municipality: { code: '0163', name: 'Sollentuna kommun' },
  association: { name: 'Föreningen "Åkern"; ett exempel' },
  period: { start: '2024-09-01', end: '2027-08-31' },
  activities: [{ id: 'motesplats', name: 'Mötesplats' }],
  sources: [{ id: 'narvaro', sender: 'Åkern', dataset: 'attendance', files: '*.csv', replaces: 'period' }],
})

const EXAMPLE_DEFINITIONS: readonly Definition[] = [
  {
    header: {
      id: 'unique_participants',
      version: 1,
      kind: 'count',
      unit: 'people',
      counts: 'people',
      title: { sv: 'Unika deltagare', en: 'Unique participants' },
      definition: { sv: 'Antal personer som deltog.', en: 'Number of people who took part.' },
      numerator: { sv: 'personer som var närvarande', en: 'people who were present' },
      placed_by: { sv: 'dagen för närvaron', en: 'the day of attendance' },
      better: 'higher',
      breakdowns: ['total', 'district'],
    },
    sql: 'from participation',
  },
]

export interface Example {
  readonly home: Home
  readonly warehouse: Warehouse
  readonly connection: DuckDBConnection
  readonly writing: Writing
}

/** For tests: a warehouse whose working tables are filled, with texts that try to break a CSV file. */
export async function openExample(): Promise<Example> {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-publication-')))
  const warehouse = await openWarehouse(home)
  const { connection } = warehouse
  for (const script of ['../sql/working_tables.sql', './example.sql']) {
    await runScript(connection, sqlBeside(import.meta.url, script))
  }
  const writing = {
    connection,
    publications: home.publications,
    agreements: [EXAMPLE_AGREEMENT],
    definitions: EXAMPLE_DEFINITIONS,
    asOf: '2025-08-31',
    note: null,
    now: new Date('2025-09-15T08:30:00.000Z'),
    program: 'utfall 0.0.0',
  }
  return { home, warehouse, connection, writing }
}

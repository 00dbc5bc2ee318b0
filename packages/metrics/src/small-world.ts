import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agreement } from '@utfall/contracts'
import { homeAt, openWarehouse, queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { z } from 'zod'
import { countPeople } from './count.ts'
import { preparePeriods } from './periods.ts'
import { readRegistry } from './registry.ts'

/** Worlds small enough to count by hand, in a real warehouse. Only tests use them. */

type Row = Record<string, string | number | null | readonly string[]>
export type Deliveries = Partial<
  Record<
    'attendance' | 'headcount' | 'engagements' | 'participants' | 'statuses' | 'memberships' | 'surveys',
    Row[]
  >
> & { person?: Row[]; quarantine?: Row[]; delivery?: Row[] }

/** A pseudonym, the same for the same name. */
export function someone(name: string): string {
  const hex = createHash('md5').update(name).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** An agreement of three years from 1 March 2025, with one activity for each counting rule. */
export function agreementOf(terms: Record<string, unknown> = {}): Agreement {
  return Agreement.parse({
    id: 'park',
    title: 'Parken',
    municipality: { code: '0163', name: 'Sollentuna kommun' },
    association: { name: 'Föreningen Parken', organisation_number: '802400-1234' },
    period: { start: '2025-03-01', end: '2028-02-29' },
    activities: [
      { id: 'cafe', name: 'Kafé', identification: 'mixed', counting_rule: 'once_per_day' },
      { id: 'course', name: 'Kurs', counting_rule: 'every_visit' },
      { id: 'day-centre', name: 'Dagverksamhet', counting_rule: 'forenoon_afternoon' },
      { id: 'sports', name: 'Idrott', counting_rule: 'lok' },
    ],
    sources: ['participants', 'attendance', 'headcount', 'engagements', 'statuses', 'surveys'].map(
      (dataset) => ({
        id: dataset,
        sender: 'Föreningen Parken',
        dataset,
        files: `${dataset}/*.csv`,
        replaces: 'rows',
      }),
    ),
    ...terms,
  })
}

const COMMON: Row = { agreement: 'park', delivery: 1 }
const DEFAULTS: Readonly<Record<string, Row>> = {
  participants: { source_id: 'participants', known_from: '2025-03-01' },
  attendance: { source_id: 'attendance', activity: 'course', attendance: 'present', role: 'participant' },
  headcount: { source_id: 'headcount', activity: 'cafe' },
  engagements: { source_id: 'engagements' },
  statuses: { source_id: 'statuses' },
  memberships: { source_id: 'memberships' },
  surveys: { source_id: 'surveys', instrument: 's-gse' },
  delivery: {
    sender: '',
    file: '',
    sha256: '',
    bytes: 0,
    format: 'csv',
    received: '2025-01-01 00:00:00',
    rule_set: '1',
    verdict: 'approved',
    rows_read: 0,
    rows_new: 0,
    rows_changed: 0,
    rows_unchanged: 0,
    rows_duplicate: 0,
    rows_quarantined: 0,
    rows_removed: 0,
    replaces: 'rows',
  },
  quarantine: { line: 1, rules: [], cells: '{}' },
  person: { kind: 'personal', agreement: null, delivery: null },
}

export async function openWorld(): Promise<Warehouse> {
  return openWarehouse(homeAt(mkdtempSync(join(tmpdir(), 'utfall-world-'))))
}

/** Puts rows into the warehouse's tables; `person` is a name, and columns that all share may be left out. */
export async function deliver({ connection }: Warehouse, deliveries: Deliveries): Promise<void> {
  for (const [table, rows] of Object.entries(deliveries)) {
    const columns = await queryRows(
      connection,
      z.object({ name: z.string(), type: z.string() }),
      `select column_name as name, column_type as type from (describe ${table})`,
    )
    const shape = Object.fromEntries(
      columns.map(({ name, type }) => [name, type.endsWith('[]') ? ['VARCHAR'] : type]),
    )
    const whole = rows.map((row, index) => ({
      line: index + 1,
      ...COMMON,
      ...(table === 'delivery' ? { delivery: index + 1 } : {}),
      ...DEFAULTS[table],
      ...row,
      ...(row['person'] === undefined || row['person'] === null
        ? {}
        : { person: someone(String(row['person'])) }),
    }))
    await connection.run(
      `insert into ${table} by name select unnest(from_json($rows, $shape), recursive := true)`,
      { rows: JSON.stringify(whole), shape: JSON.stringify([shape]) },
    )
  }
}

const FOLDER = fileURLToPath(new URL('../indicators', import.meta.url))

/** Counts every indicator of people and events, or only those that are named, before disclosure control. */
export async function count(
  { connection }: Warehouse,
  agreements: readonly Agreement[],
  asOf: string,
  only?: readonly string[],
): Promise<void> {
  const { indicators, faults } = readRegistry([FOLDER])
  const looked = indicators.filter(({ header }) => only?.includes(header.id) ?? true)
  await preparePeriods(connection, agreements, asOf)
  await countPeople(connection, { indicators: looked, faults }, asOf)
}

const Figure = z.object({
  agreement: z.string(),
  indicator: z.string(),
  period_type: z.string(),
  period: z.string(),
  period_start: z.string(),
  period_end: z.string(),
  complete: z.boolean(),
  breakdown: z.string(),
  category: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unknown: z.number().nullable(),
  excluded: z.number().nullable(),
  ci_low: z.number().nullable(),
  ci_high: z.number().nullable(),
  lower_bound: z.number().nullable(),
  upper_bound: z.number().nullable(),
  target: z.number().nullable(),
  goal: z.string().nullable(),
  trust: z.string().nullable(),
  status: z.string(),
  note: z.string(),
  people: z.number().nullable(),
  smallest_part: z.number().nullable(),
})
export type Figure = z.infer<typeof Figure>

/** The figures of `result` as they stand, in a fixed order. */
export async function figures({ connection }: Warehouse, where = 'true'): Promise<Figure[]> {
  return queryRows(
    connection,
    Figure,
    `from result where ${where} order by agreement, indicator, period, breakdown, category`,
  )
}

/** One figure's row. */
export async function figureOf(
  warehouse: Warehouse,
  indicator: string,
  period: string,
  category = '',
  breakdown = category === '' ? 'total' : 'activity',
): Promise<Figure> {
  const [only] = await figures(
    warehouse,
    `indicator = '${indicator}' and period = '${period}' and breakdown = '${breakdown}' and category = '${category}'`,
  )
  if (only === undefined) throw new Error(`No figure ${indicator} ${period} ${breakdown} ${category}`)
  return only
}

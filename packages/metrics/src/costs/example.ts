import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agreement } from '@utfall/contracts'
import { homeAt, literal, openWarehouse, queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { preparePeriods } from '../periods.ts'
import { countedApart } from '../definitions/versions.ts'
import { readRegistry } from '../registry.ts'
import { countMoney } from './count.ts'

const INDICATORS = fileURLToPath(new URL('../../indicators/', import.meta.url))

/** An agreement of three years with three activities, where nothing of money is said but what the test says. */
export function agreementWith(money: Partial<z.input<typeof Agreement>> = {}): Agreement {
  return Agreement.parse({
    id: 'prov',
    title: 'Prov',
    municipality: { code: '9999', name: 'Provby kommun' },
    association: { name: 'Provföreningen' },
    period: { start: '2025-03-01', end: '2028-02-29' },
    activities: [
      { id: 'fritid', name: 'Fritid' },
      { id: 'hus', name: 'Öppet hus' },
      { id: 'kurs', name: 'Kurs' },
    ],
    sources: [
      { id: 'bok', sender: 'Provföreningen', dataset: 'costs', files: '*.se', replaces: 'period' },
      { id: 'pengar', sender: 'Provföreningen', dataset: 'funding', files: 'pengar.csv' },
    ],
    ...money,
  })
}

/** An empty warehouse that is gone when the test is over. */
export async function emptyWarehouse(): Promise<Warehouse> {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-costs-'))
  const warehouse = await openWarehouse(homeAt(folder))
  onTestFinished(() => {
    warehouse.close()
    rmSync(folder, { recursive: true })
  })
  return warehouse
}

/** A bookkeeping row's objects, as SQL: one, or none. */
export const onObject = (object: string, dimension = 6) => `[{dimension: ${dimension}, object: '${object}'}]`
export const NONE = '[]::struct(dimension integer, object varchar)[]'
/** Two projects with an activity, and one that is shared. */
export const PROJECTS = {
  costs: {
    objects: [
      { dimension: 6, object: '100', activity: 'hus' },
      { dimension: 6, object: '110', activity: 'kurs' },
      { dimension: 6, object: '190' },
    ],
    volunteer_rate: 250,
  },
}
/** Hours that shared cost is allocated by. */
export const HOURS = [
  `'activity_hours', '2025', 'activity', 'hus', 300, 300, 40, 'ok'`,
  `'activity_hours', '2025', 'activity', 'kurs', 100, 100, 12, 'ok'`,
  `'activity_hours', '2025', 'activity', 'fritid', 0, 0, 0, 'ok'`,
]

interface World {
  /** `series, period, value` of public figures. */
  readonly reference?: readonly string[]
  /** `date, amount, account, objects` of bookkeeping rows, as SQL values. */
  readonly ledger?: readonly string[]
  /** `date, amount, account, activity` of rows that are not from bookkeeping. */
  readonly costs?: readonly string[]
  /** `date, amount, kind, activity`. */
  readonly funding?: readonly string[]
  /** First and last day that delivered bookkeeping speaks of. */
  readonly booked?: readonly [string, string]
  /** `indicator, period, breakdown, category, value, numerator, people, status`, as counted before money is. */
  readonly counted?: readonly string[]
  /** People behind the smallest part of each of those. */
  readonly smallestPart?: number
}

/** Puts rows into the warehouse, counts money, and leaves `cost_item` and `result` to be asked. */
export async function countedMoney(agreements: readonly Agreement[], asOf: string, world: World = {}) {
  const { connection } = await emptyWarehouse()
  const {
    reference = [],
    ledger = [],
    costs = [],
    funding = [],
    booked,
    counted = [],
    smallestPart = null,
  } = world
  const insert = async (into: string, select: string, columns: string, values: readonly string[]) => {
    if (values.length === 0) return
    const rows = values.map((row) => `(${row})`).join(', ')
    await connection.run(
      `insert into ${into} by name select ${select} from (values ${rows}) as given (${columns})`,
    )
  }
  const owned = `'prov' as agreement, 'bok' as source_id, 1 as delivery, row_number() over () as line`
  await insert('costs', `${owned}, *`, 'date, amount, account, objects', ledger)
  await insert('costs', `${owned}, *`, 'date, amount, account, activity', costs)
  await insert('funding', `${owned}, *`, 'date, amount, kind, activity', funding)
  const series = `${owned}, '0000' as municipality, *`
  await insert('reference', series, 'series, period, value', reference)
  if (booked) {
    const scope = `${literal(booked[0])}, ${literal(booked[1])}`
    await connection.run(
      `insert into delivery values (1, 'prov', 'bok', 'Provföreningen', 'costs', 'bok.se', '', 0, 'sie', now(), 'period',
        ${scope}, '', 'approved', 0, 0, 0, 0, 0, 0, 0, null, null)`,
    )
  }
  await preparePeriods(connection, agreements, asOf)
  for (const row of counted) {
    await connection.run(
      `insert into result by name
      select given.* exclude (code), period.* exclude (last_day, outcome_day, activity_complete, period_id), 1 as definition_version,
        '' as basis, 'events' as unit, '' as note, $smallest_part::integer as smallest_part
      from (values (${row})) as given (indicator, code, breakdown, category, value, numerator, people, status)
      join period on period.period = given.code`,
      { smallest_part: smallestPart },
    )
  }
  await countMoney(connection, agreements, countedApart(readRegistry([INDICATORS])), asOf)
  return connection
}

const Item = z.object({
  period: z.string(),
  item: z.string(),
  activity: z.string(),
  amount: z.number().nullable(),
  status: z.string(),
})

/** Amounts of one period by item and activity (`cost`, `cost hus`); the status where there is none. */
export async function itemsOf(connection: Warehouse['connection'], period: string) {
  const rows = await queryRows(connection, Item, 'from cost_item where period = $period order by all', {
    period,
  })
  return Object.fromEntries(
    rows.map(({ item, activity, amount, status }) => [`${item} ${activity}`.trim(), amount ?? status]),
  )
}

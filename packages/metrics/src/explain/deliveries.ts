import type { DuckDBConnection } from '@duckdb/node-api'
import { DatasetName } from '@utfall/contracts'
import type { Agreement, Manifest } from '@utfall/contracts'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import type { Where } from './request.ts'

const LOADED = new Set(['approved', 'approved_with_remarks'])

/** What the views that an indicator may read are made from (indicators/README.md); tables are datasets themselves. */
const READ_BY: Readonly<Record<string, readonly DatasetName[]>> = {
  participation: ['attendance'],
  first_visit: ['attendance'],
  anonymous_attendance: ['attendance', 'headcount'],
  open_day: ['attendance', 'headcount'],
  enrolment: ['engagements'],
  followup: ['engagements', 'statuses'],
  first_outcome: ['engagements', 'statuses'],
  association_life: ['attendance', 'memberships', 'statuses'],
  association_life_at_start: ['attendance', 'memberships', 'statuses'],
  self_efficacy_pair: ['surveys'],
  person_known: ['participants', 'attendance'],
  money: ['costs', 'funding', 'attendance', 'headcount'],
  cost_base: ['costs', 'funding', 'attendance', 'headcount'],
  yearly_cost: ['costs', 'funding'],
  price_change: ['reference'],
  counted_figure: ['attendance', 'headcount', 'engagements'],
  goal: DatasetName.options,
}

interface Behind {
  readonly agreement: Agreement
  /** The SELECT of the indicator. */
  readonly sql: string
  readonly where: Where
  readonly first: string
  readonly last: string
}

/** Loaded deliveries of the datasets that the figure is counted from, which speak of some day from `first` to `last`. */
export async function deliveriesBehind(
  connection: DuckDBConnection,
  deliveries: Manifest['deliveries'],
  { agreement, sql, where, first, last }: Behind,
): Promise<Manifest['deliveries']> {
  const read = await datasetsRead(connection, sql, where)
  const datasetOf = new Map(agreement.sources.map(({ id, dataset }) => [id, dataset]))
  return deliveries.filter(({ source, verdict, start, end }) => {
    const dataset = datasetOf.get(source)
    return (
      LOADED.has(verdict) &&
      (start === null || start <= last) &&
      (end === null || end >= first) &&
      // a source that the agreement no longer has may have told anything
      (dataset === undefined || read.has(dataset))
    )
  })
}

async function datasetsRead(
  connection: DuckDBConnection,
  sql: string,
  where: Where,
): Promise<ReadonlySet<DatasetName>> {
  const { names } = await queryRow(
    connection,
    z.object({ names: z.array(z.string()) }),
    `select regexp_extract_all(json_serialize_sql($sql::varchar), '"table_name":"([^"]*)"', 1) as names`,
    { sql },
  )
  const ofPeople = where.gender ?? where.age_group ?? where.district
  return new Set(
    [...names, ...(ofPeople === undefined ? [] : ['person_known'])].flatMap((name) => {
      const dataset = DatasetName.safeParse(name)
      return dataset.success ? [dataset.data] : (READ_BY[name] ?? [])
    }),
  )
}

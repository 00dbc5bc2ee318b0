import type { DuckDBConnection } from '@duckdb/node-api'
import { DatasetName } from '@utfall/contracts'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'

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

/**
 * The datasets that a SELECT of an indicator reads, in the order of the contract. What people are (gender, age,
 * district) is read where the figure is taken apart by it.
 */
export async function datasetsRead(
  connection: DuckDBConnection,
  sql: string,
  byWhoTheyAre: boolean,
): Promise<DatasetName[]> {
  const { names } = await queryRow(
    connection,
    z.object({ names: z.array(z.string()) }),
    `select regexp_extract_all(json_serialize_sql($sql::varchar), '"table_name":"([^"]*)"', 1) as names`,
    { sql },
  )
  const read = new Set(
    [...names, ...(byWhoTheyAre ? ['person_known'] : [])].flatMap(
      (name): readonly string[] => READ_BY[name] ?? [name],
    ),
  )
  return DatasetName.options.filter((dataset) => read.has(dataset))
}

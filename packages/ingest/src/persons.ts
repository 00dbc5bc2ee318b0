import type { DuckDBConnection } from '@duckdb/node-api'
import { Identities } from '@utfall/contracts'
import type { DatasetName } from '@utfall/contracts'
import { literal, queryRow } from '@utfall/warehouse'

/** What is odd about an identity is said once for each, where it first stands. Exits are those that the warehouse knows. */
export async function addPersonFaults(
  connection: DuckDBConnection,
  dataset: DatasetName,
  agreement: string,
): Promise<void> {
  await connection.run(
    `insert into fault (line, rule, field)
       select line, 'wrong_check_digit', 'participant' from identity where not check_digit_ok
       union all select line, 'number_with_impossible_date', 'participant' from identity where impossible_date
       union all select line, 'number_without_zero', 'participant' from identity where lacks_zero`,
  )
  if (dataset !== 'attendance') return
  await connection.run(
    `insert into fault (line, rule, field)
       select incoming.line, 'attendance_after_exit', 'date'
       from incoming join (
         select person, max(coalesce(end_date, date '9999-12-31')) as last_day from engagements
         where agreement = ${literal(agreement)} group by person
       ) stay on stay.person = incoming.person
       where incoming.date > stay.last_day`,
  )
}

/**
 * Adds a row to `person` for each pseudonym that the warehouse has not seen. In the delivery's transaction.
 * `all`: whether everyone in the file is loaded, which saves looking each of them up.
 */
export async function keepPersons(connection: DuckDBConnection, all: boolean): Promise<void> {
  const loaded = all ? 'person is not null' : 'person in (select distinct person from incoming)'
  await connection.run(
    `insert into person
       select distinct on (person) person, kind, check_digit_ok, birth_year, gender from identity
       where ${loaded} and person not in (select person from person)
       order by person, line`,
  )
}

/** How many are named by each kind of identity, however often and in whatever spelling. */
export async function identitiesOf(connection: DuckDBConnection): Promise<Identities> {
  const counted = Object.keys(Identities.shape).map((kind) => {
    const counts =
      kind === 'wrong_check_digit' ? 'not check_digit_ok' : `kind = '${kind}' and check_digit_ok is not false`
    return `(count(*) filter (where ${counts}))::integer as ${kind}`
  })
  return queryRow(
    connection,
    Identities,
    `select ${counted.join(', ')} from (
       select any_value(kind) as kind, any_value(check_digit_ok) as check_digit_ok from identity
       group by person, case when person is null then written end)`,
  )
}

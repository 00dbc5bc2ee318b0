import { blobValue } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, AgreementSource } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import type { KeyChain, KeyPads } from './key.ts'

const MACROS = sqlBeside(import.meta.url, 'macros.sql')
const IDENTITY = sqlBeside(import.meta.url, 'identity.sql')

export async function definePseudonyms(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, MACROS)
}

/** A key as the macros take it. */
export const parametersOf = ({ inner, outer }: KeyPads) => ({
  inner: blobValue(inner),
  outer: blobValue(outer),
})

interface Identification {
  readonly connection: DuckDBConnection
  readonly key: KeyChain
  readonly agreement: Agreement
  readonly source: AgreementSource
  /** `2025-03-01`: nobody is born after it. */
  readonly today: string
}

/**
 * Fills the temporary table `identity`, one row for each distinct `participant` of a SELECT with `line`: `written`, `line`
 * (where it first stands), `kind` (personal, coordination, interim, own_id, birth_date, destroyed, not_named), `person` (null
 * for the last three), and what a number itself tells. The message behind a pseudonym is the municipality's code and
 * the twelve digits, or the code, the sender and the sender's own id; each later key of the chain makes a pseudonym of
 * the one before it.
 */
export async function identify(
  { connection, key, agreement, source, today }: Identification,
  participants: string,
): Promise<void> {
  const [first, ...later] = key
  await connection.run(
    `create or replace temp table written_participant as
       from (select participant as written, min(line) as line from (${participants}) group by all)
       where as_text(written) is not null`,
  )
  await runScript(connection, IDENTITY, {
    municipality: agreement.municipality.code,
    sender: source.sender.trim(),
    today,
    ...parametersOf(first),
  })
  for (const link of later) {
    await connection.run(
      'update identity set person = next_pseudonym($inner, $outer, person) where person is not null',
      parametersOf(link),
    )
  }
  await connection.run('drop table written_participant')
}

import { blobValue } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, AgreementSource } from '@utfall/contracts'
import { identifier, runScript, sqlBeside } from '@utfall/warehouse'
import type { KeyPads } from './key.ts'

const MACROS = sqlBeside(import.meta.url, 'macros.sql')
const IDENTITY = sqlBeside(import.meta.url, 'identity.sql')

export async function definePseudonyms(connection: DuckDBConnection): Promise<void> {
  await runScript(connection, MACROS)
}

interface Identification {
  readonly connection: DuckDBConnection
  readonly key: KeyPads
  readonly agreement: Agreement
  readonly source: AgreementSource
  /** `2025-03-01`: nobody is born after it. */
  readonly today: string
}

/**
 * Fills the temporary table `identity`, one row for each distinct text of the participant column: `written`, `line`
 * (where it first stands), `kind` (personal, coordination, interim, own_id, birth_date, destroyed), `person` (null
 * for the last two), and what a number itself tells. The message behind a pseudonym is the municipality's code and
 * the twelve digits, or the code, the sender and the sender's own id.
 */
export async function identify(
  { connection, key, agreement, source, today }: Identification,
  stage: { readonly table: string; readonly line: string },
): Promise<void> {
  await connection.run(
    `create or replace temp table written_participant as
       from (select participant as written, min(${stage.line}) as line from ${identifier(stage.table)} group by all)
       where as_text(written) is not null`,
  )
  await runScript(connection, IDENTITY, {
    municipality: agreement.municipality.code,
    sender: source.sender.trim(),
    today,
    inner: blobValue(key.inner),
    outer: blobValue(key.outer),
  })
  await connection.run('drop table written_participant')
}

import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { masked } from './masking.ts'
import type { ReadingFault } from './readers/reader.ts'
import { RULES, ruleOf } from './rules/catalogue.ts'

/** Creates the temporary table `rule`: the catalogue, for as long as the connection is open. */
export async function defineRules(connection: DuckDBConnection): Promise<void> {
  const rows = RULES.map(({ id, severity, sentence: { sv, en } }, order) =>
    [literal(id), literal(severity), literal(sv), literal(en), order].join(', '),
  )
  await connection.run(
    `create or replace temp table rule as
       from (values ${rows.map((row) => `(${row})`).join(', ')}) rule (rule, severity, sv, en, place)`,
  )
}

/**
 * Creates the temporary table `fault`: one row for each fault of the delivery at hand, with its line, the field to look
 * at, and what is concrete about it in both languages. Each of them may be null.
 */
export async function defineFaults(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table fault
       (line bigint, rule varchar not null, field varchar, detail_sv varchar, detail_en varchar)`,
  )
}

/** The rules that have been broken so far, by id. Most deliveries break none, and are spared what follows from it. */
export async function rulesBroken(connection: DuckDBConnection): Promise<string[]> {
  const rows = await queryRows(connection, z.object({ rule: z.string() }), 'select distinct rule from fault')
  return rows.map(({ rule }) => rule)
}

/** Adds what a reader found. */
export async function addReadingFaults(
  connection: DuckDBConnection,
  faults: readonly ReadingFault[],
): Promise<void> {
  const appender = await connection.createAppender('fault', undefined, 'temp')
  for (const { rule, line, field, detail } of faults) {
    ruleOf(rule)
    if (line === null) appender.appendNull()
    else appender.appendBigInt(BigInt(line))
    appender.appendVarchar(rule)
    if (field === undefined) appender.appendNull()
    else appender.appendVarchar(field)
    for (const _ of ['sv', 'en']) {
      if (detail === undefined) appender.appendNull()
      else appender.appendVarchar(masked(detail))
    }
    appender.endRow()
  }
  appender.closeSync()
}

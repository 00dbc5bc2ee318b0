import { readFileSync } from 'node:fs'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { z } from 'zod'

export type Parameters = Record<string, DuckDBValue>

/** The text of a `.sql` file that stands beside the module that asks. */
export function sqlBeside(moduleUrl: string, path: string): string {
  return readFileSync(new URL(path, moduleUrl), 'utf8')
}

/** Runs every statement of a script in order. Parameters are `$name`, for each statement that names them. */
export async function runScript(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Parameters,
): Promise<void> {
  // Preparing a statement plans it, and running it plans it again.
  if (parameters === undefined) {
    await connection.run(sql)
    return
  }
  const statements = await connection.extractStatements(sql)
  for (let index = 0; index < statements.count; index += 1) {
    const prepared = await statements.prepare(index)
    const named = Array.from({ length: prepared.parameterCount }, (_, at) => prepared.parameterName(at + 1))
    prepared.bind(Object.fromEntries(named.map((name) => [name, given(parameters, name)])))
    await prepared.run()
    prepared.destroySync()
  }
}

function given(parameters: Parameters, name: string): DuckDBValue {
  const value = parameters[name]
  if (value === undefined) throw new Error(`No value for the SQL parameter $${name}`)
  return value
}

/**
 * The rows of one query, each checked against `row`. Integers of 64 bits and decimals arrive as text,
 * dates as `2025-03-01`: cast in SQL, or use `z.coerce.number()`.
 */
export async function queryRows<Row extends z.ZodType>(
  connection: DuckDBConnection,
  row: Row,
  sql: string,
  parameters?: Parameters,
): Promise<z.infer<Row>[]> {
  const reader = await connection.runAndReadAll(sql, parameters)
  return z.array(row).parse(reader.getRowObjectsJson())
}

/** The one row of a query that has exactly one. */
export async function queryRow<Row extends z.ZodType>(
  connection: DuckDBConnection,
  row: Row,
  sql: string,
  parameters?: Parameters,
): Promise<z.infer<Row>> {
  const [only, ...more] = await queryRows(connection, row, sql, parameters)
  if (only === undefined || more.length > 0) throw new Error(`Expected one row of: ${sql}`)
  return only
}

/** Runs `work` in one transaction: all of it, or nothing. */
export async function transaction<Result>(
  connection: DuckDBConnection,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run('begin transaction')
  try {
    const result = await work()
    await connection.run('commit')
    return result
  } catch (error) {
    await connection.run('rollback')
    throw error
  }
}

/** A text as an SQL literal, for the few places that take no parameter (file names, settings). */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

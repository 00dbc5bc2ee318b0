import type { DuckDBConnection } from '@duckdb/node-api'

/** What the engine may hold in memory, unless a step sets itself another limit for a while. */
export const WAREHOUSE_MEMORY = '3GB'

/** Lets the engine hold less while something beside it needs memory: what does not fit is on disk meanwhile, encrypted. */
export async function withMemoryLimit<Result>(
  connection: DuckDBConnection,
  limit: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run(`set memory_limit = '${limit}'`)
  try {
    return await work()
  } finally {
    await connection.run(`set memory_limit = '${WAREHOUSE_MEMORY}'`)
  }
}

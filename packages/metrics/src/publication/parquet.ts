import type { DuckDBConnection } from '@duckdb/node-api'
import { literal } from '@utfall/warehouse'
import { publishedName } from './published-table.ts'

/** Writes the published rows to a Parquet file: one thread, so that row groups are cut alike every time. */
export async function writeParquet(connection: DuckDBConnection, name: string, file: string): Promise<void> {
  await connection.run('set threads = 1')
  try {
    await connection.run(
      `copy (from ${publishedName(name)}) to ${literal(file)} (format parquet, compression zstd)`,
    )
  } finally {
    await connection.run('reset threads')
  }
}

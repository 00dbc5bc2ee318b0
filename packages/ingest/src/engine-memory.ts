import { statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'

/** With what the engine and Node use beside it, the process stays below 2 GiB; what needs more is spilled, encrypted. */
export const ENGINE_MEMORY = '1600MB'

/** The same where Node reads the file itself, row by row. */
const BESIDE_NODE = '900MB'
const LARGE_BYTES = 100e6

/** Leaves room for Node to read a large file itself; until the end of the run, which is as safe and seldom slower. */
export async function leaveRoomFor(connection: DuckDBConnection, file: string): Promise<void> {
  if (statSync(file).size > LARGE_BYTES) await connection.run(`set memory_limit = '${BESIDE_NODE}'`)
}

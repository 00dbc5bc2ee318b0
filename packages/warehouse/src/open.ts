import { mkdirSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Home } from './home.ts'
import { WAREHOUSE_MEMORY } from './memory.ts'
import { migrate } from './migrations.ts'

/** The open warehouse. One process has it at a time; one instance in a process. */
export interface Warehouse {
  readonly connection: DuckDBConnection
  readonly close: () => void
}

/**
 * `temp_file_encryption`: what does not fit in memory is written to disk for a while, and some of it is
 * what senders wrote before it was pseudonymised. `force_mbedtls_unsafe`: without the httpfs extension DuckDB has
 * only mbedTLS to encrypt with, whose random numbers it warns of, and refuses to spill. The key lives and dies with
 * the process, so that is better than none. `storage_compatibility_version`: no other engine than ours reads the file,
 * and texts are compressed in three quarters of the time that the format of DuckDB 1.0 takes.
 */
const SETTINGS = {
  storage_compatibility_version: 'v1.5.0',
  memory_limit: WAREHOUSE_MEMORY,
  temp_file_encryption: 'true',
  force_mbedtls_unsafe: 'true',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
}

/** Opens the warehouse, creating or migrating it. Throws `ExpectedFault` with status 4 when it is in use. */
export async function openWarehouse(home: Home): Promise<Warehouse> {
  mkdirSync(home.folder, { recursive: true, mode: 0o700 })
  const instance = await createInstance(home.warehouse)
  const connection = await instance.connect()
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  try {
    await migrate(connection)
    return { connection, close }
  } catch (error) {
    close()
    throw error
  }
}

async function createInstance(file: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, SETTINGS)
  } catch (error) {
    if (error instanceof Error && error.message.includes('Could not set lock')) throw inUse(file)
    if (error instanceof Error && error.message.includes('not a valid DuckDB database')) throw notOurs(file)
    throw error
  }
}

function inUse(file: string): ExpectedFault {
  return new ExpectedFault(
    'warehouse_in_use',
    {
      sv: `Lagret ${file} används av ett annat utfall-kommando. Vänta tills det är klart och försök igen.`,
      en: `The warehouse ${file} is in use by another utfall command. Wait until it is done and try again.`,
    },
    EXIT_STATUS.warehouseInUse,
  )
}

function notOurs(file: string): ExpectedFault {
  return new ExpectedFault(
    'warehouse_unreadable',
    {
      sv: `${file} är inget lager som Utfall kan läsa. Flytta undan filen och läs in leveranserna på nytt.`,
      en: `${file} is no warehouse that Utfall can read. Move the file away and ingest the deliveries again.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

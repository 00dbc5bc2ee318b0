import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { ResultRow } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'

/** Folder of the newest publication in a home. */
export function currentPublication(home: string): string {
  const publications = join(home, 'publications')
  return join(publications, readFileSync(join(publications, 'current'), 'utf8').trim())
}

/** Every row of `results` of the newest publication, as its Parquet file has them. */
export async function publishedResults(home: string): Promise<ResultRow[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const file = literal(join(currentPublication(home), 'results.parquet'))
    return await queryRows(connection, ResultRow, `select * from read_parquet(${file})`)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

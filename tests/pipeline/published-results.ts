import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { CurveRow, ResultRow } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'
import type { z } from 'zod'

/** Folder of the newest publication in a home. */
export function currentPublication(home: string): string {
  const publications = join(home, 'publications')
  return join(publications, readFileSync(join(publications, 'current'), 'utf8').trim())
}

/** Every row of `results` of the newest publication, as its Parquet file has them. */
export const publishedResults = (home: string): Promise<ResultRow[]> => published(home, 'results', ResultRow)

/** Every row of `curves`. */
export const publishedCurves = (home: string): Promise<CurveRow[]> => published(home, 'curves', CurveRow)

async function published<Row extends z.ZodType>(
  home: string,
  table: string,
  row: Row,
): Promise<z.infer<Row>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const file = literal(join(currentPublication(home), `${table}.parquet`))
    return await queryRows(connection, row, `select * from read_parquet(${file})`)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

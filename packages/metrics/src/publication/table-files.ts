import type { DuckDBConnection } from '@duckdb/node-api'
import { join } from 'node:path'
import { arrowFile } from './arrow.ts'
import { rowCount } from './cells.ts'
import { CSV_PROFILES, csvFile } from './csv.ts'
import type { CsvProfile } from './csv.ts'
import { csvOnTheWeb } from './csv-on-the-web.ts'
import { writeParquet } from './parquet.ts'
import type { PublishedTable } from './published-table.ts'
import { describeFile, writeContent, writeJson, writeText } from './written-file.ts'
import type { WrittenFile } from './written-file.ts'

const PROFILES: readonly CsvProfile[] = ['open', 'excel']

/** Writes a table in all four forms, the same rows in the same order. */
export async function writeForms(
  connection: DuckDBConnection,
  folder: string,
  table: PublishedTable,
): Promise<WrittenFile[]> {
  const rows = rowCount(table.cells)
  const parquet = `${table.name}.parquet`
  await writeParquet(connection, table.name, join(folder, parquet))
  return [
    writeContent(folder, `${table.name}.arrow`, arrowFile(table), rows),
    describeFile(folder, parquet, rows),
    ...writeCsvProfiles(folder, table),
  ]
}

/** Both CSV files of a table. */
export function writeCsvProfiles(folder: string, { name, columns, cells }: PublishedTable): WrittenFile[] {
  return PROFILES.map((profile) =>
    writeText(
      folder,
      `${name}${CSV_PROFILES[profile].ending}`,
      csvFile(columns, cells, profile),
      rowCount(cells),
    ),
  )
}

/** The metadata beside each CSV file of a table. */
export function writeCsvMetadata(folder: string, table: PublishedTable): WrittenFile[] {
  return PROFILES.map((profile) =>
    writeJson(
      folder,
      `${table.name}${CSV_PROFILES[profile].ending}-metadata.json`,
      csvOnTheWeb(table, profile, rowCount(table.cells)),
    ),
  )
}

import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier } from '@utfall/warehouse'
import { kronorOf } from './amount.ts'
import type { SieRow } from './file.ts'

/** Takes the rows of a file one by one into a temporary table, and says when that was all. */
export interface CostStage {
  readonly add: (row: SieRow, voucher: string) => void
  readonly close: () => void
}

/**
 * Creates the table for the rows of `costs` as text. `objects` is JSON that DuckDB casts to
 * `struct (dimension integer, object varchar)[]`.
 */
export async function stageCosts(connection: DuckDBConnection, table: string): Promise<CostStage> {
  await connection.run(
    `create or replace temp table ${identifier(table)} (line bigint, date varchar, amount varchar, account varchar,
      text varchar, voucher varchar, objects varchar)`,
  )
  const appender = await connection.createAppender(table, undefined, 'temp')
  const appendText = (text: string) => (text === '' ? appender.appendNull() : appender.appendVarchar(text))
  return {
    add: (row, voucher) => {
      appender.appendBigInt(BigInt(row.line))
      appendText(row.date)
      appendText(row.ore === undefined ? row.amount : kronorOf(row.ore))
      appendText(row.account)
      appendText(row.text)
      appendText(voucher)
      appendText(JSON.stringify(row.objects ?? []))
      appender.endRow()
    },
    close: () => appender.closeSync(),
  }
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { AgreementSource } from '@utfall/contracts'
import { identifier } from '@utfall/warehouse'
import type { Reading, ReadingFault } from '../readers/reader.ts'

/** Takes rows one by one into a temporary table, their texts in the order of its fields, and says when that was all. */
interface TextStage {
  readonly add: (line: number, texts: readonly (string | undefined)[]) => void
  readonly close: () => void
}

/** Creates the table that a reader leaves: `line`, and each field as text, null where there is none. */
export async function stageTexts(
  connection: DuckDBConnection,
  table: string,
  fields: readonly string[],
): Promise<TextStage> {
  const columns = fields.map((field) => `${identifier(field)} varchar`).join(', ')
  await connection.run(`create or replace temp table ${identifier(table)} (line bigint, ${columns})`)
  const appender = await connection.createAppender(table, undefined, 'temp')
  return {
    add: (line, texts) => {
      appender.appendBigInt(BigInt(line))
      for (const text of texts) {
        if (text) appender.appendVarchar(text)
        else appender.appendNull()
      }
      appender.endRow()
    },
    close: () => appender.closeSync(),
  }
}

/** What is left of a file that is not fit to be read. */
export function nothingStaged({ dataset }: AgreementSource, format: string, faults: ReadingFault[]): Reading {
  return { dataset, format, rows: 0, headers: {}, notes: [], faults }
}

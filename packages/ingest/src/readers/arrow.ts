import type { RecordBatch } from 'apache-arrow'
import { ArrowDamaged, arrowBatches, cellsOf } from '../columnar/arrow-file.ts'
import { textOfArrow } from '../columnar/arrow-text.ts'
import { mapHeaders } from '../mapping.ts'
import type { Mapping } from '../mapping.ts'
import { nothingStaged, stageTexts } from '../xlsx/stage.ts'
import { columnFaults, headersOf } from './header-faults.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'

/** Arrow IPC, as a file (Feather 2) or a stream: a dataset with its columns. */
export const arrowReader: Reader = {
  format: 'arrow',
  recognises,
  read,
  columnsIn,
  unfit: async (request) =>
    (await columnsIn(request)).length === 0 ? { rule: 'columnar_damaged', line: null } : null,
}

/** A stream begins with the sign that a message goes on, and how long its description is. */
function recognises(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.subarray(0, 8))
  const stream = bytes.length === 8 && bytes.readUInt32LE(0) === 0xffffffff && bytes.readInt32LE(4) > 0
  return bytes.toString('latin1').startsWith('ARROW1') || stream
}

async function columnsIn({ file }: { readonly file: string }): Promise<string[]> {
  try {
    for await (const batch of arrowBatches(file)) return namesOf(batch)
  } catch (error) {
    if (!(error instanceof ArrowDamaged)) throw error
  }
  return []
}

const namesOf = ({ schema }: RecordBatch) => schema.fields.map(({ name }) => name)

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, source } = request
  const names = await columnsIn({ file })
  const mapping = mapHeaders(source, names)
  const faults = columnFaults(mapping)
  const damaged = { rule: 'columnar_damaged', line: null }
  if (names.length === 0) return nothingStaged(source, 'arrow', [damaged])
  if (mapping.missing.length > 0 || mapping.repeated.length > 0) return nothingStaged(source, 'arrow', faults)
  try {
    return reading(request, mapping, faults, await staged(request, mapping))
  } catch (error) {
    if (error instanceof ArrowDamaged) return nothingStaged(source, 'arrow', [damaged])
    throw error
  }
}

/** How many rows there were. */
async function staged(
  { connection, table, file, agreement }: ReadingRequest,
  mapping: Mapping,
): Promise<number> {
  const fields = mapping.columns.map(({ field }) => field.name)
  const stage = await stageTexts(connection, table, fields)
  let rows = 0
  try {
    for await (const batch of arrowBatches(file)) {
      const columns = mapping.columns.map(({ index }) => {
        const column = batch.getChildAt(index)
        const cellAt = cellsOf(column)
        const textOf = column && textOfArrow(column.type, agreement.reporting.timezone)
        return (row: number) => {
          const value = cellAt(row)
          return value === undefined ? undefined : textOf?.(value)
        }
      })
      for (let row = 0; row < batch.numRows; row += 1) {
        rows += 1
        stage.add(
          rows,
          columns.map((textAt) => textAt(row)),
        )
      }
    }
  } finally {
    stage.close()
  }
  return rows
}

function reading(
  { source }: ReadingRequest,
  mapping: Mapping,
  faults: ReadingFault[],
  rows: number,
): Reading {
  const empty = rows === 0 ? [{ rule: 'file_without_rows', line: null }] : []
  const { dataset } = source
  return {
    dataset,
    format: 'arrow',
    rows,
    headers: headersOf(mapping),
    notes: [],
    faults: [...faults, ...empty],
  }
}

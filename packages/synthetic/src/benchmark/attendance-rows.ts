import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Days from 1900 to 1914: whoever was born in them would be 111 years old or more. */
const DAYS = 5478
/** Three-digit serials from here to 999 are used on each of those days. */
const FIRST_SERIAL = 963
const MOST_PEOPLE = DAYS * (1000 - FIRST_SERIAL)
/** The rows are spread over three years. */
const SPAN = 1095

export interface AttendanceRows {
  /** Absolute path of the CSV file to write; its folder must exist. */
  readonly file: string
  readonly rows: number
  /** Id of the agreement that the rows are for. */
  readonly agreement: string
  readonly people?: number
  readonly seed?: number
}

/**
 * Writes a canonical attendance file for measuring: ten million rows are some 0.7 GB. The identity numbers
 * have right check digits and belong to no one alive.
 * @returns the text of an agreement.yaml whose only source is that file
 */
export async function writeAttendanceRows({
  file,
  rows,
  agreement,
  people = 200_000,
  seed = 1,
}: AttendanceRows): Promise<string> {
  if (people > MOST_PEOPLE) throw new RangeError(`there are numbers for ${MOST_PEOPLE} people, not ${people}`)
  const rounds = Math.ceil(rows / people)
  const values = {
    file: file.replaceAll("'", "''"),
    rows,
    people,
    seed,
    days: DAYS,
    first_serial: FIRST_SERIAL,
    stride: Math.max(1, Math.floor(SPAN / rounds)),
  }
  // COPY takes no bound parameters.
  const template = await readFile(join(import.meta.dirname, 'attendance-rows.sql'), 'utf8')
  const sql = Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, () => String(value)),
    template,
  )
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(sql)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  return agreementYaml(agreement, basename(file))
}

function agreementYaml(id: string, file: string): string {
  const activities = Array.from(
    { length: 8 },
    (_, index) => `  - { id: insats-${index + 1}, name: Insats ${index + 1} }`,
  )
  return `id: ${id}
title: Mätning
municipality: { code: '0000', name: Mätning }
association: { name: Mätning }
period: { start: 2023-01-01, end: 2025-12-31 }
activities:
${activities.join('\n')}
sources:
  - id: narvaro
    sender: Mätning
    dataset: attendance
    files: ${file}
    replaces: everything
`
}

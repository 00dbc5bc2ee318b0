import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, AgreementSource } from '@utfall/contracts'
import { identifier, queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { activityIn } from '../mapping.ts'
import { startNames } from '../pseudonym/names.ts'
import type { Names } from '../pseudonym/names.ts'
import type { ReadingFault } from '../readers/reader.ts'
import type { DakSink } from './file.ts'
import { timesIn } from './times.ts'

const TABLES = sqlBeside(import.meta.url, 'tables.sql')
const ATTENDANCE = sqlBeside(import.meta.url, 'attendance.sql')

interface DakStage extends DakSink {
  readonly names: Names
  readonly close: () => void
}

/** Takes what a file says into the temporary tables `dak_message`, `dak_mark` and `dak_registered`. */
export async function stageDak(
  connection: DuckDBConnection,
  agreement: Agreement,
  source: AgreementSource,
): Promise<DakStage> {
  await runScript(connection, TABLES)
  const messages = await connection.createAppender('dak_message', undefined, 'temp')
  const marks = await connection.createAppender('dak_mark', undefined, 'temp')
  const registered = await connection.createAppender('dak_registered', undefined, 'temp')
  const timesOf = timesIn(agreement.reporting.timezone)
  const activityOf = activityIn(agreement, source)
  const names = startNames()
  return {
    message: (message) => {
      const { date, start, end, minutes, manyDays } = timesOf(message)
      const activity = activityOf([message.activity, message.cardActivity])
      const method = message.method.toLowerCase()
      messages.appendInteger(message.number)
      messages.appendBigInt(BigInt(message.line))
      for (const text of [message.code, method, date, start, end, minutes, activity])
        messages.appendVarchar(text)
      messages.appendBoolean(manyDays)
      messages.endRow()
    },
    mark: ({ message, line, role, id, present }) => {
      marks.appendInteger(message)
      marks.appendBigInt(BigInt(line))
      marks.appendVarchar(role)
      marks.appendVarchar(id)
      marks.appendBoolean(present)
      marks.endRow()
    },
    names,
    registered: ({ line, role, id, number, name }) => {
      names.add(line, number, name)
      registered.appendBigInt(BigInt(line))
      registered.appendVarchar(role)
      registered.appendVarchar(id)
      registered.appendVarchar(number)
      registered.endRow()
    },
    close: () => {
      for (const appender of [messages, marks, registered]) appender.closeSync()
    },
  }
}

const Fault = z.object({
  rule: z.string(),
  line: z.coerce.number().nullable(),
  detail: z.string().nullable(),
})

/**
 * Once all is staged: creates `dak_session` (one row for each message), `dak_attendance` and `session_told`
 * (see `SessionsTold`). Returns the faults of single messages and marks.
 */
export async function attendanceOf(connection: DuckDBConnection): Promise<ReadingFault[]> {
  await runScript(connection, ATTENDANCE)
  const faults = await queryRows(connection, Fault, 'select rule, line, detail from dak_fault')
  return faults.map(({ rule, line, detail }) => ({ rule, line, ...(detail !== null && { detail }) }))
}

/** Gives the rows their name, and lets go of what they are not made of. Returns the tables that they are a view of. */
export async function keepAttendance(connection: DuckDBConnection, table: string): Promise<string[]> {
  await connection.run(
    `alter view dak_attendance rename to ${identifier(table)};
     drop table dak_message; drop table dak_registered; drop table dak_fault`,
  )
  return ['dak_mark', 'dak_session', 'dak_person']
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { FormatNote } from '@utfall/contracts'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { masked } from '../masking.ts'
import type { DakHead } from './parse.ts'

const Counts = z.object({
  rows: z.int(),
  sessions: z.int(),
  participants: z.int(),
  leaders: z.int(),
  /** Sessions that the file changes or removes. */
  changes: z.int(),
})
export type DakCounts = z.infer<typeof Counts>

/** What the file says, counted as the format recommends: only who was present is counted. */
export async function dakCounts(connection: DuckDBConnection): Promise<DakCounts> {
  return queryRow(
    connection,
    Counts,
    `with present as (select role from dak_attendance where attendance = 'present')
     select (select count(*)::integer from dak_attendance) as rows,
       (select count(distinct session)::integer from dak_session where holds and method <> 'remove') as sessions,
       (select count(*)::integer from present where role = 'participant') as participants,
       (select count(*)::integer from present where role = 'leader') as leaders,
       (select count(*)::integer from dak_session where method in ('update', 'remove')) as changes`,
  )
}

/** The three counts of the format, and which of its forms the file has. */
export function dakNotes(head: DakHead, { sessions, participants, leaders }: DakCounts): FormatNote[] {
  const namespace = masked(head.namespace.slice(0, 100))
  const version = masked(head.version.slice(0, 10))
  return [
    note('dak_sessions', `Sammankomster: ${sessions}.`, `Sessions: ${sessions}.`),
    note(
      'dak_participant_attendances',
      `Deltagartillfällen: ${participants}.`,
      `Participant attendances: ${participants}.`,
    ),
    note('dak_leader_attendances', `Ledartillfällen: ${leaders}.`, `Leader attendances: ${leaders}.`),
    note(
      'dak_form',
      `Namnrymd: ${namespace || 'ingen'}. Version: ${version || 'inte angiven'}.`,
      `Namespace: ${namespace || 'none'}. Version: ${version || 'not stated'}.`,
    ),
  ]
}

function note(id: string, sv: string, en: string): FormatNote {
  return { id, ok: null, sentence: { sv, en } }
}

import { dakCounts, dakNotes } from '../dak/notes.ts'
import { startDak } from '../dak/parse.ts'
import type { DakHead } from '../dak/parse.ts'
import { attendanceOf, keepAttendance, stageDak } from '../dak/stage.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'
import { decoded } from './records.ts'

/** What may stand before the first element: a byte order mark, the declaration, comments, instructions. */
const PROLOGUE = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/
const ROOT = /^<(?:[\w.-]+:)?Aktivitetskort[\s/>]/
const DOCTYPE = /^<!DOCTYPE\s/i

/** Web servers send blank lines before the declaration, where XML allows nothing: it is left out then, and the lines kept. */
const LATE_DECLARATION = /^(\s+)<\?xml[^>]*\?>/

/** DAK, the attendance cards of associations, 2.1 and 2.2: every mark in a session's lists is a row of `attendance`. */
export const dakReader: Reader = { format: 'dak', datasets: ['attendance'], recognises, read }

function recognises(head: Uint8Array): boolean {
  const text = beginning(head)
  return ROOT.test(text) || (DOCTYPE.test(text) && /[<\s:]Aktivitetskort\b/.test(text))
}

/** The first element and what follows, as far as it is ASCII, whatever the encoding. */
function beginning(head: Uint8Array): string {
  return Buffer.from(head).toString('latin1').replaceAll('\0', '').replace(PROLOGUE, '')
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { connection, file, content, agreement, source, table } = request
  const stage = await stageDak(connection, agreement, source)
  const dak = startDak(stage)
  let stopped: ReadingFault | null = null
  try {
    // A document type may declare entities that grow without end or lie outside the file: it is not read at all.
    if (DOCTYPE.test(beginning(content.head))) stopped = { rule: 'dak_doctype', line: null }
    else stopped = await parse()
  } finally {
    stage.close()
  }
  const faults = [...(await attendanceOf(connection)), ...stage.names.faults()]
  const counts = await dakCounts(connection)
  const viewOf = await keepAttendance(connection, table)
  const empty = stopped === null && dak.messages() === 0
  return {
    dataset: 'attendance',
    format: ['dak', versionOf(dak.head), content.form.encoding].filter((part) => part !== '').join(' '),
    rows: counts.rows,
    viewOf,
    headers: HEADERS,
    notes: stopped === null ? dakNotes(dak.head, counts) : [],
    faults: stopped ? [stopped] : empty ? [{ rule: 'dak_without_sessions', line: null }] : faults,
    sessions: { table: 'session_told', only: counts.changes > 0 },
  }

  async function parse(): Promise<ReadingFault | null> {
    let begun = false
    for await (const piece of decoded(file, content.form.encoding)) {
      const fault = dak.read(begun ? piece : piece.replace(LATE_DECLARATION, '$1'))
      if (fault) return fault
      begun = true
    }
    return dak.end()
  }
}

/** Field → what the format calls it. */
const HEADERS = {
  date: 'Datum',
  activity: 'Aktivitet',
  participant: 'Personnummer',
  session: 'kod',
  start_time: 'StartTid',
  end_time: 'StoppTid',
  minutes: 'StoppDatum',
  attendance: 'Naervarande',
  role: 'roll',
}

/** As the file states it, where that is a version. */
function versionOf({ version }: DakHead): string {
  return /^\d(?:\.\d)?$/.test(version) ? version : ''
}

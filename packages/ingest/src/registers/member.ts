import type { DuckDBConnection } from '@duckdb/node-api'
import type { FormatNote } from '@utfall/contracts'
import { startNames } from '../pseudonym/names.ts'
import type { Reading, ReadingFault, ReadingRequest } from '../readers/reader.ts'
import { stageTexts } from '../xlsx/stage.ts'

/** What is read of a member. Names, addresses, telephones and mail never leave the reader. */
export interface Member {
  readonly line: number
  /** An identity number, the register's own id, or a birth date where there is nothing better. */
  readonly participant: string
  /** Read only to tell whether one number has several. */
  readonly name: string
  readonly birthDate: string
  /** `man`, `woman`, or as written. */
  readonly gender: string
  readonly association: string
  readonly start: string
  readonly end: string
}

/** What a register can feed; the source says which. */
export const REGISTER_DATASETS = ['memberships', 'participants'] as const
type RegisterDataset = (typeof REGISTER_DATASETS)[number]

const VALUES: Readonly<Record<RegisterDataset, Readonly<Record<string, (member: Member) => string>>>> = {
  memberships: {
    participant: ({ participant }) => participant,
    association: ({ association }) => association,
    start_date: ({ start }) => start,
    end_date: ({ end }) => end,
  },
  participants: {
    participant: ({ participant }) => participant,
    birth_date: ({ birthDate }) => birthDate,
    gender: ({ gender }) => gender,
  },
}

/** Takes members one by one into the table that the reader leaves. */
export async function stageMembers(connection: DuckDBConnection, { source, table }: ReadingRequest) {
  const dataset: RegisterDataset = source.dataset === 'participants' ? 'participants' : 'memberships'
  const values = VALUES[dataset]
  const stage = await stageTexts(connection, table, Object.keys(values))
  const names = startNames()
  let rows = 0
  return {
    dataset,
    add: (member: Member): void => {
      rows += 1
      names.add(member.line, member.participant, member.name)
      stage.add(
        member.line,
        Object.values(values).map((valueOf) => valueOf(member)),
      )
    },
    close: stage.close,
    rows: (): number => rows,
    /** What is wrong with the register as a whole, and with who is in it. */
    faults: (): readonly ReadingFault[] =>
      rows === 0 ? [{ rule: 'register_without_members', line: null }] : names.faults(),
  }
}

/** A register that could not be read. */
export function noMembers(
  { source }: ReadingRequest,
  format: string,
  rule: string,
  line: number | null,
): Reading {
  const faults = [{ rule, line }]
  return { dataset: source.dataset, format, rows: 0, headers: {}, notes: [], faults }
}

/** Says that nothing but what is needed was read, and of whom no row was made. */
export function registerNotes(leftOut: number, why: FormatNote['sentence']): FormatNote[] {
  const dropped: FormatNote = {
    id: 'register_dropped',
    ok: true,
    sentence: {
      sv: 'Namn, adress, telefon och e-post i registret lästes inte in.',
      en: 'Names, addresses, telephones and mail in the register were not loaded.',
    },
  }
  if (leftOut === 0) return [dropped]
  const sentence = { sv: `${why.sv}: ${leftOut}.`, en: `${why.en}: ${leftOut}.` }
  return [dropped, { id: 'register_left_out', ok: null, sentence }]
}

const GENDERS: Readonly<Record<string, string>> = {
  man: 'man',
  kvinna: 'woman',
  pojke: 'man',
  flicka: 'woman',
  annat: 'other',
  annan: 'other',
  okänt: 'unknown',
}

/** The contract's code for what registers write; what is unknown stays, for the rules to point out. */
export function genderOf(written: string): string {
  return GENDERS[written.normalize('NFC').toLowerCase()] ?? written.replace(/^[-–]$/, '')
}

/** Whether a text is a whole identity number; registers write the last four signs as zeroes or x when they lack them. */
export function isWholeNumber(text: string): boolean {
  return /^\d{6}(?:\d{2})? ?[-+–]? ?[a-z\d]{4}$/i.test(text) && !/(?:0000|x{3,4})$/i.test(text)
}

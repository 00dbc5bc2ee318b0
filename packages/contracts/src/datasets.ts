import { z } from 'zod'
import {
  AttendanceMark,
  EndReason,
  FundingKind,
  Gender,
  Occupation,
  Participation,
  Role,
  StatusDomain,
  StatusSource,
  StatusStage,
  SurveyStage,
} from './codes.ts'

export const DatasetName = z.enum([
  'participants',
  'attendance',
  'headcount',
  'engagements',
  'statuses',
  'memberships',
  'surveys',
  'funding',
  'costs',
  'reference',
])
export type DatasetName = z.infer<typeof DatasetName>

export type FieldType = 'participant' | 'date' | 'time' | 'integer' | 'decimal' | 'year' | 'text' | 'code'

export interface Field {
  readonly name: string
  /** Swedish headers that senders use, compared after `foldHeader`. */
  readonly swedish: readonly string[]
  readonly type: FieldType
  readonly required: boolean
  readonly codes?: readonly string[]
  /** Values that mean something by themselves; any other text may stand there too. */
  readonly known?: readonly string[]
  /** The agreement's own list that the value must be in. */
  readonly listed?: 'activities'
}

export interface Dataset {
  readonly name: DatasetName
  readonly fields: readonly Field[]
}

type FieldOptions = Partial<Pick<Field, 'required' | 'codes' | 'known' | 'listed'>>

const field = (name: string, type: FieldType, swedish: string, options: FieldOptions = {}): Field => ({
  name,
  type,
  swedish: swedish.split('|'),
  required: false,
  ...options,
})
const required = { required: true }

const participant = field('participant', 'participant', 'deltagare|personnummer|person', required)
const date = field('date', 'date', 'datum|dag', required)
const activity = field('activity', 'text', 'aktivitet|verksamhet|insats', { listed: 'activities' })
const startTime = field('start_time', 'time', 'starttid|start|från')
const endTime = field('end_time', 'time', 'sluttid|stopptid|slut|till')
const minutes = field('minutes', 'integer', 'minuter|längd')
const gender = field('gender', 'code', 'kön', { codes: Gender.options })

const person: readonly Field[] = [
  field('birth_date', 'date', 'födelsedatum|född'),
  field('birth_year', 'year', 'födelseår|född år'),
  gender,
  field('district', 'text', 'område|stadsdel|bostadsområde'),
]

const items = Array.from({ length: 10 }, (_, index) =>
  field(`item_${index + 1}`, 'integer', `fråga ${index + 1}|påstående ${index + 1}`),
)

const of = (name: DatasetName, fields: readonly Field[]): Dataset => ({ name, fields })

/** The ten datasets of canonical CSV, field by field. */
export const DATASETS: Readonly<Record<DatasetName, Dataset>> = {
  participants: of('participants', [participant, ...person]),
  attendance: of('attendance', [
    date,
    { ...activity, required: true },
    participant,
    field('session', 'text', 'sammankomst|tillfälle|pass'),
    startTime,
    endTime,
    minutes,
    field('attendance', 'code', 'närvaro', { codes: AttendanceMark.options }),
    field('role', 'code', 'roll', { codes: Role.options }),
    ...person,
  ]),
  headcount: of('headcount', [
    date,
    { ...activity, required: true },
    field('count', 'integer', 'antal|antal besök|besök', required),
    startTime,
    endTime,
    minutes,
    gender,
    field('age_group', 'text', 'åldersgrupp'),
  ]),
  engagements: of('engagements', [
    participant,
    field('start_date', 'date', 'startdatum|inskriven', required),
    activity,
    field('end_date', 'date', 'slutdatum|utskriven|avslutad'),
    field('end_reason', 'code', 'avslutsorsak|slutorsak|orsak', { codes: EndReason.options }),
    field('referral', 'text', 'remiss|anvisad av|hänvisad av'),
    field('occupation_at_start', 'code', 'sysselsättning vid start', { codes: Occupation.options }),
  ]),
  statuses: of('statuses', [
    participant,
    date,
    field('domain', 'text', 'domän|livsområde', { required: true, known: StatusDomain.options }),
    field('value', 'text', 'värde|status', {
      required: true,
      known: [...new Set([...Occupation.options, ...Participation.options])],
    }),
    field('stage', 'code', 'skede|tillfälle', { codes: StatusStage.options }),
    field('source', 'code', 'källa|uppgiftslämnare', { codes: StatusSource.options }),
  ]),
  memberships: of('memberships', [
    participant,
    field('association', 'text', 'förening', required),
    field('start_date', 'date', 'startdatum|medlem från|från'),
    field('end_date', 'date', 'slutdatum|medlem till|till'),
  ]),
  surveys: of('surveys', [
    participant,
    date,
    field('stage', 'code', 'skede|mättillfälle', { required: true, codes: SurveyStage.options }),
    field('instrument', 'text', 'enkät|instrument'),
    ...items,
    field('total', 'integer', 'summa|totalt|poäng'),
  ]),
  funding: of('funding', [
    date,
    field('amount', 'decimal', 'belopp|summa', required),
    field('kind', 'code', 'slag|typ', { required: true, codes: FundingKind.options }),
    field('source', 'text', 'källa|givare|finansiär'),
    activity,
    field('note', 'text', 'anmärkning|kommentar|not'),
  ]),
  costs: of('costs', [
    date,
    field('amount', 'decimal', 'belopp|summa', required),
    activity,
    field('account', 'text', 'konto'),
    field('text', 'text', 'text|beskrivning'),
  ]),
  reference: of('reference', [
    field('series', 'text', 'serie|nyckeltal', required),
    field('municipality', 'text', 'kommun', required),
    field('period', 'text', 'period|år', required),
    field('value', 'decimal', 'värde', required),
    gender,
  ]),
}

/** Those of which every row is about one person: a file of few such rows is a file of few people. */
export const DATASETS_ABOUT_PEOPLE: readonly DatasetName[] = DatasetName.options.filter((name) =>
  DATASETS[name].fields.some(({ type }) => type === 'participant'),
)

/**
 * A header without what senders vary: case, accents, space, hyphen and underscore.
 * "Start datum", "start_date" and "START-DATE" differ from "startdate" in nothing.
 */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_\p{Pd}]/gu, '')
    .toLowerCase()
}

/** The field that a header names by its English or Swedish name, in one dataset. */
export function fieldOfHeader(dataset: Dataset, header: string): Field | undefined {
  const folded = foldHeader(header)
  return dataset.fields.find((each) =>
    [each.name, ...each.swedish].some((name) => foldHeader(name) === folded),
  )
}

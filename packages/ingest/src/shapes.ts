import type { DatasetName } from '@utfall/contracts'

/** One column of a warehouse table and how it is made, as SQL over the dataset's fields by name. */
interface Column {
  readonly name: string
  readonly value: string
  /** The fields that it is made of. */
  readonly from: readonly string[]
  /** SQL for the value that every row has where the file has none of those fields; null when not given. */
  readonly otherwise?: string
}

/** How the rows of a dataset stand in the warehouse. */
export interface Shape {
  readonly columns: readonly Column[]
  /** The day that places a row inside or outside a period; null where rows have none. */
  readonly day: string | null
  /** SQL over the columns: what makes two rows the same fact. */
  readonly key: readonly string[]
  /** SQL over the columns: rows where this holds have no key of their own, so equal keys are told apart by order. */
  readonly repeatable: string | null
  /** The columns that rows with equal keys are put in order by, where these differ in more than their place. */
  readonly order?: readonly string[]
  /**
   * The column with the day from which a row holds, the same in all rows of a file. A row that says something new then
   * stands beside what was said of earlier days; alone it says nothing new, so a row that differs in it only is unchanged.
   */
  readonly holdsFrom?: string
}

const MIDNIGHT_PAST = 'case when end_time <= start_time then 1440 else 0 end'
const DURATION = `(date_diff('minute', start_time, end_time) + ${MIDNIGHT_PAST})::integer`
const ITEMS = Array.from({ length: 10 }, (_, index) => `item_${index + 1}`)

/** The ways that senders write the name of the one instrument there is; none given: the same. */
export const IS_S_GSE = `regexp_replace(lower(coalesce(instrument, 's-gse')), '[\\s_\\p{Pd}]', '', 'g') in ('sgse', 'gse')`

const same = (...names: readonly string[]): Column[] =>
  names.map((name) => ({ name, value: name, from: [name === 'person' ? 'participant' : name] }))
const minutes: Column = {
  name: 'minutes',
  value: `coalesce(minutes, ${DURATION})`,
  from: ['minutes', 'start_time', 'end_time'],
}
const birthYear: Column = {
  name: 'birth_year',
  value: 'coalesce(birth_year, year(birth_date), anonymous_birth_year)::smallint',
  from: ['birth_year', 'birth_date', 'participant'],
}

/** What only a bookkeeping reader stages. */
const BOOKKEEPING: readonly Column[] = [
  { name: 'voucher', value: 'text_voucher', from: ['voucher'] },
  {
    name: 'objects',
    value: `from_json(text_objects, '[{"dimension": "INTEGER", "object": "VARCHAR"}]')`,
    from: ['objects'],
  },
]

/** The ten datasets as the warehouse keeps them. A new field of a dataset is one more column here and in a migration. */
export const SHAPES: Readonly<Record<DatasetName, Shape>> = {
  participants: {
    columns: [
      ...same('person'),
      { name: 'known_from', value: 'null', from: [], otherwise: '$known_from' },
      birthYear,
      ...same('gender', 'district'),
    ],
    day: null,
    key: ['person'],
    repeatable: null,
    holdsFrom: 'known_from',
  },
  attendance: {
    columns: [
      ...same('date', 'activity', 'person', 'session', 'start_time', 'end_time'),
      minutes,
      {
        name: 'attendance',
        value: "coalesce(attendance, 'present')",
        from: ['attendance'],
        otherwise: "'present'",
      },
      { name: 'role', value: "coalesce(role, 'participant')", from: ['role'], otherwise: "'participant'" },
      birthYear,
      ...same('gender', 'district'),
    ],
    day: 'date',
    key: [
      'date',
      'activity',
      'coalesce(session, start_time::varchar)',
      'person',
      'role',
      // An anonymous row is the same as another only where all of it is.
      'case when person is null then row(end_time, minutes, attendance, birth_year, gender, district) end',
    ],
    repeatable: 'person is null',
  },
  headcount: {
    columns: [
      ...same('date', 'activity', 'count', 'start_time', 'end_time'),
      minutes,
      ...same('gender', 'age_group'),
    ],
    day: 'date',
    key: ['date', 'activity', 'start_time', 'gender', 'age_group'],
    repeatable: null,
  },
  engagements: {
    columns: same(
      'person',
      'activity',
      'start_date',
      'end_date',
      'end_reason',
      'referral',
      'occupation_at_start',
    ),
    day: 'start_date',
    key: ['person', 'start_date', 'activity'],
    repeatable: null,
  },
  statuses: {
    columns: same('person', 'date', 'domain', 'value', 'stage', 'source'),
    day: 'date',
    key: ['person', 'date', 'domain', 'stage'],
    repeatable: null,
  },
  memberships: {
    columns: same('person', 'association', 'start_date', 'end_date'),
    day: null,
    key: ['person', 'association', 'start_date'],
    repeatable: null,
  },
  surveys: {
    columns: [
      ...same('person', 'date', 'stage'),
      {
        name: 'instrument',
        value: `case when ${IS_S_GSE} then 's-gse' else instrument end`,
        from: ['instrument'],
        otherwise: "'s-gse'",
      },
      { name: 'total', value: `coalesce(${ITEMS.join(' + ')}, total)::smallint`, from: [...ITEMS, 'total'] },
    ],
    day: 'date',
    key: ['person', 'instrument', 'stage', 'date'],
    repeatable: null,
  },
  funding: {
    columns: same('date', 'amount', 'kind', 'source', 'activity', 'note'),
    day: 'date',
    key: ['date', 'amount', 'kind', 'source', 'activity', 'note'],
    repeatable: 'true',
  },
  costs: {
    columns: [...same('date', 'amount', 'activity', 'account', 'text'), ...BOOKKEEPING],
    day: 'date',
    // A bookkeeping row is known by its voucher and its place there, any other by all that it says.
    key: ['voucher', 'case when voucher is null then row(date, amount, activity, account, text) end'],
    repeatable: 'true',
    order: ['account', 'objects', 'date', 'text', 'amount'],
  },
  reference: {
    columns: same('series', 'municipality', 'period', 'value', 'gender'),
    day: null,
    key: ['series', 'municipality', 'period', 'gender'],
    repeatable: null,
  },
}

/** A row's key in one text that tells nothing; null where a part that most rows need could not be read. */
export function keyHash({ key }: Shape): string {
  const first = key[0] ?? 'null'
  return `case when ${first} is not null then md5(concat_ws(chr(31), ${key
    .map((part) => `coalesce((${part})::varchar, '')`)
    .join(', ')})) end`
}

import { Participation, StatusDomain } from '@utfall/contracts'
import type { Agreement, AgreementSource, DatasetName } from '@utfall/contracts'
import { literal } from '@utfall/warehouse'
import { STATUS_CODES, isClosed } from '../fields.ts'
import type { FieldSql } from '../fields.ts'
import type { Period } from '../period-in-name.ts'
import { IS_S_GSE } from '../shapes.ts'
import { asWritten, identityInText, spreadsheetError } from './cell-conditions.ts'
import type { Condition } from './condition.ts'

interface ConditionsOf {
  readonly dataset: DatasetName
  readonly fields: readonly FieldSql[]
  readonly agreement: Agreement
  readonly source: AgreementSource
  /** The period that the file may speak of, where its name binds it. */
  readonly bound: Period | null
  readonly today: string
}

/** Every condition on single rows, in the order in which an analyst wants to read them. */
export function conditionsOn(request: ConditionsOf): Condition[] {
  const { fields } = request
  const given = fields.filter(({ text }) => text !== null)
  const names = new Set(given.map(({ field }) => field.name))
  return [
    ...given.flatMap(asWritten),
    ...dates(request).filter(({ field }) => names.has(field)),
    ...people(request, names),
    ...durations(request, names),
    ...surveys(request, names),
    ...amounts(request),
    ...statuses(request),
    ...given.filter(({ field }) => field.type === 'text').map(identityInText),
    ...given.filter(({ field }) => field.type === 'text' && !isClosed(field)).map(spreadsheetError),
  ]
}

function dates({ agreement, dataset, bound, today }: ConditionsOf): Condition[] {
  const { start, end } = agreement.period
  const happened = ['date', 'start_date'].map((field) => ({
    rule: 'date_in_future',
    field,
    when: `${field} > ${day(today)}`,
  }))
  const within = `date between ${day(start)} and ${day(end)}`
  const outside: Condition[] =
    dataset === 'attendance' || dataset === 'headcount'
      ? [{ rule: 'outside_agreement', field: 'date', when: `not (${within}) and date <= ${day(today)}` }]
      : []
  const near: Condition[] =
    dataset === 'statuses' || dataset === 'surveys' || dataset === 'funding'
      ? [{ rule: 'near_agreement', field: 'date', when: `date < ${day(start)}` }]
      : []
  const field = dataset === 'engagements' ? 'start_date' : 'date'
  const period: Condition[] = bound
    ? [
        {
          rule: 'outside_file_period',
          field,
          when: `not (${field} between ${day(bound.start)} and ${day(bound.end)})`,
        },
      ]
    : []
  return [
    ...happened,
    ...outside,
    ...near,
    ...period,
    { rule: 'end_before_start', field: 'end_date', when: 'end_date < start_date' },
  ]
}

function people({ agreement, dataset, today }: ConditionsOf, names: ReadonlySet<string>): Condition[] {
  if (!names.has('participant')) return []
  const written = ['birth_year', 'birth_date'].filter((name) => names.has(name))
  const born = `coalesce(${[...written.map(year), 'identity_birth_year'].join(', ')})`
  const { youngest, oldest } = agreement.target_group ?? {}
  const when = names.has('date')
    ? 'year(date)'
    : names.has('start_date')
      ? 'year(start_date)'
      : `year(${day(today)})`
  const outside = [
    ...(youngest === undefined ? [] : [`${when} - ${born} < ${youngest}`]),
    ...(oldest === undefined ? [] : [`${when} - ${born} > ${oldest}`]),
  ]
  const aged = outside.length > 0 && ['participants', 'attendance', 'engagements'].includes(dataset)
  const role = names.has('role') ? " and coalesce(role, 'participant') = 'participant'" : ''
  return [
    { rule: 'number_destroyed', field: 'participant', when: "identity_kind = 'destroyed'" },
    {
      rule: dataset === 'attendance' ? 'birth_date_only' : 'person_required',
      field: 'participant',
      when: "identity_kind = 'birth_date'",
    },
    {
      rule: dataset === 'attendance' ? 'person_not_named' : 'person_required',
      field: 'participant',
      when: "identity_kind = 'not_named'",
    },
    {
      rule: 'impossible_birth_year',
      field: 'participant',
      when: `identity_birth_date > ${day(today)}`,
    },
    ...written.flatMap((name) => [
      {
        rule: 'impossible_birth_year',
        field: name,
        when: `${year(name)} < 1900 or ${year(name)} > year(${day(today)})`,
      },
      { rule: 'birth_conflicts_with_number', field: name, when: `${year(name)} <> identity_birth_year` },
    ]),
    ...(names.has('gender')
      ? [
          {
            rule: 'gender_conflicts_with_number',
            field: 'gender',
            when: "gender in ('woman', 'man') and gender <> identity_gender",
          },
        ]
      : []),
    ...(aged
      ? [
          {
            rule: 'age_outside_target_group',
            field: written[0] ?? 'participant',
            when: `(${outside.join(' or ')})${role}`,
          },
        ]
      : []),
  ]
}

function durations({ dataset }: ConditionsOf, names: ReadonlySet<string>): Condition[] {
  if (dataset !== 'attendance' && dataset !== 'headcount') return []
  const timed = names.has('start_time') && names.has('end_time')
  const length = "date_diff('minute', start_time, end_time)"
  return [
    ...(names.has('minutes')
      ? [{ rule: 'minutes_out_of_range', field: 'minutes', when: 'minutes not between 1 and 1440' }]
      : []),
    ...(names.has('minutes') && timed
      ? [{ rule: 'minutes_differ', field: 'minutes', when: `minutes % 1440 <> (${length} + 1440) % 1440` }]
      : []),
    ...(timed
      ? [
          {
            rule: 'long_session',
            field: 'end_time',
            when: `${length} > 960 or ${length} between -480 and 0`,
          },
        ]
      : []),
  ]
}

const year = (name: string) => (name === 'birth_year' ? name : 'year(birth_date)')

const ITEMS = Array.from({ length: 10 }, (_, index) => `item_${index + 1}`)

function surveys({ dataset }: ConditionsOf, names: ReadonlySet<string>): Condition[] {
  if (dataset !== 'surveys') return []
  const items = ITEMS.filter((item) => names.has(item))
  const sum = ITEMS.join(' + ')
  return [
    ...items.map((field) => ({
      rule: 'survey_item_out_of_scale',
      field,
      when: `${field} not between 1 and 4`,
    })),
    ...(names.has('total')
      ? [
          { rule: 'survey_total_out_of_scale', field: 'total', when: 'total not between 10 and 40' },
          { rule: 'survey_total_differs', field: 'total', when: `total <> ${sum}` },
        ]
      : []),
    { rule: 'survey_incomplete', field: items[0] ?? 'total', when: `coalesce(${sum}, total) is null` },
    ...(names.has('instrument')
      ? [
          {
            rule: 'unknown_instrument',
            field: 'instrument',
            when: `not (${IS_S_GSE})`,
          },
        ]
      : []),
  ]
}

function amounts({ dataset }: ConditionsOf): Condition[] {
  if (dataset === 'headcount') return [{ rule: 'negative_count', field: 'count', when: 'count < 0' }]
  if (dataset === 'funding') return [{ rule: 'amount_negative', field: 'amount', when: 'amount < 0' }]
  return []
}

/** The value of a status is a code where the contract lists the codes of its domain. */
function statuses({ dataset }: ConditionsOf): Condition[] {
  if (dataset !== 'statuses') return []
  return [
    ...Object.entries(STATUS_CODES).map(([domain, codes]) => ({
      rule: 'unknown_code',
      field: 'value',
      when: `domain = ${literal(domain)} and value not in ${listed(codes)}`,
    })),
    {
      rule: 'taken_as_inactive',
      field: 'value',
      when: `domain in ('association_life', 'culture_leisure') and value not in ${listed(Participation.options)}`,
    },
    { rule: 'unknown_domain', field: 'domain', when: `domain not in ${listed(StatusDomain.options)}` },
  ]
}

const listed = (codes: readonly string[]) => `(${codes.map(literal).join(', ')})`

const day = (date: string) => `date ${literal(date)}`

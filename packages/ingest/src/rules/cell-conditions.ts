import { identifier } from '@utfall/warehouse'
import { hidesIdentity, isClosed } from '../fields.ts'
import type { FieldSql } from '../fields.ts'
import type { Condition } from './condition.ts'

/** A value of a closed list is none. */
export function identityInText({ field, text }: FieldSql): Condition {
  const { name } = field
  const when = isClosed(field)
    ? `case when ${identifier(name)} is null then looks_like_identity(${text}) end`
    : hidesIdentity(name)
  return { rule: 'identity_in_text', field: name, when }
}

/** What the text of one cell is not. A CASE, so that nothing is asked of the rows that are right. */
export function asWritten({ field, text }: FieldSql): Condition[] {
  const { name } = field
  const value = identifier(name)
  const wrong = (rule: string, and = '') => ({
    rule,
    field: name,
    when: `case when ${value} is null then not blank(${text})${and} end`,
  })
  const missing: Condition[] = field.required
    ? [{ rule: 'value_missing', field: name, when: `case when ${value} is null then blank(${text}) end` }]
    : []
  const number = `not is_personal_number(${text})`
  const hidden: Condition = {
    rule: 'identity_for_number',
    field: name,
    when: `case when ${value} is null then is_personal_number(${text}) end`,
  }
  switch (field.type) {
    case 'date':
      return [...missing, wrong('not_a_date')]
    case 'time':
      return [...missing, wrong('not_a_time')]
    case 'decimal':
      return [...missing, wrong('not_a_number', ` and ${number}`), hidden]
    case 'integer':
      return [
        ...missing,
        wrong('not_a_number', ` and as_number(${text}) is null`),
        wrong('not_a_whole_number', ` and as_number(${text}) is not null and ${number}`),
        hidden,
      ]
    case 'year':
      return [...missing, wrong('impossible_birth_year')]
    case 'code':
      return [...missing, wrong('unknown_code')]
    case 'text':
      return isClosed(field) ? [...missing, wrong('unknown_activity')] : missing
    case 'participant':
      return field.required ? [{ rule: 'value_missing', field: name, when: `blank(${text})` }] : []
  }
}

/** What a spreadsheet shows where a formula has failed would be a district, a session or a note like any other. */
export function spreadsheetError({ field: { name }, text }: FieldSql): Condition {
  const when = `case when starts_with(${text}, '#') then is_spreadsheet_error(${text}) end`
  return { rule: 'spreadsheet_error', field: name, when }
}

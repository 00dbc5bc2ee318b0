import { DATASETS, Occupation } from '@utfall/contracts'
import type { Agreement, AgreementSource, DatasetName, Field } from '@utfall/contracts'
import { identifier, literal } from '@utfall/warehouse'
import { foldCode, spellings } from './mapping.ts'

/** A field as SQL: its text in the file (`textOf` its name), and the value that the text becomes. */
export interface FieldSql {
  readonly field: Field
  /** Null where the file has no such column. */
  readonly text: string | null
  readonly value: string
}

const TYPES: Readonly<Record<Field['type'], { cast: (text: string) => string; type: string }>> = {
  participant: { cast: () => 'identity.person', type: 'uuid' },
  date: { cast: (text) => `as_date(${text})`, type: 'date' },
  time: { cast: (text) => `as_time(${text})`, type: 'time' },
  integer: { cast: (text) => `as_integer(${text})`, type: 'integer' },
  decimal: { cast: (text) => `as_number(${text})`, type: 'decimal(18, 4)' },
  year: { cast: (text) => `as_year(${text})`, type: 'smallint' },
  text: { cast: (text) => `masked(as_text(${text}))`, type: 'varchar' },
  code: { cast: (text) => `as_text(${text})`, type: 'varchar' },
}

/** Every field of a dataset as SQL over the staged table. */
export function fieldsAsSql(
  dataset: DatasetName,
  present: ReadonlySet<string>,
  source: AgreementSource,
  agreement: Agreement,
): FieldSql[] {
  return DATASETS[dataset].fields.map((field) => {
    const { cast, type } = TYPES[field.type]
    if (!present.has(field.name)) return { field, text: null, value: `null::${type}` }
    const text = textOf(field.name)
    const codes = spellings(source, field, agreement.activities)
    if (codes === null)
      return { field, text, value: field.name === 'session' ? sessionName(text) : cast(text) }
    const others = isClosed(field) ? '' : `, ${cast(text)}`
    return { field, text, value: `coalesce(${recognised(text, codes, isClosed(field))}${others})` }
  })
}

/** The column that keeps what the file says in a field, beside the value that it becomes. */
export function textOf(field: string): string {
  return identifier(`text_${field}`)
}

/** Whether only listed codes will do. */
export function isClosed(field: Field): boolean {
  return field.codes !== undefined || field.listed !== undefined
}

/**
 * As written when that is the code already: folding ten million texts costs more than finding them in a list. Codes
 * of a closed list are an ENUM while they wait, one byte each.
 */
function recognised(text: string, spelled: ReadonlyMap<string, string>, closed: boolean): string {
  if (spelled.size === 0) return 'null::varchar'
  const cases = [...spelled].map(([spelling, code]) => `when ${literal(spelling)} then ${literal(code)}`)
  const folded = `case lower(nfc_normalize(trimmed(${text}))) ${cases.join(' ')} end`
  if (!closed) return folded
  const codes = [...new Set(spelled.values())]
  const type = `enum (${codes.map(literal).join(', ')})`
  const asWritten = codes.every((code) => spelled.get(foldCode(code)) === code)
  return `${asWritten ? `try_cast(${text} as ${type}), ` : ''}(${folded})::${type}`
}

/** Sessions are told apart by name, so a masked one keeps a mark of its own. */
export function sessionName(text: string): string {
  return `case when looks_like_identity(${text})
    then '•••' || left(hmac_sha256($inner::blob, $outer::blob, as_text(${text})), 12) else as_text(${text}) end`
}

/** The values of `statuses` in the domains whose codes the contract lists. */
export const STATUS_CODES: Readonly<Record<string, readonly string[]>> = { occupation: Occupation.options }

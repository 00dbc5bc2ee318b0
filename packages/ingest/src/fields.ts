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

const TYPES: Readonly<
  Record<Field['type'], { cast: (text: string, field: string) => string; type: string }>
> = {
  participant: { cast: () => 'identity.person', type: 'uuid' },
  date: { cast: (text) => `as_date(${text})`, type: 'date' },
  time: { cast: (text) => `as_time(${text})`, type: 'time' },
  integer: { cast: (text) => `as_integer(${text})`, type: 'integer' },
  decimal: { cast: (text) => `as_number(${text})`, type: 'decimal(34, 20)' },
  year: { cast: (text) => `as_year(${text})`, type: 'smallint' },
  text: { cast: maskedText, type: 'varchar' },
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
    if (isAmount(dataset, field))
      return {
        field,
        text,
        value: `case when not is_personal_number(${text}) then ${cast(text, field.name)} end`,
      }
    const codes = spellings(source, field, agreement.activities)
    if (codes === null) {
      const own =
        field.name === 'session' ? sessionName(text, hidesIdentity('session')) : cast(text, field.name)
      return { field, text, value: own }
    }
    if (isClosed(field)) return { field, text, value: listedCode(text, codes) }
    return { field, text, value: `coalesce(${spelledCode(text, codes)}, ${cast(text, field.name)})` }
  })
}

/** Whether a number is of money, people or minutes: none of those has the ten digits that a public figure may have. */
function isAmount(dataset: DatasetName, { type }: Field): boolean {
  return (type === 'decimal' && dataset !== 'reference') || type === 'integer'
}

/** The column that keeps what the file says in a field, beside the value that it becomes. */
export function textOf(field: string): string {
  return identifier(`text_${field}`)
}

/** The column that says whether the text of a field looks like an identity number: asked once, since it is dear. */
export function hidesIdentity(field: string): string {
  return identifier(`hides_${field}`)
}

/** Whether only listed codes will do. */
export function isClosed(field: Field): boolean {
  return field.codes !== undefined || field.listed !== undefined
}

/**
 * A code of a closed list, an ENUM while it waits: one byte. As written when that is the code already, since folding
 * ten million texts costs more than finding them in a list. CASE keeps the folding from the others, as in the macros.
 */
function listedCode(text: string, spelled: ReadonlyMap<string, string>): string {
  if (spelled.size === 0) return 'null::varchar'
  const codes = [...new Set(spelled.values())]
  const type = `enum (${codes.map(literal).join(', ')})`
  const folded = `(${spelledCode(text, spelled)})::${type}`
  if (codes.some((code) => spelled.get(foldCode(code)) !== code)) return folded
  const asWritten = `try_cast(${text} as ${type})`
  return `case when ${asWritten} is not null then ${asWritten} else ${folded} end`
}

function spelledCode(text: string, spelled: ReadonlyMap<string, string>): string {
  if (spelled.size === 0) return 'null::varchar'
  const cases = [...spelled].map(([spelling, code]) => `when ${literal(spelling)} then ${literal(code)}`)
  return `case lower(nfc_normalize(trimmed(${text}))) ${cases.join(' ')} end`
}

function maskedText(text: string, field: string): string {
  return `case when ${hidesIdentity(field)} then without_identity(as_text(${text})) else as_text(${text}) end`
}

/** Sessions are told apart by name, so a masked one keeps a mark of its own. */
export function sessionName(text: string, hides = `looks_like_identity(${text})`): string {
  return `case when ${hides}
    then '•••' || left(hmac_sha256($inner::blob, $outer::blob, as_text(${text})), 12) else as_text(${text}) end`
}

/** The values of `statuses` in the domains whose codes the contract lists. */
export const STATUS_CODES: Readonly<Record<string, readonly string[]>> = { occupation: Occupation.options }

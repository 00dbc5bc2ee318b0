import { DATASETS, fieldOfHeader, foldHeader } from '@utfall/contracts'
import type { Agreement, AgreementSource, Field } from '@utfall/contracts'

/** What a sender's headers mean in the contract. */
export interface Mapping {
  /** Each field that the file has, the place of its column from 0, and the sender's own header. */
  readonly columns: readonly { readonly field: Field; readonly index: number; readonly header: string }[]
  /** Headers that mean nothing here. */
  readonly unknown: readonly string[]
  /** Places of the columns, unknown here, that have names of persons. */
  readonly names: readonly number[]
  /** Headers that mean a field which another header before them has taken, each with that one: `Deltagare/Person`. */
  readonly repeated: readonly string[]
  /** Required fields that no header names. */
  readonly missing: readonly Field[]
}

/**
 * Reads a row of headers by the source's own names first, then by the English and Swedish names of the fields that no
 * own name in the row has taken.
 */
export function mapHeaders(source: AgreementSource, headers: readonly string[]): Mapping {
  const dataset = DATASETS[source.dataset]
  const own = new Map(Object.entries(source.columns).map(([header, field]) => [foldHeader(header), field]))
  const taken = new Set(headers.map((header) => own.get(foldHeader(header))))
  const columns: { field: Field; index: number; header: string }[] = []
  const unknown: string[] = []
  const repeated: string[] = []
  const names: number[] = []
  for (const [index, header] of headers.entries()) {
    const named = own.get(foldHeader(header))
    const meant = fieldOfHeader(dataset, header)?.name
    const name = named ?? (meant !== undefined && taken.has(meant) ? undefined : meant)
    const field = dataset.fields.find((each) => each.name === name)
    const before = columns.find((each) => each.field === field)
    if (field === undefined) {
      if (header.trim() !== '') unknown.push(header)
      if (NAMES.has(foldHeader(header))) names.push(index)
    } else if (before) {
      repeated.push(`${before.header.trim()}/${header.trim()}`)
    } else {
      columns.push({ field, index, header })
    }
  }
  const found = new Set(columns.map(({ field }) => field.name))
  const missing = dataset.fields.filter(({ name, required }) => required && !found.has(name))
  return { columns, unknown, names, repeated, missing }
}

/** How senders head the names of persons, folded by `foldHeader`. */
const NAMES = new Set(
  ['Namn', 'Förnamn', 'Efternamn', 'Deltagarens namn', 'Name', 'First name', 'Last name', 'Surname'].map(
    foldHeader,
  ),
)

/**
 * The spellings that a field's value is recognised by, folded by `foldCode`, each with the code that it means: the
 * contract's codes or the agreement's activities, and what the source calls them. Null: any text will do.
 */
export function spellings(
  source: AgreementSource,
  field: Field,
  activities: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> | null {
  const own = Object.entries(source.codes[field.name] ?? {}).map(
    ([from, to]) => [foldCode(from), to] as const,
  )
  const listed =
    field.listed === 'activities'
      ? activities.flatMap(
          ({ id, name }) =>
            [
              [foldCode(id), id],
              [foldCode(name), id],
            ] as const,
        )
      : field.codes?.map((code) => [foldCode(code), code] as const)
  if (listed === undefined) {
    const open = [...(field.known ?? []).map((code) => [foldCode(code), code] as const), ...own]
    return open.length > 0 ? new Map(open) : null
  }
  const known = new Set<string>(listed.map(([, code]) => code))
  return new Map([...listed, ...own.filter(([, code]) => known.has(code))])
}

/** Of the names that a card and its sessions go by, the first that the agreement knows, otherwise the first there is. */
export function activityIn({ activities }: Agreement, source: AgreementSource) {
  const field = DATASETS.attendance.fields.find(({ name }) => name === 'activity')
  const known = field && spellings(source, field, activities)
  return (names: readonly string[]): string =>
    names.find((name) => known?.has(foldCode(name))) ?? names.find((name) => name !== '') ?? ''
}

/** As `lower(nfc_normalize(trim(…)))` does in SQL. */
export function foldCode(code: string): string {
  return code.trim().normalize('NFC').toLowerCase()
}

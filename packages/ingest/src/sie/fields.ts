/** One field of a record: a text, or the texts of a list in braces. */
export type SieField = string | readonly string[]

export interface SieRecord {
  /** In capitals with its `#`, or a brace that stands on a line of its own. */
  readonly label: string
  readonly fields: readonly SieField[]
}

/** A text in quotes, where `\"` is a quote; a list in braces; or anything up to a space, tab or brace. */
const FIELD = /"(?:\\"|[^"])*"?|\{(?:"(?:\\"|[^"])*"|[^"}])*\}?|[^ \t{}]+/g

/** The record on a line, or undefined for a line that is none (blank, a remark, an end-of-file mark). */
export function recordOf(line: string): SieRecord | undefined {
  const text = line.trim()
  if (text === '{' || text === '}') return { label: text, fields: [] }
  if (!text.startsWith('#')) return undefined
  const [label = '', ...fields] = fieldsOf(text)
  return typeof label === 'string' ? { label: label.toUpperCase(), fields } : undefined
}

/** A field as text: empty where it is missing or a list. */
export function textAt(fields: readonly SieField[], index: number): string {
  const field = fields[index]
  return typeof field === 'string' ? field : ''
}

function fieldsOf(text: string): SieField[] {
  return (text.match(FIELD) ?? []).map((field) =>
    field.startsWith('{') ? textsOf(field.replace(/^\{|\}$/g, '')) : textOf(field),
  )
}

function textsOf(list: string): string[] {
  return (list.match(FIELD) ?? []).map(textOf)
}

/** A quote that is not closed ends with the line. */
function textOf(field: string): string {
  const inside = field.startsWith('"') ? field.slice(1).replace(/(?<!\\)"$/, '') : field
  return inside.replaceAll('\\"', '"')
}

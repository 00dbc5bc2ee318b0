import { closest } from '@utfall/contracts'
import type { Agreement, AgreementSource, Field, Language, Sentence } from '@utfall/contracts'
import { masked } from '../masking.ts'
import { foldCode, spellings } from '../mapping.ts'
import { proposeColumns } from './columns.ts'
import type { ProposedColumn } from './columns.ts'
import { sampleOf } from './sample.ts'
import { OTHER_CODES } from './words.ts'

/** A source as agreement.yaml could have it, for a file whose layout no source knows. */
export interface SourceProposal {
  readonly dataset: string
  /** To paste below `sources:`, indented as its other entries are. */
  readonly yaml: string
  /** Required fields that no column seems to hold. */
  readonly missing: readonly string[]
}

/**
 * Proposes how a file could be read: the nearest dataset by headers and content, its columns and codes. A guess for the
 * analyst to judge, never used by itself. Null where the file is no table, or nothing in it is recognised.
 *
 * @param source the source that the file lies under, when its columns alone are unknown
 * @param language of the comments
 */
export async function proposeSource(
  file: string,
  agreement: Agreement,
  source: AgreementSource | undefined,
  language: Language = 'sv',
): Promise<SourceProposal | null> {
  const sample = await sampleOf(file)
  if (sample === null) return null
  const { activities } = agreement
  const proposal = proposeColumns(sample, activities, source && [source.dataset])
  if (proposal === null) return null
  const { dataset, columns, unused, missing } = proposal
  const own: AgreementSource = source ?? {
    id: 'ny-kalla',
    sender: agreement.association.name,
    dataset,
    files: 'ny-kalla/*',
    replaces: 'rows',
    columns: {},
    codes: {},
    assumed: false,
  }
  const renamed = columns.filter(({ known }) => !known)
  const codes = columns.flatMap((column) => codeLines(column, own, agreement))
  const lines = [
    `- id: ${own.id}`,
    `  sender: ${JSON.stringify(own.sender)}`,
    `  dataset: ${dataset}`,
    `  files: ${JSON.stringify(own.files)}`,
    `  replaces: ${own.replaces}  # rows | period | everything`,
    ...(renamed.length === 0 ? [] : ['  columns:']),
    ...renamed.map(({ header, field }) => `    ${quoted(header)}: ${field.name}`),
    ...(codes.length === 0 ? [] : [codes.every(isRemark) ? '  # codes:' : '  codes:']),
    ...codes,
    ...unused
      .filter(({ header }) => header.trim() !== '')
      .map(({ header, like }) => {
        const also = like ? ` (${ALSO[language]} ${like.name})` : ''
        return `  # ${NOT_READ[language]}: ${quoted(header)}${also}`
      }),
    ...missing.map(({ name }) => `  # ${MISSING[language]}: ${name}`),
  ]
  const yaml = lines.map((line) => `  ${line}\n`).join('')
  return { dataset, yaml, missing: missing.map(({ name }) => name) }
}

const isRemark = (line: string) => /^\s*#/.test(line)

const NOT_READ: Sentence = { sv: 'läses inte', en: 'not read' }
const ALSO: Sentence = { sv: 'kan också vara', en: 'may also be' }
const MISSING: Sentence = { sv: 'saknas', en: 'missing' }

/** What the column's codes mean, as far as that can be guessed; the rest as comments for a person to fill in. */
function codeLines(
  { field, values }: ProposedColumn,
  source: AgreementSource,
  agreement: Agreement,
): string[] {
  const known = spellings(source, field, agreement.activities)
  if (known === null || (field.codes === undefined && field.listed === undefined)) return []
  const unknown = [...new Set(values)].filter((value) => !known.has(foldCode(value))).slice(0, MOST_CODES)
  if (unknown.length === 0) return []
  const allowed = new Set(known.values())
  const lines = unknown.map((value) => {
    const code = meantBy(field, foldCode(value), unknown) ?? nearest(foldCode(value), known)
    return code !== undefined && allowed.has(code)
      ? { guessed: true, text: `${quoted(value)}: ${code}` }
      : { guessed: false, text: `# ${quoted(value)}: ${[...allowed].join(' | ')}` }
  })
  const head = lines.some(({ guessed }) => guessed) ? `    ${field.name}:` : `    # ${field.name}:`
  return [head, ...lines.map(({ text }) => `      ${text}`)]
}

/** What senders mean by a code as a rule. `K` is a woman, but beside a `T` for tjej it is a kille. */
function meantBy({ name }: Field, value: string, all: readonly string[]): string | undefined {
  const isPair = name === 'gender' && all.some((each) => foldCode(each) === 't')
  return (isPair ? { t: 'woman', k: 'man' }[value] : undefined) ?? OTHER_CODES[name]?.[value]
}

/** The code whose name is spelled almost so, or begins so: `Kursen` for `Kurs`. */
function nearest(value: string, known: ReadonlyMap<string, string>): string | undefined {
  const names = [...known.keys()]
  const begun = names.find((name) => name.length > 2 && value.startsWith(name))
  const name = begun ?? (value.length > 3 ? closest(value, names) : undefined)
  return name === undefined ? undefined : known.get(name)
}

const MOST_CODES = 20

const quoted = (text: string) => JSON.stringify(masked(text))

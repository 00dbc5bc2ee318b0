import { DATASETS, DatasetName, closest, fieldOfHeader, foldHeader } from '@utfall/contracts'
import type { AgreementActivity, Field, FieldType } from '@utfall/contracts'
import { IDENTITY_PATTERN } from '../masking.ts'
import { foldCode } from '../mapping.ts'
import type { Sample } from './sample.ts'
import { ITEM, OTHER_CODES, OTHER_NAMES } from './words.ts'

/** A column and what it most likely means. */
export interface ProposedColumn {
  readonly header: string
  readonly field: Field
  /** Whether the header alone says so, without the source's `columns`. */
  readonly known: boolean
  readonly values: readonly string[]
}

export interface Proposal {
  readonly dataset: DatasetName
  readonly columns: readonly ProposedColumn[]
  readonly unused: readonly { readonly header: string; readonly like?: Field }[]
  readonly missing: readonly Field[]
}

interface Candidate {
  readonly index: number
  readonly field: Field
  readonly score: number
}

/** What a table most likely is: the dataset whose fields its headers and its content fit best. */
export function proposeColumns(
  sample: Sample,
  activities: readonly AgreementActivity[],
  datasets: readonly DatasetName[] = DatasetName.options,
): Proposal | null {
  const ranked = datasets
    .map((dataset) => proposalFor(sample, activities, dataset))
    .toSorted((a, b) => b.score - a.score)
  const best = ranked[0]
  return best && best.proposal.columns.length > 0 ? best.proposal : null
}

function proposalFor(sample: Sample, activities: readonly AgreementActivity[], dataset: DatasetName) {
  const { fields } = DATASETS[dataset]
  const candidates = sample.headers.flatMap((header, index) => {
    const values = valuesOf(sample, index)
    return fields.flatMap((field): Candidate[] => {
      const score = scoreOf(header, values, field, dataset, activities)
      return score > 0 ? [{ index, field, score }] : []
    })
  })
  const taken: Candidate[] = []
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (!taken.some(({ index, field }) => index === candidate.index || field === candidate.field)) {
      taken.push(candidate)
    }
  }
  const missing = fields.filter((field) => field.required && !taken.some((each) => each.field === field))
  const score = taken.reduce((sum, each) => sum + each.score, 0) - 2 * missing.length
  const columns = taken
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, field }) => {
      const header = sample.headers[index] ?? ''
      return {
        header,
        field,
        known: fieldOfHeader(DATASETS[dataset], header) === field,
        values: valuesOf(sample, index),
      }
    })
  const unused = sample.headers.flatMap((header, index) => {
    if (taken.some((each) => each.index === index)) return []
    const like = candidates.find((each) => each.index === index)?.field
    return [{ header, ...(like && { like }) }]
  })
  return { score, proposal: { dataset, columns, unused, missing } }
}

/** Not null: what the header says, and what stands below it. A column whose cells cannot be the field's is none. */
function scoreOf(
  header: string,
  values: readonly string[],
  field: Field,
  dataset: DatasetName,
  activities: readonly AgreementActivity[],
): number {
  const fits = fitOf(values, field, activities)
  // The header alone makes it the field, whatever stands below: so it is read.
  if (fits < 0.5 && fieldOfHeader(DATASETS[dataset], header) !== field) return 0
  const named = nameScore(header, field, dataset)
  if (named > 0) return named + fits / 4
  const telling = TELLING.has(field.type) && field.name !== 'birth_date'
  return telling || field.listed ? (fits > 0.8 ? fits / 2 : 0) : 0
}

/** The types whose cells tell what they are without a header; but a day is a birth date only where its header says so. */
const TELLING: ReadonlySet<FieldType> = new Set(['participant', 'date', 'code'])

function nameScore(header: string, field: Field, dataset: DatasetName): number {
  if (fieldOfHeader(DATASETS[dataset], header) === field) return 1
  const folded = foldHeader(header)
  const others = (OTHER_NAMES[field.name] ?? []).map(foldHeader)
  if (others.includes(folded) || field.name === `item_${Number(ITEM.exec(folded)?.[1])}`) return 0.8
  const names = [field.name, ...field.swedish].map(foldHeader)
  if (closest(folded, names) !== undefined && folded.length > 3) return 0.7
  const part = [...names, ...others].some((name) => name.length > 3 && folded.includes(name))
  return part ? 0.5 : 0
}

const IDENTITY = new RegExp(`^${IDENTITY_PATTERN.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}')}$`, 'u')
const DATE = /^(?:(?:19|20)\d{2}[-/.]?\d{1,2}[-/.]?\d{1,2}(?:[ T].*)?|\d{1,2}[/.]\d{1,2}[ /.](?:19|20)\d{2})$/
const LOOKS: Readonly<Partial<Record<FieldType, RegExp>>> = {
  date: DATE,
  time: /^\d{1,2}[.:]?\d{2}(?:[.:]\d{2})?$/,
  integer: /^-?\d[\d\s]*$/,
  decimal: /^[-−]?\d[\d\s.,]*(?:kr)?$/i,
  year: /^(?:19|20)\d{2}(?:-\d{2}-\d{2})?$/,
}

/** The share of the cells that can be the field's. */
function fitOf(values: readonly string[], field: Field, activities: readonly AgreementActivity[]): number {
  if (values.length === 0) return 0.5
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length
  if (field.type === 'participant')
    return Math.max(
      share((value) => IDENTITY.test(value)),
      share(isPlainId) * 0.6,
    )
  if (field.codes) {
    const known = new Set<string>([...field.codes, ...Object.keys(OTHER_CODES[field.name] ?? {})])
    return share((value) => known.has(foldCode(value)))
  }
  if (field.listed === 'activities') {
    const known = new Set(activities.flatMap(({ id, name }) => [foldCode(id), foldCode(name)]))
    return 0.5 + share((value) => known.has(foldCode(value))) / 2
  }
  const looks = LOOKS[field.type]
  return looks ? share((value) => looks.test(value)) : 0.5
}

const isPlainId = (value: string) => /^[\p{L}\d-]{1,20}$/u.test(value) && !DATE.test(value)

function valuesOf({ rows }: Sample, index: number): string[] {
  return rows.map((cells) => cells[index]?.trim() ?? '').filter((value) => value !== '')
}

import { EXIT_STATUS, ExpectedFault, closest, didYouMean } from '@utfall/contracts'
import type { Agreement, Language, Sentence } from '@utfall/contracts'
import type { Home, Warehouse } from '@utfall/warehouse'

/** What narrows a figure to some of the people: at most one category of each. */
export interface Where {
  readonly activity?: string | undefined
  readonly gender?: string | undefined
  readonly age_group?: string | undefined
  readonly district?: string | undefined
}

/** The publication's own word for figures as the warehouse stands, published or not. */
export const DRAFT = 'draft'

export interface ExplainRequest {
  readonly warehouse: Warehouse
  readonly home: Home
  readonly agreement: Agreement
  readonly indicator: string
  /** The code of a period: 2025, 2025-T1, 1, all. */
  readonly period: string
  /** An id, or `draft`; by default the newest, or the draft where that has no such figure. */
  readonly publication?: string
  /** A version of the definition; by default the newest that stands in the period. */
  readonly version?: number
  readonly where: Where
  /** Whether to list pseudonyms. */
  readonly members: boolean
  readonly indicatorFolders: readonly string[]
  readonly now: Date
}

/** The published breakdown and category that `where` asks for; undefined where no single cell is that. */
export function cellOf(where: Where): { breakdown: string; category: string } | undefined {
  const given = Object.entries(where).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  )
  const [first, second, ...more] = given.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name))
  if (first === undefined) return { breakdown: 'total', category: '' }
  if (second === undefined) return { breakdown: first.name, category: first.value }
  const breakdown = `${first.name}*${second.name}`
  if (more.length > 0 || breakdown !== 'gender*age_group') return undefined
  return { breakdown, category: `${first.value}*${second.value}` }
}

const ORDER = ['activity', 'gender', 'age_group', 'district']

/** Parameters of the scripts that find the people behind a figure. */
export function peopleAsked({ agreement, period, where }: ExplainRequest) {
  return {
    agreement: agreement.id,
    period,
    activity: where.activity ?? null,
    gender: where.gender ?? null,
    age_group: where.age_group ?? null,
    district: where.district ?? null,
  }
}

const wrongUse = (code: string, sentence: Sentence) => new ExpectedFault(code, sentence, EXIT_STATUS.wrongUse)

export const noSuchPublication = (id: string) =>
  wrongUse('unknown_publication', {
    sv: `Publikationen ”${id}” finns inte. ”utfall publications” visar vilka som finns; ”${DRAFT}” är talen som de är nu.`,
    en: `There is no publication "${id}". "utfall publications" shows those there are; "${DRAFT}" is the figures as they are now.`,
  })

export const noSuchFigure = ({ agreement, indicator, period }: ExplainRequest, periods: readonly string[]) =>
  wrongUse('unknown_figure', {
    sv: `${agreement.id} har inget tal ${indicator} för ”${period}”. Perioder som finns: ${periods.toSorted().join(', ')}.`,
    en: `${agreement.id} has no figure ${indicator} for "${period}". Periods there are: ${periods.toSorted().join(', ')}.`,
  })

export const noSuchVersion = (
  { agreement, indicator, period, version }: ExplainRequest,
  there: readonly number[],
) =>
  wrongUse('unknown_version', {
    sv: `${agreement.id} har ingen version ${version} av ${indicator} i ”${period}”. Versioner som finns: ${there.join(', ')}.`,
    en: `${agreement.id} has no version ${version} of ${indicator} in "${period}". Versions there are: ${there.join(', ')}.`,
  })

/** Says what there is of each breakdown that was asked for. */
export const noSuchPart = (
  { agreement, indicator, where }: ExplainRequest,
  there: readonly { readonly breakdown: string; readonly category: string }[],
) => {
  const asked = Object.entries(where).map(([name, category]) => {
    const known = there.filter(({ breakdown }) => breakdown === name).map((row) => row.category)
    return {
      name,
      codes: [...new Set(known)].toSorted().join(', '),
      guess: didYouMean(closest(category, known)),
    }
  })
  const codes = asked.map((each) => `${each.name}: ${each.codes === '' ? '–' : each.codes}`).join('; ')
  const guess = (language: Language) => asked.map((each) => each.guess[language]).join('')
  return wrongUse('unknown_category', {
    sv: `${agreement.id} har ingen ${inWords(where)} i ${indicator}. Koder som finns: ${codes}.${guess('sv')}`,
    en: `${agreement.id} has no ${inWords(where)} in ${indicator}. Codes there are: ${codes}.${guess('en')}`,
  })
}

const inWords = (where: Where) =>
  Object.entries(where)
    .map(([name, category]) => `${name}=${category}`)
    .join(', ')

export const noSuchIndicator = (id: string, known: readonly string[]) => {
  const guess = didYouMean(closest(id, known))
  return wrongUse('unknown_indicator', {
    sv: `Indikatorn ”${id}” finns inte.${guess.sv} Här finns: ${known.join(', ')}.`,
    en: `There is no indicator "${id}".${guess.en} There are: ${known.join(', ')}.`,
  })
}

import type { PublishedIndicator } from '@utfall/contracts'
import { countingRules } from '#lib/agreement/counting-rules.ts'
import type { FigureTable } from '#lib/figure/marks.ts'
import type { Publication } from '#lib/publication/publication.ts'
import { indicatorPath } from '#lib/reader/links.ts'
import type { Href } from '#lib/reader/links.ts'
import type { Words } from '#lib/words/words.ts'

/** One version of a definition, in words and as the engine reads it. */
export interface DefinitionView {
  readonly version: number
  /** Since when it holds in each agreement, as a sentence; empty where it holds in none. */
  readonly valid: string
  readonly definition: string
  readonly terms: readonly (readonly [name: string, text: string])[]
  /** What each agreement decides of the figure; undefined where nothing is left to them. */
  readonly parameters: FigureTable | undefined
  readonly sql: string
}

interface Reader {
  readonly publication: Publication
  readonly words: Words
  readonly href: Href
}

export function definitionView(
  indicator: PublishedIndicator,
  { publication, words }: Reader,
): DefinitionView {
  const { methodPage: say, indicatorPage } = words.say
  const { counted } = indicatorPage
  const pick = (sentence: { sv: string; en: string } | undefined) => (sentence ? words.pick(sentence) : '')
  const terms: (readonly [string, string])[] = [
    [indicator.denominator ? counted.numerator : say.counts, pick(indicator.numerator)],
    [counted.denominator, pick(indicator.denominator)],
    [counted.excluded, pick(indicator.excluded)],
    [counted.placedBy, pick(indicator.placed_by)],
    [counted.limitation, pick(indicator.limitation)],
    [counted.origin, indicator.origin ?? ''],
  ]
  const since = publication.agreements.flatMap(({ id, title }) => {
    const day = indicator.valid_from[id]
    return day ? [say.validFrom(words.day(day), title)] : []
  })
  return {
    version: indicator.version,
    valid: since.length > 0 ? say.valid(words.say.agreementPage.list(since)) : '',
    definition: pick(indicator.definition),
    terms: terms.filter(([, text]) => text !== ''),
    parameters: parametersTable(indicator, publication, words),
    sql: indicator.sql.trim(),
  }
}

function parametersTable(
  { parameters, valid_from }: PublishedIndicator,
  { agreements }: Publication,
  words: Words,
): FigureTable | undefined {
  const { methodPage: say } = words.say
  const used = agreements.filter(({ id }) => valid_from[id] !== undefined)
  const names = [...new Set(used.flatMap(({ id }) => Object.keys(parameters[id] ?? {})))]
  if (names.length === 0) return undefined
  return {
    caption: say.parameters.caption,
    columns: [say.parameters.what, ...used.map(({ title }) => title)],
    rows: names.map((name) =>
      name === 'counting_rule'
        ? {
            name: words.say.indicatorPage.counted.countingRule,
            cells: used.map((agreement) => countingRules(agreement, words)),
          }
        : {
            name: say.parameters.names[name] ?? name,
            cells: used.map(({ id }) => valueInWords(name, parameters[id]?.[name], words)),
          },
    ),
  }
}

function valueInWords(name: string, value: unknown, words: Words): string {
  const { parameters, yes, no } = words.say.methodPage
  if (typeof value === 'boolean') return value ? yes : no
  if (name === 'age_groups' && Array.isArray(value)) return ageGroups(value, words)
  if (Array.isArray(value)) {
    return value.length === 0
      ? parameters.nothing
      : value.map((each) => valueInWords(name, each, words)).join(', ')
  }
  if (typeof value === 'number') return name === 'volunteer_rate' ? words.kronor(value) : words.number(value)
  if (typeof value !== 'string') return parameters.nothing
  return parameters.values[value] ?? words.say.waterfall.reasons[value] ?? value
}

/** Upper limits 12, 15, 64 as `0–12, 13–15, 16–64, 65 år och äldre`. */
function ageGroups(limits: readonly unknown[], words: Words): string {
  const years = limits.filter((limit) => typeof limit === 'number')
  const groups = years.map((limit, index) => `${(years[index - 1] ?? -1) + 1}–${limit}`)
  return [...groups, words.say.codes.ageOver(String((years.at(-1) ?? -1) + 1))].join(', ')
}

/** Where the indicator is shown, agreement by agreement. */
export const usesOf = (indicator: string, { publication, href }: Reader) =>
  publication.agreements
    .filter(({ id }) => publication.results(id, indicator).length > 0)
    .map(({ id, title }) => ({ text: title, href: href(indicatorPath(id, indicator)) }))

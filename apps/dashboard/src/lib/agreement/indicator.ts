import { COST_BASES } from '@utfall/contracts'
import type { PublishedIndicator, ResultRow } from '@utfall/contracts'
import { correctionWaits, headline } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { capital } from '@utfall/contracts/written-figure'
import { figureOrSign, intervalInWords, targetInWords } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'
import { followUpHeadline } from './follow-up.ts'
import { countingRules } from './counting-rules.ts'
import { waterfallSteps } from './waterfall.ts'
import type { CountingStep } from './waterfall.ts'

export interface IndicatorView {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly version: number
  /** Which day decides, who defined it, what it does not say. */
  readonly terms: readonly (readonly [name: string, text: string])[]
  /** The headline figure; one for each basis where the indicator is a cost. */
  readonly figures: readonly {
    readonly basis: string
    readonly text: string
    readonly ofWhole: string
    readonly words: string
  }[]
  readonly span: string
  readonly trust: string
  readonly steps: readonly CountingStep[]
  /** What the figure would be if all the unknown were yes or no; empty where none is unknown. */
  readonly bounds: string
  /** The goals that it measures, each with its target. */
  readonly goals: readonly string[]
}

export function indicatorView(indicator: PublishedIndicator, reading: Reading): IndicatorView {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, indicator.id)
  const rows = ['', ...COST_BASES].flatMap((basis) => headline(results, basis) ?? [])
  const [first] = rows
  const { counted } = words.say.indicatorPage
  const pick = (sentence: { sv: string; en: string } | undefined) => (sentence ? words.pick(sentence) : '')
  return {
    id: indicator.id,
    title: pick(indicator.title),
    definition: pick(indicator.definition),
    version: indicator.version,
    terms: (
      [
        [counted.placedBy, pick(indicator.placed_by)],
        [
          counted.countingRule,
          indicator.terms?.includes('counting_rule') ? countingRules(agreement, words) : '',
        ],
        [counted.origin, indicator.origin ?? ''],
        [counted.limitation, pick(indicator.limitation)],
      ] as const
    ).filter(([, text]) => text !== ''),
    figures: rows.map((row) => headlineInWords(indicator, row, words)),
    span: first ? spanOf(first, reading) : '',
    trust: first?.trust && first.trust !== 'withheld' ? words.say.codes.trust[first.trust] : '',
    steps: waterfallSteps(indicator, reading) ?? (first ? countingSteps(indicator, first, words) : []),
    bounds: first ? boundsInWords(first, words) : '',
    goals: goalsMeasured(indicator, reading),
  }
}

function spanOf(row: ResultRow, reading: Reading): string {
  const { period_start, period_end } = inForce(row, reading)
  return reading.words.months(period_start, period_end)
}

function headlineInWords(
  indicator: PublishedIndicator,
  row: ResultRow,
  words: Words,
): IndicatorView['figures'][number] {
  const followUp = followUpHeadline(indicator, row, words)
  const basis = Object.entries(words.say.codes.basis).find(([code]) => code === row.basis)?.[1] ?? ''
  const interval = intervalInWords(row, words)
  const both = row.numerator !== null && row.denominator !== null
  const amount = (value: number) => (row.unit === 'kronor' ? words.kronor(value) : words.number(value))
  return {
    basis,
    text: followUp?.text ?? figureOrSign(row, words),
    ofWhole: followUp
      ? followUp.answered
      : !both
        ? ''
        : row.unit === 'share'
          ? words.say.figures.of(words.number(row.numerator ?? 0), words.number(row.denominator ?? 0))
          : words.say.indicatorPage.quotient(amount(row.numerator ?? 0), words.number(row.denominator ?? 0)),
    words:
      row.status === 'ok'
        ? [
            followUp && words.say.indicatorPage.byAnswers(figureOrSign(row, words)),
            interval && words.say.agreementPage.goals.withChance(interval),
            correctionWaits(row) && words.say.figures.waitsAlone,
          ]
            .filter((text) => text !== undefined && text !== '' && text !== false)
            .join(' ')
        : `${capital(words.say.codes.status[row.status])}.`,
  }
}

function countingSteps(indicator: PublishedIndicator, row: ResultRow, words: Words): CountingStep[] {
  const { counted } = words.say.indicatorPage
  const inKronor = row.basis !== '' || indicator.unit === 'kronor'
  const write = (value: number | null) =>
    value === null ? '' : inKronor ? words.kronor(value) : words.number(value)
  const plain = (value: number | null) => (value === null ? '' : words.number(value))
  return [
    indicator.denominator && {
      name: counted.denominator,
      count: plain(row.denominator),
      text: words.pick(indicator.denominator),
    },
    indicator.excluded && {
      name: counted.excluded,
      count: plain(row.excluded),
      text: words.pick(indicator.excluded),
    },
    (row.unknown ?? 0) > 0 && { name: counted.unknown, count: plain(row.unknown), text: counted.unknownText },
    {
      name: indicator.denominator ? counted.numerator : counted.counted,
      count: write(row.numerator ?? (indicator.denominator ? null : row.value)),
      text: words.pick(indicator.numerator),
    },
  ].filter((step): step is CountingStep => step !== false && step !== undefined)
}

function boundsInWords(row: ResultRow, words: Words): string {
  if (row.lower_bound === null || row.upper_bound === null || !row.unknown) return ''
  const { bounds } = words.say.indicatorPage.counted
  return bounds(
    words.quantity(row.lower_bound, row.unit, true),
    words.quantity(row.upper_bound, row.unit, true),
  )
}

function goalsMeasured(indicator: PublishedIndicator, { publication, agreement, words }: Reading): string[] {
  return publication.goals
    .filter((row) => row.agreement === agreement.id && row.indicator === indicator.id)
    .flatMap((row) => {
      const goal = agreement.goals.find(({ id }) => id === row.goal)
      if (!goal) return []
      const text = words.language === 'en' ? (goal.text_en ?? goal.text) : goal.text
      const { goal: measures, eachPeriod } = words.say.indicatorPage
      const { period_type: type } = row
      const each = type === 'year' || type === 'agreement_year' ? ` ${eachPeriod[type]}` : ''
      const target =
        row.target === null
          ? ''
          : ` ${words.say.figures.target(targetInWords(row.target, indicator.unit, words))}${each}.`
      return [`${measures(text)}.${target} ${words.say.codes.verdict[row.verdict]}.`]
    })
}

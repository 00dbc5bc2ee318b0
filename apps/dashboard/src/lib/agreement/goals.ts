import type { GoalRow, PublishedAgreement, ResultRow, Unit } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import type { ValueAxis } from '#lib/chart/scale.ts'
import { intervalsOverlap, sameTimeLastYear } from '#lib/publication/results.ts'
import { capital, figureOrSign, intervalInWords } from '#lib/words/words.ts'
import type { Reading } from '#lib/reader/reading.ts'
import type { Words } from '#lib/words/words.ts'
import type { GoalCount } from '#lib/words/messages/sv/agreement-page.ts'

export type Verdict = GoalRow['verdict']

/** A goal of the agreement with its measures, as a reader sees it. */
export interface GoalView {
  readonly id: string
  readonly text: string
  readonly assumed: boolean
  readonly verdict: Verdict
  readonly measures: readonly MeasureView[]
}

export interface MeasureView {
  readonly indicator: string
  readonly title: string
  readonly assumed: boolean
  readonly unit: Unit
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly target: number | null
  readonly axis: ValueAxis
  /** The figure or its sign, `46 av 93`, `mellan 40 och 59 procent`, `Mål 50 %`, why it is withheld. */
  readonly text: string
  readonly ofWhole: string
  readonly interval: string
  readonly targetText: string
  readonly reason: string
  /** The period that the target speaks of, where it is not the whole agreement. */
  readonly period: string
  readonly trust: { readonly word: string; readonly reasons: readonly string[] }
  readonly trend: TrendView
}

/** How the latest part of a year stands against the same part the year before. */
export type TrendView =
  | { readonly kind: 'none'; readonly text: string }
  | {
      readonly kind: 'known'
      readonly period: string
      readonly now: string
      readonly before: string
      readonly direction: 'up' | 'down' | 'same'
      readonly mayBeChance: boolean
    }

export function goalViews(reading: Reading): GoalView[] {
  const { publication, agreement, words } = reading
  const judged = publication.goals.filter((row) => row.agreement === agreement.id)
  return agreement.goals.map((goal) => {
    const rows = judged.filter((row) => row.goal === goal.id)
    return {
      id: goal.id,
      text: words.language === 'en' ? (goal.text_en ?? goal.text) : goal.text,
      assumed: goal.assumed,
      verdict: verdictOf(rows.map((row) => row.verdict)),
      measures: rows.map((row) => measureView(row, reading)),
    }
  })
}

/** A goal is as far as the measure that is furthest behind; one that cannot be judged holds back "met". */
export function verdictOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not_met')) return 'not_met'
  if (verdicts.length === 0 || verdicts.includes('cannot_be_judged')) return 'cannot_be_judged'
  return verdicts.includes('on_the_way') ? 'on_the_way' : 'met'
}

export function countGoals(goals: readonly Pick<GoalView, 'verdict'>[]): GoalCount {
  const of = (verdict: Verdict) => goals.filter((goal) => goal.verdict === verdict).length
  return {
    total: goals.length,
    met: of('met'),
    onTheWay: of('on_the_way'),
    notMet: of('not_met'),
    cannotBeJudged: of('cannot_be_judged'),
  }
}

function measureView(goal: GoalRow, { publication, agreement, words }: Reading): MeasureView {
  const results = publication.results(agreement.id, goal.indicator)
  const result = results.find(
    (row) => row.breakdown === 'total' && row.period_type === goal.period_type && row.period === goal.period,
  )
  const indicator = publication.indicators.get(goal.indicator)
  const unit = indicator?.unit ?? 'people'
  const { figures, codes } = words.say
  return {
    indicator: goal.indicator,
    title: indicator ? words.pick(indicator.title) : goal.indicator,
    assumed: goal.assumed,
    unit,
    value: goal.value,
    low: goal.ci_low,
    high: goal.ci_high,
    target: goal.target,
    axis: valueAxis([{ value: goal.value, low: goal.ci_low, high: goal.ci_high }], goal.target, unit, words),
    text: figureOrSign({ ...goal, unit }, words),
    ofWhole: quotient(result, words),
    interval: intervalInWords({ ...goal, unit }, words),
    targetText: goal.target === null ? '' : figures.target(words.quantity(goal.target, unit)),
    reason: goal.status === 'ok' ? '' : capital(codes.status[goal.status]),
    period: result && result.period_type !== 'agreement' ? capital(words.period(result)) : '',
    trust: { word: codes.trust[goal.trust], reasons: trustReasons(goal, result, words) },
    trend: trendOf(results, agreement, words),
  }
}

const quotient = (row: ResultRow | undefined, words: Words): string =>
  row?.unit === 'share' && row.numerator !== null && row.denominator !== null
    ? words.say.figures.of(words.number(row.numerator), words.number(row.denominator))
    : ''

function trustReasons(goal: GoalRow, result: ResultRow | undefined, words: Words): string[] {
  const { codes, agreementPage } = words.say
  const named = goal.trust_reasons.split(' ').flatMap((code) => codes.trustReasons[code] ?? [])
  if (result?.unit !== 'share' || result.unknown === null) return named
  const { unknown, noUnknown } = agreementPage.goals
  return [result.unknown === 0 ? noUnknown : unknown(words.number(result.unknown)), ...named]
}

export function trendOf(
  results: readonly ResultRow[],
  agreement: PublishedAgreement,
  words: Words,
  basis = '',
): TrendView {
  const { trend } = words.say.agreementPage.goals
  const found =
    sameTimeLastYear(results, agreement.reporting.part_of_year, agreement.period.start, basis) ??
    sameTimeLastYear(results, 'agreement_year', agreement.period.start, basis)
  if (!found) return { kind: 'none', text: trend.none }
  const { now, before } = found
  if (now.value === null || before.value === null) return { kind: 'none', text: trend.withheld }
  const texts = { now: figureOrSign(now, words), before: figureOrSign(before, words) }
  return {
    kind: 'known',
    period: words.period(now),
    ...texts,
    direction: texts.now === texts.before ? 'same' : now.value > before.value ? 'up' : 'down',
    mayBeChance: intervalsOverlap(now, before),
  }
}

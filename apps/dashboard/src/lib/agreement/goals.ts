import type { GoalRow, ResultRow, Unit } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import type { ValueAxis } from '#lib/chart/scale.ts'
import { correctionWaits } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { capital } from '@utfall/contracts/written-figure'
import { figureOrSign, intervalInWords, targetInWords } from '#lib/words/words.ts'
import type { Reading } from '#lib/reader/reading.ts'
import type { Words } from '#lib/words/words.ts'
import type { GoalCount } from '#lib/words/messages/sv/agreement-page.ts'
import { followUpHeadline } from './follow-up.ts'
import { trendOf } from './trend.ts'
import type { TrendView } from './trend.ts'

export type Verdict = GoalRow['verdict']

/** A goal of the agreement with its measures, as a reader sees it. */
export interface GoalView {
  readonly id: string
  readonly text: string
  readonly assumed: boolean
  readonly verdict: Verdict
  readonly measures: readonly MeasureView[]
  /** The titles of what the agreement measures it by, where nothing has been judged by them yet. */
  readonly waiting: readonly string[]
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
  /** The figure or its sign, `46 av 93`, `mellan 40 och 59 procent`, `Mål 50 %`. */
  readonly text: string
  readonly ofWhole: string
  readonly interval: string
  readonly targetText: string
  /** Why the figure is withheld, or what one should know of it. */
  readonly remark: string
  /** Who decided the target and when. */
  readonly decided: string
  /** The period that the target speaks of, where it is not the whole agreement. */
  readonly period: string
  /** How far the figure can be trusted, which is said of none that is withheld, and why not further. */
  readonly trust: { readonly word: string; readonly reasons: readonly string[] }
  readonly trend: TrendView
  /** Where a total that still runs is heading, by its rate so far; empty where it says nothing of that. */
  readonly rate: string
}

export function goalViews(reading: Reading): GoalView[] {
  const { publication, agreement, words } = reading
  const judged = publication.goals.filter((row) => row.agreement === agreement.id)
  return agreement.goals.map((goal) => {
    const rows = goal.indicators.flatMap(({ indicator }) =>
      judged.filter((row) => row.goal === goal.id && row.indicator === indicator),
    )
    return {
      id: goal.id,
      text: words.language === 'en' ? (goal.text_en ?? goal.text) : goal.text,
      assumed: goal.assumed,
      verdict: verdictOf(rows.map((row) => row.verdict)),
      measures: rows.map((row) => measureView(row, reading)),
      waiting: goal.indicators
        .filter(({ indicator }) => !rows.some((row) => row.indicator === indicator))
        .map(({ indicator }) => titleOf(indicator, reading)),
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

function measureView(goal: GoalRow, reading: Reading): MeasureView {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, goal.indicator)
  const result = results.find(
    (row) => row.breakdown === 'total' && row.period_type === goal.period_type && row.period === goal.period,
  )
  const indicator = publication.indicators.get(goal.indicator)
  const followUp = result && followUpHeadline(indicator, result, words)
  const unit = indicator?.unit ?? 'people'
  const { figures, codes } = words.say
  return {
    indicator: goal.indicator,
    title: titleOf(goal.indicator, reading),
    assumed: goal.assumed,
    unit,
    value: goal.value,
    low: goal.ci_low,
    high: goal.ci_high,
    target: goal.target,
    axis: valueAxis([{ value: goal.value, low: goal.ci_low, high: goal.ci_high }], goal.target, unit, words),
    text: followUp?.text ?? figureOrSign({ ...goal, unit }, words),
    ofWhole: followUp?.answered ?? quotient(result, words),
    interval: intervalInWords({ ...goal, unit }, words),
    targetText: goal.target === null ? '' : figures.target(targetInWords(goal.target, unit, words)),
    remark:
      goal.status !== 'ok'
        ? `${capital(codes.status[goal.status])}.`
        : result && correctionWaits(result)
          ? figures.waitsAlone
          : '',
    decided: decisionInWords(goal, words),
    period:
      result && result.period_type !== 'agreement' ? capital(words.period(inForce(result, reading))) : '',
    trust: {
      word: goal.trust === 'withheld' ? '' : codes.trust[goal.trust],
      reasons: trustReasons(goal, result, words),
    },
    trend: trendOf(results, reading),
    rate: rateInWords(goal, results, words),
  }
}

/** Of the period that runs now: the goal itself is judged on one that is over. */
function rateInWords({ period_type, target }: GoalRow, results: readonly ResultRow[], words: Words): string {
  const { ends, rate } = words.say.agreementPage.goals
  const heading = results.flatMap((row) =>
    row.breakdown === 'total' && row.period_type === period_type
      ? (/run_rate=(\d+)/.exec(row.note)?.[1] ?? [])
      : [],
  )[0]
  return heading === undefined || target === null
    ? ''
    : rate(words.number(Number(heading)), words.number(target), ends[period_type])
}

function titleOf(id: string, { publication, words }: Reading): string {
  const indicator = publication.indicators.get(id)
  return indicator ? words.pick(indicator.title) : id
}

const decisionInWords = ({ decided_body, decided_date }: GoalRow, words: Words): string =>
  decided_body !== null && decided_date !== null
    ? words.say.agreementPage.goals.decided(decided_body, words.day(decided_date))
    : ''

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

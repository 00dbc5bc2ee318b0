import type { Language, ResultRow, Sentence, Unit } from '@utfall/contracts'
import { longDay, months, shortMonths } from './dates.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'
import {
  kronor,
  number,
  quantity,
  share,
  writtenFigure,
  writtenTarget,
} from '@utfall/contracts/written-figure'

type Messages = typeof sv

/** A period of a publication, as far as it must be named. */
export interface NamedPeriod {
  readonly period_type: string
  readonly period: string
  readonly period_start: string
  readonly period_end: string
}

/** Everything that is said to one reader, in the reader's language. */
export interface Words {
  readonly language: Language
  readonly say: Messages
  /** The reader's part of a sentence that stands in both languages. */
  readonly pick: (sentence: Sentence) => string
  readonly number: (value: number, decimals?: number) => string
  readonly share: (fraction: number, decimals?: number) => string
  readonly kronor: (amount: number) => string
  readonly quantity: (value: number, unit: Unit, precise?: boolean) => string
  readonly day: (day: string) => string
  readonly months: (start: string, end: string) => string
  readonly period: (period: NamedPeriod) => string
  readonly shortPeriod: (period: NamedPeriod) => readonly [string, string]
  /** The period as it stands inside a sentence: `i maj–augusti 2026`, `2025`, `avtalsår 1`. */
  readonly during: (period: NamedPeriod) => string
}

export function wordsIn(language: Language): Words {
  const say = language === 'sv' ? sv : en
  return {
    language,
    say,
    pick: (sentence) => sentence[language],
    number: (value, decimals) => number(value, language, decimals),
    share: (fraction, decimals) => share(fraction, language, decimals),
    kronor: (amount) => kronor(amount, language),
    quantity: (value, unit, precise) => quantity(value, unit, language, precise),
    day: (day) => longDay(day, language),
    months: (start, end) => months(start, end, language),
    period: (period) => {
      const span = months(period.period_start, period.period_end, language)
      if (period.period_type === 'agreement_year') return say.codes.agreementYear(period.period, span)
      return period.period_type === 'agreement' ? say.codes.wholeAgreement(span) : span
    },
    shortPeriod: (period) =>
      period.period_type === 'agreement_year'
        ? [say.codes.shortAgreementYear(period.period), '']
        : shortMonths(period.period_start, period.period_end, language),
    during: (period) => {
      if (period.period_type === 'agreement_year') return say.codes.duringAgreementYear(period.period)
      if (period.period_type === 'year') return say.codes.duringYear(period.period)
      return say.codes.duringMonths(months(period.period_start, period.period_end, language))
    },
  }
}

/** The figure, or the sign that stands in its place. */
export const figureOrSign = (
  figure: { value: number | null; unit: Unit; status: ResultRow['status'] },
  { language }: Words,
  precise = false,
): string => writtenFigure(figure, language, precise)

/** `mellan 40 och 59 procent`; empty when there is no interval. */
export function intervalInWords(
  { ci_low, ci_high, unit }: { ci_low: number | null; ci_high: number | null; unit: Unit },
  words: Words,
): string {
  if (ci_low === null || ci_high === null) return ''
  const { between, percentWord, pointsWord } = words.say.figures
  if (unit === 'share')
    return between(words.number(ci_low * 100), `${words.number(ci_high * 100)} ${percentWord}`)
  if (unit === 'points') return between(words.number(ci_low, 1), `${words.number(ci_high, 1)} ${pointsWord}`)
  return between(words.quantity(ci_low, unit), words.quantity(ci_high, unit))
}

export const targetInWords = (target: number, unit: Unit, { language }: Words): string =>
  writtenTarget(target, unit, language)

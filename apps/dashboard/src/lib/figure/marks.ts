import { categoryRank } from '@utfall/contracts'
import type { PublishedAgreement, ResultRow } from '@utfall/contracts'
import { correctionWaits } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { categoryName } from '#lib/words/categories.ts'
import { figureOrSign, intervalInWords } from '#lib/words/words.ts'
import type { NamedPeriod, Words } from '#lib/words/words.ts'

/** One point, bar or row of a chart. Without a value it is a gap with a sign. */
export interface Mark {
  /** What it stands for, whole. */
  readonly name: string
  /** The same inside a sentence on time; empty for a group. */
  readonly during: string
  /** The same on at most two short lines, for an axis. */
  readonly label: readonly [string, string]
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** The value as written beside the mark, or the sign in its place. */
  readonly text: string
  /** Why there is no value; empty where there is one. */
  readonly reason: string
  /** How far chance reaches, in words; empty where that is not known. */
  readonly interval: string
  /** Whether the period is still open. */
  readonly incomplete: boolean
  /** Whether a small correction waits: the value is that of before. */
  readonly waits?: boolean
  /** The version of the definition that begins here, after another before it; 0 where none does. */
  readonly begins: number
}

/** A mark that stands for a group. */
export interface GroupMark extends Mark {
  readonly category: string
}

/** A value of one period, as far as a mark tells of it. */
export type PeriodValue = NamedPeriod &
  Value &
  Pick<ResultRow, 'complete'> &
  Partial<Pick<ResultRow, 'definition_version'>>

export const periodMarks = (rows: readonly PeriodValue[], reading: Reading): Mark[] =>
  rows.map((row, index) => {
    const { words } = reading
    const { definition_version: version = 0 } = row
    const named = inForce(row, reading)
    return {
      ...valueOf(row, words),
      name: words.period(named),
      during: words.during(named),
      label: words.shortPeriod(named),
      incomplete: !row.complete,
      begins: index > 0 && rows[index - 1]?.definition_version !== row.definition_version ? version : 0,
    }
  })

export const groupMarks = (
  rows: readonly ResultRow[],
  agreement: PublishedAgreement,
  words: Words,
): GroupMark[] =>
  rows
    .toSorted((a, b) => categoryRank(a, agreement) - categoryRank(b, agreement))
    .map((row) => groupMark(categoryName(row, agreement, words), row.category, row, words))

/** The mark of one group, activity or agreement. */
export const groupMark = (name: string, category: string, row: Value, words: Words): GroupMark => ({
  ...valueOf(row, words),
  category,
  name,
  during: '',
  label: [name, ''],
  incomplete: false,
  begins: 0,
})

type Value = Pick<ResultRow, 'value' | 'unit' | 'status' | 'ci_low' | 'ci_high'> &
  Partial<Pick<ResultRow, 'note'>>

function valueOf(
  row: Value,
  words: Words,
): Pick<Mark, 'value' | 'low' | 'high' | 'text' | 'reason' | 'interval' | 'waits'> {
  const shown = row.status === 'ok' && row.value !== null
  return {
    value: shown ? row.value : null,
    low: shown ? row.ci_low : null,
    high: shown ? row.ci_high : null,
    text: figureOrSign(row, words),
    reason: row.status === 'ok' ? '' : words.say.codes.status[row.status],
    interval: shown ? intervalInWords(row, words) : '',
    waits: shown && correctionWaits({ note: row.note ?? '' }),
  }
}

/** A mark as it is said: `49 %, mellan 43 och 55 procent`. */
export const said = ({ text, reason, interval }: Mark): string =>
  [reason === '' ? text : reason, interval].filter((part) => part !== '').join(', ')

/** A table behind a chart: the same figures, precise, with both parts of each quotient. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly string[]
    /** Whether it is a part of the row before it that is none. */
    readonly part?: boolean
  }[]
  /** What is said below it. */
  readonly note?: string
}

/** The table of `rows`, whose names are those of `marks` in the same order. */
export function tableOf(
  caption: string,
  first: string,
  rows: readonly { readonly name: string; readonly row: ResultRow }[],
  words: Words,
): FigureTable {
  const { figures } = words.say
  const has = (key: 'ci_low' | 'denominator' | 'unknown') => rows.some(({ row }) => row[key] !== null)
  const optional = [
    { title: figures.interval, shown: has('ci_low'), cell: (row: ResultRow) => intervalInWords(row, words) },
    {
      title: figures.numerator,
      shown: has('denominator'),
      cell: (row: ResultRow) => part(row.numerator, words),
    },
    {
      title: figures.denominator,
      shown: has('denominator'),
      cell: (row: ResultRow) => part(row.denominator, words),
    },
    { title: figures.unknown, shown: has('unknown'), cell: (row: ResultRow) => part(row.unknown, words) },
  ].filter(({ shown }) => shown)
  return {
    caption,
    columns: [first, figures.value, ...optional.map(({ title }) => title)],
    rows: rows.map(({ name, row }) => ({
      name,
      cells: [valueInWords(row, words), ...optional.map(({ cell }) => cell(row) || '–')],
    })),
  }
}

const part = (value: number | null, words: Words): string => (value === null ? '' : words.number(value))

/** The value with a decimal and whether a correction waits, or the sign and why. */
function valueInWords(row: ResultRow, words: Words): string {
  const written = figureOrSign(row, words, true)
  if (row.status !== 'ok') return `${written} ${words.say.codes.status[row.status]}`
  return correctionWaits(row) ? `${written} (${words.say.figures.waits})` : written
}

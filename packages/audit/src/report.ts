import type { RowNumber, Sentence } from '@utfall/contracts'
import { RELATION_KINDS } from './relations/kinds.ts'

export const LEAK_KINDS = {
  number_in_withheld_row: { sv: 'en dold rad har ett tal', en: 'a withheld row has a number' },
  note_on_withheld_row: {
    sv: 'bara några av de dolda raderna har en anmärkning',
    en: 'only some of the withheld rows have a note',
  },
  trust_on_withheld_row: {
    sv: 'en dold rad säger sin tillförlitlighet',
    en: 'a withheld row tells its trust',
  },
  small_count_shown: { sv: 'ett litet antal personer visas', en: 'a small count of people is shown' },
  none_or_all_shown: {
    sv: 'ingen eller alla i en grupp visas för ett känsligt utfall',
    en: 'none or all of a group is shown of a sensitive outcome',
  },
  mean_of_few: {
    sv: 'medelvärdet för få följer av det för alla och det för några',
    en: 'the mean of few follows from that of all and that of some',
  },
  few_lost_from_sight: {
    sv: 'en kurva säger hur få som tappades bort mellan två punkter',
    en: 'a curve tells how few were lost from sight between two points',
  },
  few_rows_delivered: {
    sv: 'det sägs hur få rader en fil eller en brist gäller',
    en: 'it is told how few rows a file or a fault is about',
  },
  order_tells: { sv: 'ordningen på raderna skiljer sig', en: 'the order of rows differs' },
  forms_disagree: { sv: 'filformerna säger olika', en: 'the forms of a table disagree' },
  small_correction: {
    sv: 'ett slutligt tal har ändrats med färre personer än tröskeln',
    en: 'a final figure was changed by fewer people than the threshold',
  },
} as const satisfies Record<string, Sentence>
export type LeakKind = keyof typeof LEAK_KINDS

/** Something that a reader sees without solving anything. */
export interface Leak {
  readonly kind: LeakKind
  readonly publication: string
  readonly where: string
  readonly what: string
}

/** A withheld number that is known too closely, and how. */
export interface BrokenCell {
  readonly agreement: string
  readonly indicator: string
  readonly period: string
  readonly breakdown: string
  readonly category: string
  /** Which number of the row: value, numerator, complement … */
  readonly part: string
  readonly least: number
  readonly most: number
  /** How far apart `least` and `most` should have been, at the least. */
  readonly asked: number
  /** Publications that withhold it, the oldest first. */
  readonly publications: readonly string[]
  /** Relations that pin it, in words and as a sum with `?` for what is hidden. */
  readonly pinnedBy: readonly { readonly kind: keyof typeof RELATION_KINDS; readonly sum: string }[]
  /** The shown numbers in them that are not zero, each with all the rows that show it. */
  readonly toldBy: readonly (readonly RowNumber[])[]
}

export interface AuditReport {
  /** The publication that was attacked, and the earlier ones that were used. */
  readonly publication: string
  readonly earlier: readonly string[]
  /** Withheld numbers that were hunted. */
  readonly hunted: number
  readonly broken: readonly BrokenCell[]
  /** How far the others that may be few are open, at the least; null where there are none. */
  readonly narrowest: number | null
  readonly leaks: readonly Leak[]
  /** Relations that the published numbers contradict: a fault in a figure or in the attacker's codebook. */
  readonly contradictions: readonly string[]
}

/** Whether a publication may be released. Nothing is proved of numbers that contradict one another. */
export function holds({ broken, leaks, contradictions }: AuditReport): boolean {
  return broken.length === 0 && leaks.length === 0 && contradictions.length === 0
}

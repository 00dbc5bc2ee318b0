/**
 * What looks like an identity number: the six or eight digits of a date, and four signs (of which the first may be
 * a letter: interim numbers). The month begins with 0 or 1, so that organisation numbers (20 and up) are left alone;
 * the day is anything, since coordination numbers add 60 and mistyped numbers are numbers too. Senders put spaces,
 * hyphens, dashes, dots or `+` between the parts. Where the last four begin a day (`2025-01-01 - 2025-01-31`) they are
 * its year, and the text is left alone. RE2 syntax without look-around: DuckDB runs the same pattern.
 */
const GAP = '[ \\x{a0}.\\x{2010}-\\x{2015}\\x{2212}/-]?'
const SEPARATOR = '(?: ?[.+_\\x{2010}-\\x{2015}\\x{2212}/-] ?|[ \\x{a0}])?'
const DATE = `(?:(?:1[6-9]|2[01])${GAP})?[0-9]{2}${GAP}[01][0-9]${GAP}[0-9]{2}`
const LAST_FOUR = '(?:[03-9][0-9]{3}|1[0-8][0-9]{2}|2[1-9][0-9]{2}|[A-Za-z][0-9]{3}|[Tt][Ff][0-9]{2})'
const YEAR = '(?:19|20)[0-9]{2}'
/** What may follow a year that begins no day, as far as it goes on like one. */
const NO_DAY =
  '(?:$|[^0-9./-]|[./-](?:$|[^01]|[01](?:$|[^0-9]|[0-9](?:$|[^./-]|[./-](?:$|[^0-3]|[0-3](?:$|[^0-9]))))))'
export const IDENTITY_PATTERN = `(^|[^0-9])${DATE}${SEPARATOR}(?:${LAST_FOUR}($|[^0-9])|${YEAR}(${NO_DAY}))`

export const MASK = '•••'

const pattern = new RegExp(IDENTITY_PATTERN.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}'), 'gu')

/** A text with everything that looks like an identity number hidden. */
export function masked(text: string): string {
  const once = text.replaceAll(pattern, `$1${MASK}$2$3`)
  return once.replaceAll(pattern, `$1${MASK}$2$3`)
}

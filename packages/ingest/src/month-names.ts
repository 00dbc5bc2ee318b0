/** How file names spell the months, in Swedish and English. Not `jul`, which is Christmas too. */
const NAMES = [
  'januari|january|jan',
  'februari|february|feb',
  'mars|march|mar',
  'april|apr',
  'maj|may',
  'juni|june|jun',
  'juli|july',
  'augusti|august|aug',
  'september|sept|sep',
  'oktober|october|okt|oct',
  'november|nov',
  'december|dec',
]

/** A pattern for the name of a month, no part of another word. */
export const MONTH_NAME = `(?<!\\p{L})(?:${NAMES.join('|')})(?!\\p{L})`

/** The month by a name that `MONTH_NAME` matches, from 1. */
export function monthNamed(name: string): number {
  return NAMES.findIndex((names) => names.split('|').includes(name.toLowerCase())) + 1
}

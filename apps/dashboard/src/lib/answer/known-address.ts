import { PERIOD_TYPES } from '@utfall/contracts'
import { SHOWN_BREAKDOWNS } from '#lib/publication/results.ts'

const isOf =
  (...values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value)

/** A code of a published agreement, indicator, publication and the like. */
const isCode = (value: string): boolean => /^[\w.-]{1,100}$/.test(value)

/**
 * Every query parameter that some page reads, and what it can mean to that page. All else is taken away
 * before a page sees it: thus no address can be made up that is a new page to make and to remember.
 */
const PARAMETERS = new Map<string, (value: string) => boolean>(
  Object.entries({
    lang: isOf('en'),
    publication: () => true,
    per: isOf(...PERIOD_TYPES),
    uppdelning: isOf('total', ...SHOWN_BREAKDOWNS),
    profil: isOf('excel'),
    tabell: isCode,
    indikator: isCode,
    period: isCode,
  }),
)

/** Makes the one address of a page out of any that mean it. Changes `url` itself. */
export function toKnownAddress(url: URL): void {
  url.pathname = url.pathname.split('/').map(inOneSpelling).join('/')
  const asked = [...url.searchParams].filter(([name, value]) => PARAMETERS.get(name)?.(value))
  const distinct = new Map(asked.map(([name, value]) => [`${name}=${value}`, [name, value] as const]))
  url.search = String(new URLSearchParams([...distinct.values()].map(([name, value]) => [name, value])))
}

/**
 * `%6d` and `m` are the same letter. What is no text in UTF-8 is taken as the signs that it is written with:
 * there is no such page, and the page that says so can name its address.
 */
function inOneSpelling(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part))
  } catch {
    return encodeURIComponent(part)
  }
}

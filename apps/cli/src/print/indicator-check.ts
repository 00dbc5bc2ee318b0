import type { IndicatorCheck } from '@utfall/metrics'
import type { Page } from './page.ts'

const HEAD = [
  { sv: 'indikator', en: 'indicator' },
  { sv: 'roll', en: 'role' },
  { sv: 'rader', en: 'rows' },
  { sv: 'personer', en: 'people' },
]
const SOUND = { sv: 'Alla indikatorer går att räkna.', en: 'All indicators can be counted.' }

/** What each indicator counts over all periods and activities, and then what is wrong, by file and line. */
export function printIndicatorCheck(page: Page, { counts, faults }: IndicatorCheck): void {
  page.table(
    HEAD,
    counts.map(({ indicator, role, units, people }) => [indicator, role, units, people]),
  )
  page.line()
  if (faults.length === 0) page.line(page.paint('green', page.say(SOUND)))
  for (const { path, line, sentence } of faults) {
    page.line(`${page.paint('red', `${path}:${line}`)} ${page.say(sentence)}`)
  }
}

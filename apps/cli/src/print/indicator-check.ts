import type { IndicatorCheck } from '@utfall/metrics'
import type { Page } from './page.ts'

const HEAD = [
  { sv: 'indikator', en: 'indicator' },
  { sv: 'roll', en: 'role' },
  { sv: 'rader', en: 'rows' },
  { sv: 'personer', en: 'people' },
]
const EXAMPLES = [
  { sv: 'roll', en: 'role' },
  { sv: 'avtal', en: 'agreement' },
  { sv: 'period', en: 'period' },
  { sv: 'insats', en: 'activity' },
  { sv: 'pseudonym', en: 'pseudonym' },
  { sv: 'skäl', en: 'reason' },
  { sv: 'mängd', en: 'amount' },
]
const FIRST_ROWS = { sv: 'de första raderna av varje roll', en: 'the first rows of each role' }
const IN_JSON = {
  sv: 'Exempel på rader visas här för egna indikatorer, och med --json för alla.',
  en: 'Examples of rows are shown here for your own indicators, and by --json for all.',
}
const SOUND = { sv: 'Alla indikatorer går att räkna.', en: 'All indicators can be counted.' }

/**
 * What each indicator counts over all periods and activities, the first rows of those in `own`, and then what is
 * wrong, by file and line.
 */
export function printIndicatorCheck(
  page: Page,
  { counts, faults }: IndicatorCheck,
  own: readonly string[],
): void {
  page.table(
    HEAD,
    counts.map(({ indicator, role, units, people }) => [indicator, role, units, people]),
  )
  for (const id of own) printExamples(page, id, counts)
  page.line()
  if (own.length === 0) page.line(page.say(IN_JSON))
  if (faults.length === 0) page.line(page.paint('green', page.say(SOUND)))
  for (const { path, line, sentence } of faults) {
    page.line(`${page.paint('red', `${path}:${line}`)} ${page.say(sentence)}`)
  }
}

/** By pseudonym and role, as `explain --members` lists people. */
function printExamples(page: Page, id: string, counts: IndicatorCheck['counts']): void {
  const rows = counts
    .filter(({ indicator }) => indicator === id)
    .flatMap(({ role, examples }) => examples.map((example) => ({ role, ...example })))
  if (rows.length === 0) return
  page.line()
  page.line(page.paint('bold', `${id}: ${page.say(FIRST_ROWS)}`))
  page.table(
    EXAMPLES,
    rows.map(({ role, agreement, period, activity, person, reason, basis, amount }) => [
      role,
      agreement,
      period,
      activity,
      person,
      reason ?? basis,
      amount,
    ]),
  )
}

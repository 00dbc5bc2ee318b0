import { figureByGroup } from '#lib/figure/by-group.ts'
import type { FigureView } from '#lib/figure/figure.ts'
import { figureOverTime } from '#lib/figure/over-time.ts'
import { headlineOrYear, latestBrokenDown, overTime } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { countingRules } from './counting-rules.ts'

/** Who was reached: how many in all, over time, and which groups. */
export interface ReachView {
  readonly heading: string
  readonly intro: string
  /** The indicator that the figures are of: people where they are known, visits elsewhere. */
  readonly indicator: 'unique_participants' | 'attendances'
  readonly figures: readonly FigureView[]
  readonly withoutGroups: boolean
}

/** Undefined where neither participants nor visits can be shown. */
export function reachView(reading: Reading): ReachView | undefined {
  const { publication, agreement, words } = reading
  const { reach } = words.say.agreementPage
  const rowsOf = (indicator: string) => publication.results(agreement.id, indicator)
  const people = headlineOrYear(rowsOf('unique_participants'))
  const shown = people ?? headlineOrYear(rowsOf('attendances'))
  if (!shown) return undefined

  const visits = overTime(rowsOf('attendances'), shown.period_type).find(
    ({ period }) => period === shown.period,
  )
  const indicator = people ? 'unique_participants' : 'attendances'
  const like = latestBrokenDown(publication.results(agreement.id, indicator))
  const course = figureOverTime(
    indicator,
    agreement.reporting.part_of_year,
    reach.overTime[indicator === 'attendances' ? 'events' : 'people'],
    reading,
  )
  const groups = like && figureByGroup(indicator, ['gender', 'age_group'], like, reading)
  const { period_start, period_end } = inForce(shown, reading)
  const span = words.months(period_start, period_end)
  return {
    heading: totals(people?.value ?? null, visits?.value ?? null, reading),
    intro: [
      indicator === 'attendances' ? reach.introVisits(span) : reach.intro(span),
      ...(visits?.value != null ? [countingRules(agreement, words)] : []),
    ].join(' '),
    indicator,
    figures: [course, groups].filter((figure) => figure !== undefined),
    withoutGroups: groups === undefined,
  }
}

function totals(people: number | null, visits: number | null, { words }: Reading): string {
  const { reach } = words.say.agreementPage
  if (people !== null && visits !== null) {
    return reach.participantsAndVisits(words.number(people), words.number(visits))
  }
  return people === null
    ? reach.visitsOnly(words.number(visits ?? 0))
    : reach.participantsOnly(words.number(people))
}

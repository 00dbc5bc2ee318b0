import type { Unit } from '@utfall/contracts'
import { headline, headlineOrYear } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { agreementPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign } from '#lib/words/words.ts'
import { isDelivered } from './delivered.ts'
import { goalViews } from './goals.ts'
import type { GoalView } from './goals.ts'
import { trendOf } from './trend.ts'
import type { TrendView } from './trend.ts'

/** One agreement on the front page. */
export interface OverviewView {
  readonly id: string
  readonly title: string
  readonly parties: string
  readonly term: string
  readonly href: string
  readonly assumed: boolean
  readonly goals: readonly Pick<GoalView, 'id' | 'text' | 'verdict'>[]
  readonly figures: readonly { readonly text: string; readonly title: string; readonly trend: TrendView }[]
  /** Why there are no figures; said only where there are none. */
  readonly none: string
  readonly money: string
}

/** The figures that say most, in the order in which they are chosen; three are shown. */
const HEADLINES = [
  'share_to_work_or_studies',
  'share_association_active',
  'visits_per_open_day',
  'unique_participants',
  'attendances',
  'sessions',
]

export function overviewOf(reading: Reading, today: string): OverviewView {
  const { publication, agreement, words, href } = reading
  const { startPage } = words.say
  const { start, end } = agreement.period
  const amount = (indicator: string) => headline(publication.results(agreement.id, indicator))?.value ?? null
  const [paid, agreed] = [amount('funding_paid'), amount('funding_awarded')]
  return {
    id: agreement.id,
    title: agreement.title,
    parties: `${agreement.municipality.name} · ${agreement.association.name}`,
    term:
      end < today
        ? startPage.ended(words.day(end))
        : start > today
          ? startPage.ahead(words.day(start))
          : startPage.running(words.day(end)),
    href: href(agreementPath(agreement.id)),
    assumed: agreement.assumed,
    goals: goalViews(reading).map(({ id, text, verdict }) => ({ id, text, verdict })),
    figures: HEADLINES.flatMap((indicator) => figureOf(indicator, reading)).slice(0, 3),
    none: words.say.agreementPage[isDelivered(reading) ? 'nothingShown' : 'noDeliveries'].title,
    money:
      paid === null || agreed === null
        ? ''
        : startPage.paidOfAgreed(words.kronor(paid), words.kronor(agreed)),
  }
}

function figureOf(id: string, reading: Reading): OverviewView['figures'] {
  const { publication, agreement, words } = reading
  const results = publication.results(agreement.id, id)
  const row = headlineOrYear(results)
  const indicator = publication.indicators.get(id)
  if (!row || !indicator) return []
  const title = words.pick(indicator.title)
  const unit: Unit = row.unit
  return [
    {
      text: figureOrSign({ ...row, unit }, words),
      title: row.period_type === 'agreement' ? title : `${title}, ${words.period(inForce(row, reading))}`,
      trend: trendOf(results, reading),
    },
  ]
}

import { UNIT_COSTS, costView, isCostWithheld } from '#lib/agreement/cost.ts'
import { agreedTable } from '#lib/economy/agreed.ts'
import { fixedPrices } from '#lib/economy/fixed-prices.ts'
import { costByActivity, moneyOverTime } from '#lib/economy/money-figures.ts'
import { moneyView } from '#lib/economy/money.ts'
import { downloadsOf } from '#lib/figure/downloads.ts'
import { sourceLine } from '#lib/figure/figure.ts'
import { figureOverTime } from '#lib/figure/over-time.ts'
import { economyPath } from '#lib/reader/links.ts'
import { readingOf } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement, publication, words } = reading
  const unitCosts = UNIT_COSTS.map((id) => {
    const indicator = publication.indicators.get(id)
    return indicator && figureOverTime(id, 'agreement_year', words.pick(indicator.title), reading)
  })
  return {
    agreement: { id: agreement.id, title: agreement.title },
    asOf: words.day(publication.manifest.as_of),
    agreed: agreedTable(agreement, words),
    assumed: agreement.funding.some(({ assumed }) => assumed),
    money: moneyView(reading),
    figures: [moneyOverTime(reading), costByActivity(reading)].filter((figure) => figure !== undefined),
    cost: costView(reading),
    noCost: isCostWithheld(reading) ? words.say.agreementPage.cost.withheld : words.say.economyPage.unit.none,
    fixed: fixedPrices(reading),
    downloads: downloadsOf(reading, economyPath(agreement.id), { breakdown: ['total'] }),
    source: sourceLine(reading),
    unitCosts: unitCosts.filter((figure) => figure !== undefined),
  }
}

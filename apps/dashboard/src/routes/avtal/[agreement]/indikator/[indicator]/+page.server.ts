import { COST_BASES } from '@utfall/contracts'
import { indicatorView } from '#lib/agreement/indicator.ts'
import { trendOf } from '#lib/agreement/trend.ts'
import { contextFigures } from '#lib/context/context-figures.ts'
import { correctionsTable } from '#lib/corrections/corrections.ts'
import { figureByGroup } from '#lib/figure/by-group.ts'
import { downloadsOf } from '#lib/figure/downloads.ts'
import { figureOverTime } from '#lib/figure/over-time.ts'
import { SHOWN_BREAKDOWNS, latestBrokenDown, overTime } from '#lib/publication/results.ts'
import type { PeriodType } from '#lib/publication/results.ts'
import { sourcesTable } from '#lib/quality/quality.ts'
import { inForce } from '#lib/reader/in-force.ts'
import { indicatorPath } from '#lib/reader/links.ts'
import { indicatorOf, readingOf } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement, publication, words, href } = reading
  const indicator = indicatorOf(reading, params.indicator)
  const results = publication.results(agreement.id, indicator.id)

  const bases = COST_BASES.filter((basis) => results.some((row) => row.basis === basis))
  const anyBasis = (type: PeriodType) =>
    ['', ...bases].some((basis) => overTime(results, type, basis).length > 0)
  const types = [agreement.reporting.part_of_year, 'year' as const, 'agreement_year' as const].filter(
    anyBasis,
  )
  const type = types.find((each) => each === url.searchParams.get('per')) ?? types[0]
  const like = latestBrokenDown(results)
  const groups = like
    ? SHOWN_BREAKDOWNS.map((breakdown) => figureByGroup(indicator.id, [breakdown], like, reading))
    : []

  return {
    ...indicatorView(indicator, reading),
    agreement: { id: agreement.id, title: agreement.title },
    trend: trendOf(results, reading, bases[0]),
    overTime: type && figureOverTime(indicator.id, type, words.pick(indicator.title), reading),
    types: types.map((each) => ({
      text: words.say.codes.periodType[each],
      href: href(indicatorPath(agreement.id, indicator.id), { per: each }),
      current: each === type,
    })),
    /** Whether there is any figure to take apart. */
    isShown: results.some(({ value }) => value !== null),
    groups: groups.filter((figure) => figure !== undefined),
    brokenDown: like && words.period(inForce(like, reading)),
    context: contextFigures(indicator.id, reading),
    former: publication
      .versions(indicator.id)
      .filter(({ version, valid_from }) => version < indicator.version && agreement.id in valid_from)
      .map(({ version }) => String(version)),
    sources: sourcesTable(
      publication.quality.filter((row) => row.agreement === agreement.id),
      reading,
      indicator.reads,
    ),
    corrections: correctionsTable(
      publication,
      words,
      publication.corrections.filter(
        (row) => row.agreement === agreement.id && row.indicator === indicator.id,
      ),
    ),
    downloads: downloadsOf(reading, indicatorPath(agreement.id, indicator.id)),
  }
}

import { error } from '@sveltejs/kit'
import { COST_BASES } from '@utfall/contracts'
import type { FigureView } from '#lib/figure/figure.ts'
import { publicationFor } from '#lib/reader/read.ts'
import { comparePath } from '#lib/reader/links.ts'
import { compareFigures } from './compare-figures.ts'
import { compare, comparisons } from './comparisons.ts'
import type { ComparedPeriod, Comparison } from './comparisons.ts'

type Comparable = Extract<Comparison, { readonly periods: readonly ComparedPeriod[] }>
const canBe = (comparison: Comparison): comparison is Comparable => 'periods' in comparison

/** What `indikator` and `period` ask for, or the first that can be compared, in its latest period. */
function askedComparison(all: readonly Comparison[], query: URLSearchParams) {
  const comparable = all.filter(canBe)
  const asked = query.get('indikator')
  const chosen = comparable.find(({ indicator }) => indicator.id === asked) ?? comparable[0]
  const period = chosen?.periods.find((each) => each.period === query.get('period')) ?? chosen?.periods.at(-1)
  return chosen && period && { chosen, period }
}

/** The agreements side by side, what else can be compared, and why the rest cannot. */
export function comparePage(locals: App.Locals, query: URLSearchParams) {
  const { words, href } = locals
  const publication = publicationFor(locals)
  const all = comparisons(publication)
  const asked = askedComparison(all, query)
  const say = words.say.comparePage
  const title = ({ indicator }: Comparison) => words.pick(indicator.title)
  return {
    choices: all.filter(canBe).map((each) => ({
      text: title(each),
      href: href(comparePath, { indikator: each.indicator.id }),
      current: each.indicator === asked?.chosen.indicator,
    })),
    chosen: asked && {
      id: asked.chosen.indicator.id,
      title: title(asked.chosen),
      definition: words.pick(asked.chosen.indicator.definition),
      /** That a cost is counted in more ways than are shown here. */
      someBases: lacksBases(asked.period) ? say.someBases : '',
      limitation: asked.chosen.indicator.limitation ? words.pick(asked.chosen.indicator.limitation) : '',
      periods: asked.chosen.periods.map((each) => ({
        text: each.period_type === 'year' ? each.period : words.say.codes.shortAgreementYear(each.period),
        href: href(comparePath, { indikator: asked.chosen.indicator.id, period: each.period }),
        current: each === asked.period,
      })),
      figures: compareFigures(asked.chosen.indicator, asked.period, { publication, words, href }),
    },
    others: [...Map.groupBy(all, (each) => (canBe(each) ? '' : say.obstacle[each.obstacle]))]
      .filter(([why]) => why !== '')
      .map(([why, measures]) => [why, measures.map(title).join(' · ')] as const),
  }
}

function lacksBases({ rows }: ComparedPeriod): boolean {
  const shown = new Set(rows.map(({ basis }) => basis))
  return !shown.has('') && shown.size < COST_BASES.length
}

/** The one figure that an address asks for, with its rows. Answers 404 where agreements cannot be compared so. */
export function comparedFigure(
  locals: App.Locals,
  query: URLSearchParams,
): { readonly figure: FigureView; readonly period: ComparedPeriod } {
  const publication = publicationFor(locals)
  const indicator = publication.indicators.get(query.get('indikator') ?? '')
  const asked = indicator && askedComparison([compare(indicator, publication)], query)
  const basis = query.get('tabell') ?? ''
  const rows = asked?.period.rows.filter((row) => row.basis === basis) ?? []
  const period = asked && { ...asked.period, rows }
  const [figure] =
    indicator && period && rows.length > 0
      ? compareFigures(indicator, period, { ...locals, publication })
      : []
  if (!figure || !period) error(404, 'No such comparison')
  return { figure, period }
}

import { costView, isCostWithheld } from '#lib/agreement/cost.ts'
import { isDelivered } from '#lib/agreement/delivered.ts'
import { goalViews } from '#lib/agreement/goals.ts'
import { lead } from '#lib/agreement/lead.ts'
import { nextDecision, nextSteps } from '#lib/agreement/next.ts'
import { reachView } from '#lib/agreement/reach.ts'
import { releasedInWords } from '#lib/publication/released.ts'
import { readingOf } from '#lib/reader/read.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement, publication, words } = reading
  const { manifest } = publication
  const published = stockholmDay(new Date(manifest.created))
  const goals = goalViews(reading)
  const decisions = new Set(goals.flatMap(({ measures }) => measures.map(({ decided }) => decided)))
  const decided = decisions.size === 1 ? [...decisions].join('') : ''
  const reach = reachView(reading)
  const cost = costView(reading)
  const next = nextSteps(agreement, published, words)
  return {
    id: agreement.id,
    title: agreement.title,
    municipality: agreement.municipality.name,
    association: agreement.association.name,
    term: words.months(agreement.period.start, agreement.period.end),
    assumed: agreement.assumed || agreement.period.assumed,
    asOf: words.day(manifest.as_of),
    released: releasedInWords(publication, words),
    decided,
    howToRead: [goals.some(hasFigure) ? words.say.agreementPage.goals.howToRead : '', decided]
      .filter((text) => text !== '')
      .join(' '),
    /** What is said where nothing is shown of what happened. */
    state:
      reach !== undefined || cost !== undefined || goals.some(hasFigure)
        ? undefined
        : words.say.agreementPage[isDelivered(reading) ? 'nothingShown' : 'noDeliveries'],
    noCost: isDelivered(reading)
      ? words.say.agreementPage.cost[isCostWithheld(reading) ? 'withheld' : 'none']
      : '',
    lead: lead(reading, goals),
    goals,
    hasWays: publication.transitions.some((row) => row.agreement === agreement.id && row.status === 'ok'),
    reach,
    cost,
    next,
    decision: nextDecision(next),
    ended: agreement.period.end < published ? words.day(agreement.period.end) : undefined,
  }
}

const hasFigure = ({ measures }: ReturnType<typeof goalViews>[number]): boolean =>
  measures.some(({ value }) => value !== null)

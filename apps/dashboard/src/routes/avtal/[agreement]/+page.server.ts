import { costView } from '#lib/agreement/cost.ts'
import { goalViews } from '#lib/agreement/goals.ts'
import { lead } from '#lib/agreement/lead.ts'
import { nextSteps } from '#lib/agreement/next.ts'
import { reachView } from '#lib/agreement/reach.ts'
import { readingOf } from '#lib/reader/read.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement, publication, words } = reading
  const { manifest } = publication
  const published = stockholmDay(new Date(manifest.created))
  const goals = goalViews(reading)
  const reach = reachView(reading)
  const cost = costView(reading)
  return {
    id: agreement.id,
    title: agreement.title,
    municipality: agreement.municipality.name,
    association: agreement.association.name,
    term: words.months(agreement.period.start, agreement.period.end),
    assumed: agreement.assumed,
    asOf: words.day(manifest.as_of),
    published: words.day(published),
    decided: decidedOnce(publication.goals.filter((row) => row.agreement === agreement.id)),
    delivered: reach !== undefined || cost !== undefined || goals.some(hasFigure),
    lead: lead(reading, goals),
    goals,
    reach,
    cost,
    next: nextSteps(agreement, published, words),
    ended: agreement.period.end < published ? words.day(agreement.period.end) : undefined,
  }
}

const hasFigure = ({ measures }: ReturnType<typeof goalViews>[number]): boolean =>
  measures.some(({ value }) => value !== null)

/** Who decided the targets and when, where one decision set them all. */
function decidedOnce(
  rows: readonly { readonly decided_body: string | null; readonly decided_date: string | null }[],
): { readonly body: string; readonly date: string } | undefined {
  const decisions = new Set(rows.map((row) => `${row.decided_body} ${row.decided_date}`))
  const [first] = rows
  return decisions.size === 1 && first?.decided_body && first.decided_date
    ? { body: first.decided_body, date: first.decided_date }
    : undefined
}

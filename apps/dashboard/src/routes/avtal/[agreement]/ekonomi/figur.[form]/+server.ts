import { costByActivity, moneyOverTime } from '#lib/economy/money-figures.ts'
import { pictureAnswer } from '#lib/picture/answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** A figure of the money as a picture: over time, or by activity where `uppdelning` says so. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const byActivity = url.searchParams.get('uppdelning') === 'activity'
  return pictureAnswer((byActivity ? costByActivity : moneyOverTime)(reading), params.form, reading)
}

import { PERIOD_TYPES } from '@utfall/contracts'
import { figureByGroup } from '#lib/figure/by-group.ts'
import { figureOverTime } from '#lib/figure/over-time.ts'
import { pictureAnswer } from '#lib/picture/answer.ts'
import { SHOWN_BREAKDOWNS, latestBrokenDown } from '#lib/publication/results.ts'
import { indicatorOf, readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** A figure of one indicator as a picture, named by `per` and `uppdelning` as its rows are. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const { id, title } = indicatorOf(reading, params.indicator)
  const asked = url.searchParams.getAll('uppdelning')
  const breakdowns = SHOWN_BREAKDOWNS.filter((breakdown) => asked.includes(breakdown))
  const type = PERIOD_TYPES.find((each) => each === url.searchParams.get('per'))
  const like = latestBrokenDown(reading.publication.results(params.agreement, id))
  const figure =
    breakdowns.length > 0
      ? like && figureByGroup(id, breakdowns, like, reading)
      : type && figureOverTime(id, type, reading.words.pick(title), reading)
  return pictureAnswer(figure, params.form, reading)
}

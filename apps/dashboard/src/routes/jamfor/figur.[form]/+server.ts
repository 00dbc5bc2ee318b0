import { comparedFigure } from '#lib/compare/compare-page.ts'
import { pictureAnswer } from '#lib/picture/answer.ts'
import type { RequestHandler } from './$types'

/** Agreements side by side as a picture, named as its rows are. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { figure } = comparedFigure(locals, url.searchParams)
  const title = locals.words.say.comparePage.title
  return pictureAnswer(figure, params.form, { agreement: { id: 'utfall', title } })
}

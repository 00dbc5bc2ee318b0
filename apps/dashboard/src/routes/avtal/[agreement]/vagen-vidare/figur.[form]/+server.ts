import { pictureAnswer } from '#lib/picture/answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import { curveFigure } from '#lib/ways/curve.ts'
import type { RequestHandler } from './$types'

/** The curve of time to work or studies as a picture. */
export const GET: RequestHandler = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  return pictureAnswer(curveFigure(reading), params.form, reading)
}

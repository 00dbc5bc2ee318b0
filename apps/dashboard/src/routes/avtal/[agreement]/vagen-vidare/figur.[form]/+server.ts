import { TRANSITION_STAGES } from '@utfall/contracts'
import { pictureAnswer } from '#lib/picture/answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import { curveFigure } from '#lib/ways/curve.ts'
import { flowFigure } from '#lib/ways/flow.ts'
import type { RequestHandler } from './$types'

/** The paths to the stage that `tabell` names, or else the curve of time to work or studies, as a picture. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const asked = url.searchParams.get('tabell')
  const stage = TRANSITION_STAGES.find((each) => each === asked)
  return pictureAnswer(stage ? flowFigure(stage, reading) : curveFigure(reading), params.form, reading)
}

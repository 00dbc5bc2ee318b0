import { readingOf } from '#lib/reader/read.ts'
import { curveFigure } from '#lib/ways/curve.ts'
import { flowFigures } from '#lib/ways/flow.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement } = reading
  return {
    agreement: { id: agreement.id, title: agreement.title },
    curve: curveFigure(reading),
    flows: flowFigures(reading),
  }
}

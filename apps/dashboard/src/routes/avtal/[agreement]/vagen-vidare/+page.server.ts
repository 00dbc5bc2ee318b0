import { downloadsOf, sourceLine } from '#lib/figure/figure.ts'
import { waysPath } from '#lib/reader/links.ts'
import { readingOf } from '#lib/reader/read.ts'
import { curveFigure } from '#lib/ways/curve.ts'
import { flowTables } from '#lib/ways/flow.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const reading = readingOf(locals, params.agreement)
  const { agreement } = reading
  return {
    agreement: { id: agreement.id, title: agreement.title },
    curve: curveFigure(reading),
    stages: flowTables(reading),
    source: sourceLine(reading),
    downloads: downloadsOf(reading, waysPath(agreement.id), { table: 'transitions' }),
  }
}

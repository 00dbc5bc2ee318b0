import { operator } from '#lib/reader/operator.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({
  operator: operator(),
  program: locals.publication?.manifest.program,
})

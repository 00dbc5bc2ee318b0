import { comparePage } from '#lib/compare/compare-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => comparePage(locals, url.searchParams)

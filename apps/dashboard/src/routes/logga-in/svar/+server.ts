import { redirect } from '@sveltejs/kit'
import { doorOf } from '#lib/access/at-the-door.ts'
import { wayBack } from '#lib/access/door.ts'
import { linksFor } from '#lib/reader/links.ts'
import type { RequestHandler } from './$types'

/** Where the provider sends people back to. */
export const GET: RequestHandler = async ({ cookies, locals, setHeaders, url }) => {
  const { origin, provider, letIn, welcomeBack } = doorOf(locals)
  setHeaders({ 'cache-control': 'no-store' })
  const journey = await welcomeBack(cookies)
  const { language, to } = journey ?? { language: locals.choice.language, to: '/' }
  const came = journey
    ? await provider.finish(new URL(`${url.pathname}${url.search}`, origin), journey)
    : ({ failure: 'unfinished' } as const)
  if ('failure' in came) {
    redirect(303, linksFor({ language, publication: undefined })('/logga-in', { besked: came.failure }))
  }
  await letIn(cookies, came.role, came.idToken)
  redirect(303, wayBack(origin, to), { external: [origin] })
}

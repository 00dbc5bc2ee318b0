import { redirect } from '@sveltejs/kit'
import { doorOf } from '#lib/access/at-the-door.ts'
import type { RequestHandler } from './$types'

/** Sends the browser to the provider, with what is needed to know it again when it comes back. */
export const GET: RequestHandler = async ({ cookies, locals, setHeaders, url }) => {
  const { provider, sendOff } = doorOf(locals)
  setHeaders({ 'cache-control': 'no-store' })
  const sentTo = await provider.begin(locals.choice.language, url.searchParams.has('annan'))
  if ('failure' in sentTo) redirect(303, locals.href('/logga-in', { besked: sentTo.failure }))
  const to = url.searchParams.get('till') ?? locals.href('/')
  await sendOff(cookies, { ...sentTo.errand, to, language: locals.choice.language })
  redirect(303, sentTo.address, { external: [sentTo.address.origin] })
}

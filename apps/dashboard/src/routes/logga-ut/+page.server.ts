import { redirect } from '@sveltejs/kit'
import { doorOf } from '#lib/access/at-the-door.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, setHeaders }) => {
  doorOf(locals)
  setHeaders({ 'cache-control': 'no-store' })
  return {
    isIn: locals.visitor !== undefined,
    action: locals.href('/logga-ut'),
    wayIn: locals.href('/logga-in'),
  }
}

export const actions: Actions = {
  /**
   * Signs out here, and then with the provider: else the next person at the same tablet is let in with a click.
   * A form must not lead to another host (Content-Security-Policy), a page that refreshes may.
   */
  async default({ cookies, locals, setHeaders }) {
    const { letOut, provider, session } = doorOf(locals)
    const known = await session(cookies)
    letOut(cookies)
    const onwards = await provider.endSession(known === 'expired' ? undefined : known?.idToken)
    // pages of the session are not to be found with the back button
    setHeaders({ 'clear-site-data': '"cache"' })
    if (!onwards) redirect(303, locals.href('/logga-ut'))
    setHeaders({ refresh: `0; url=${onwards.href}` })
    return { onwards: onwards.href }
  },
}

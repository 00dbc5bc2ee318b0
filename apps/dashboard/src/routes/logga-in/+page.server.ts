import { error, redirect } from '@sveltejs/kit'
import { doorOf } from '#lib/access/at-the-door.ts'
import { wayBack } from '#lib/access/door.ts'
import { FAILURES } from '#lib/access/provider.ts'
import type { Failure } from '#lib/access/provider.ts'
import type { PageServerLoad } from './$types'

/** What the answer is called to a program, by what went wrong. */
const STATUS: Readonly<Record<Failure, number>> = {
  refused: 403,
  no_role: 403,
  unfinished: 400,
  unreachable: 503,
}

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
  const { origin } = doorOf(locals)
  setHeaders({ 'cache-control': 'no-store' })
  const notice = url.searchParams.get('besked')
  const failure = FAILURES.find((each) => each === notice)
  if (failure) error(STATUS[failure], 'Not signed in', { kind: failure })
  const to = url.searchParams.get('till') ?? locals.href('/')
  if (locals.visitor) redirect(303, wayBack(origin, to), { external: [origin] })
  return { start: locals.href('/logga-in/start', { till: to }), isExpired: notice === 'utgangen' }
}

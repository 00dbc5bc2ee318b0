import type { RequestEvent } from '@sveltejs/kit'
import type { Members } from './members.ts'
import type { Role } from './role.ts'

/** What anyone may ask for: the way in, the way out, and whether the server is alive. */
const OUTSIDE = new Set(['/logga-in', '/logga-in/start', '/logga-in/svar', '/logga-ut', '/halsa'])

/** Whether a page lies outside the door. What these say is of one visitor, and of no publication. */
export const isOutside = ({ route }: Pick<RequestEvent, 'route'>): boolean => OUTSIDE.has(route.id ?? '')

/** Who asks, as far as it decides what they may see. Anyone may see what an open site shows. */
export type Visitor = Role | 'anyone'

/** The visitor, or the answer to one who may not see what was asked for. */
export async function visitorOf(
  event: Pick<RequestEvent, 'route' | 'request' | 'url' | 'cookies' | 'isDataRequest'>,
  members: Members | undefined,
): Promise<Visitor | Response | undefined> {
  if (!members) return 'anyone'
  if (changesSomething(event.request) && event.request.headers.get('origin') !== members.origin) {
    return new Response('Formuläret kommer från en annan sida. / The form comes from another site.\n', {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  const session = await members.session(event.cookies)
  if (session && session !== 'expired') return session.role
  return isOutside(event) ? undefined : turnAway(event, session === 'expired')
}

const changesSomething = ({ method }: Request): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** People are shown the way in, and led back afterwards; programs are told that there is a door. */
function turnAway(
  { request, url, isDataRequest }: Pick<RequestEvent, 'request' | 'url' | 'isDataRequest'>,
  isExpired: boolean,
): Response {
  const isPerson = request.method === 'GET' && request.headers.get('accept')?.includes('text/html')
  if (isDataRequest || !isPerson) {
    const text = 'Logga in för att läsa den här adressen. / Sign in to read this address.\n'
    return new Response(text, { status: 401, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  const wayIn = new URLSearchParams({ till: `${url.pathname}${url.search}` })
  if (isExpired) wayIn.set('besked', 'utgangen')
  if (url.searchParams.get('lang') === 'en') wayIn.set('lang', 'en')
  return new Response(null, { status: 303, headers: { location: `/logga-in?${wayIn}` } })
}

/**
 * Where to lead somebody who has signed in: an address of this very site, whole, so that no browser can take a
 * path that begins with two slashes for another host.
 */
export function wayBack(origin: string, asked: string): string {
  const there = URL.canParse(asked, origin) ? new URL(asked, origin) : new URL(origin)
  return there.origin === origin ? `${origin}${there.pathname}${there.search}` : `${origin}/`
}

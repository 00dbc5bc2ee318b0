import type { Cookies } from '@sveltejs/kit'
import { z } from 'zod'
import { Errand, providerAt } from './provider.ts'
import type { Provider } from './provider.ts'
import { ROLES } from './role.ts'
import type { Role } from './role.ts'
import { sealWith } from './sealed.ts'
import type { MemberSettings } from './settings.ts'

/** Somebody who is let in. Who it is we neither know nor keep. */
const Session = z.object({
  role: z.enum(ROLES),
  /** Said to the provider at sign-out, so that it need not ask which session is meant. */
  idToken: z.string().optional(),
})
type Session = z.infer<typeof Session>

/** Somebody on the way to the provider and back. */
const Journey = Errand.extend({ to: z.string(), language: z.enum(['sv', 'en']) })
type Journey = z.infer<typeof Journey>

/** The door of a site that only members may read. All that it remembers is in the visitors' own cookies. */
export interface Members {
  readonly provider: Provider
  readonly origin: string
  readonly session: (cookies: Cookies) => Promise<Session | 'expired' | undefined>
  readonly letIn: (cookies: Cookies, role: Role, idToken: string) => Promise<void>
  readonly letOut: (cookies: Cookies) => void
  readonly sendOff: (cookies: Cookies, journey: Journey) => Promise<void>
  /** The journey that a browser comes back from; each can be ended once. */
  readonly welcomeBack: (cookies: Cookies) => Promise<Journey | undefined>
}

/** A working day. Who loses a role is let out when the session ends, at the latest. In seconds. */
const SESSION_TIME = 8 * 60 * 60
/** Time to find a code in a telephone, in seconds. */
const JOURNEY_TIME = 15 * 60
/** Browsers refuse cookies of more than 4 096 bytes, and encryption adds a third. */
const LONGEST_KEPT = 2500

export function openToMembers(settings: MemberSettings, warn = console.warn): Members {
  const { origin, issuer, clientId, sessionSecret } = settings
  const seal = sealWith(sessionSecret, `${issuer.href} ${clientId}`)
  const secure = origin.startsWith('https:')
  // the prefix makes browsers refuse a cookie of that name which another site of the domain has set
  const prefix = secure ? '__Host-' : ''
  const names = { session: `${prefix}utfall`, journey: `${prefix}utfall-inloggning` }
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const

  return {
    origin,
    provider: providerAt(settings, warn),
    async session(cookies) {
      const note = cookies.get(names.session)
      return note === undefined ? undefined : seal.open('session', note, Session)
    },
    async letIn(cookies, role, idToken) {
      const session: Session = idToken.length > LONGEST_KEPT ? { role } : { role, idToken }
      cookies.set(names.session, await seal.close('session', session, SESSION_TIME), options)
    },
    letOut(cookies) {
      cookies.delete(names.session, options)
    },
    async sendOff(cookies, journey) {
      cookies.set(names.journey, await seal.close('sign-in', journey, JOURNEY_TIME), options)
    },
    async welcomeBack(cookies) {
      const note = cookies.get(names.journey)
      if (note === undefined) return undefined
      cookies.delete(names.journey, options)
      const journey = await seal.open('sign-in', note, Journey)
      return journey === 'expired' ? undefined : journey
    },
  }
}

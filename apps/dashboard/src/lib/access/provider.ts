import {
  AuthorizationResponseError,
  ClientError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Configuration } from 'openid-client'
import type { Language } from '@utfall/contracts'
import { z } from 'zod'
import { roleIn } from './role.ts'
import type { Role } from './role.ts'
import type { MemberSettings } from './settings.ts'

/** What is known only to us and the browser that went to sign in, until it comes back. */
export const Errand = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type Errand = z.infer<typeof Errand>

/** Why somebody who went to sign in was not let in. */
export const FAILURES = ['refused', 'no_role', 'unfinished', 'unreachable'] as const
export type Failure = (typeof FAILURES)[number]

type SignedIn = { readonly role: Role; readonly idToken: string } | { readonly failure: Failure }

/** The municipality's OpenID Connect provider. It need not be there before somebody signs in. */
export interface Provider {
  /** Where to send somebody who wants in, and what to remember until they are back. */
  readonly begin: (
    language: Language,
    asAnother: boolean,
  ) => Promise<{ readonly address: URL; readonly errand: Errand } | { readonly failure: Failure }>
  /** Who came back, at the address that the provider sent them to. */
  readonly finish: (address: URL, errand: Errand) => Promise<SignedIn>
  /** Where to sign out with the provider too; undefined where it has no such place, or does not answer. */
  readonly endSession: (idToken: string | undefined) => Promise<URL | undefined>
}

/** Longer than this nobody waits for a page, in seconds. */
const PATIENCE = 10

const ANSWER_PATH = '/logga-in/svar'
const SIGN_OUT_PATH = '/logga-ut'

export function providerAt(settings: MemberSettings, warn: (message: string) => void): Provider {
  const { origin, issuer, roles } = settings
  let known: Configuration | undefined

  function failed(fault: unknown): { readonly failure: Failure } {
    const failure = failureOf(fault)
    if (failure !== 'refused') warn(`Sign-in, ${failure}: ${inShort(fault)}`)
    return { failure }
  }

  return {
    async begin(language, asAnother) {
      try {
        // asked each time: nobody is sent to a provider that does not answer
        known = undefined
        known = await discover(settings)
        const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
        const address = buildAuthorizationUrl(known, {
          redirect_uri: `${origin}${ANSWER_PATH}`,
          scope: 'openid',
          state: errand.state,
          nonce: errand.nonce,
          code_challenge: await calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: 'S256',
          ui_locales: language,
          ...(asAnother && { prompt: 'login' }),
        })
        return { address, errand }
      } catch (fault) {
        return failed(fault)
      }
    },
    async finish(address, { state, nonce, verifier }) {
      try {
        const tokens = await authorizationCodeGrant((known ??= await discover(settings)), address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const role = roleIn(tokens.claims(), roles)
        return role === undefined ? { failure: 'no_role' } : { role, idToken: tokens.id_token ?? '' }
      } catch (fault) {
        return failed(fault)
      }
    },
    async endSession(idToken) {
      try {
        known ??= await discover(settings)
        if (known.serverMetadata().end_session_endpoint === undefined) return undefined
        return buildEndSessionUrl(known, {
          post_logout_redirect_uri: `${origin}${SIGN_OUT_PATH}`,
          ...(idToken && { id_token_hint: idToken }),
        })
      } catch (fault) {
        warn(`Sign-out from ${issuer.host}: ${inShort(fault)}`)
        return undefined
      }
    },
  }
}

/** The signature of a token is checked though it comes straight from the provider: a proxy may stand between. */
function discover({ issuer, clientId, clientSecret }: MemberSettings): Promise<Configuration> {
  return discovery(issuer, clientId, clientSecret, undefined, {
    timeout: PATIENCE,
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
  })
}

/** What fetch throws where nobody answers is a TypeError. */
function failureOf(fault: unknown): Failure {
  if (fault instanceof AuthorizationResponseError) {
    return fault.error === 'access_denied' ? 'refused' : 'unfinished'
  }
  const isSilent = fault instanceof ClientError && fault.code && SILENCE.has(fault.code)
  return isSilent || fault instanceof TypeError ? 'unreachable' : 'unfinished'
}

const SILENCE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/** For those who run the site; nothing of who it was that came. */
function inShort(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const { cause } = fault
  return cause instanceof Error ? `${fault.message} (${cause.message})` : fault.message
}

import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { z } from 'zod'
import type { Role } from './role.ts'

/** What it takes to let members in, and nobody else. */
export interface MemberSettings {
  /** Where the site is, as the provider sends people back to it: `https://utfall.kommun.se`. */
  readonly origin: string
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly roles: { readonly claim: string; readonly names: Readonly<Record<Role, string>> }
  readonly sessionSecret: string
}

type Environment = Readonly<Record<string, string | undefined>>

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Over an open network anybody could read a secret on its way; inside one computer nobody can. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))
}

const Members = z.object({
  ORIGIN: z.string().refine((text) => isSafeAddress(text) && new URL(text).origin === text),
  OIDC_ISSUER: z.string().refine(isSafeAddress),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_ROLES_CLAIM: z.string().default('roles'),
  OIDC_READER_ROLE: z.string().default('reader'),
  OIDC_ANALYST_ROLE: z.string().default('analyst'),
  SESSION_SECRET: z.string().min(32),
})

const WANTED: Readonly<Record<string, Sentence>> = {
  ACCESS: {
    sv: 'ska vara open (alla får läsa) eller members (bara inloggade)',
    en: 'must be open (anyone may read) or members (only those signed in)',
  },
  ORIGIN: {
    sv: 'ska vara sidans adress utan något efter värdnamnet, som https://utfall.kommun.se (http går bara på den egna datorn)',
    en: 'must be the address of the site with nothing after the host, as https://utfall.kommun.se (http only on this very computer)',
  },
  OIDC_ISSUER: {
    sv: 'ska vara adressen till kommunens inloggning, som https://login.microsoftonline.com/<katalog-id>/v2.0 eller https://login.kommun.se/realms/<realm>',
    en: "must be the address of the municipality's sign-in, as https://login.microsoftonline.com/<tenant id>/v2.0 or https://login.kommun.se/realms/<realm>",
  },
  OIDC_CLIENT_ID: {
    sv: 'ska vara det id som sidan har fått i kommunens inloggning',
    en: "must be the id that the site was given in the municipality's sign-in",
  },
  OIDC_CLIENT_SECRET: {
    sv: 'ska vara den hemlighet som hör till OIDC_CLIENT_ID',
    en: 'must be the secret that belongs to OIDC_CLIENT_ID',
  },
  SESSION_SECRET: {
    sv: 'ska vara minst 32 slumpade tecken, till exempel ur ”openssl rand -base64 32”',
    en: 'must be at least 32 random characters, for example from "openssl rand -base64 32"',
  },
}

/**
 * Who may read, from the environment: the settings of `ACCESS=members`, or undefined where anyone may. Throws
 * `ExpectedFault` that names every variable that is missing or wrong, and says nothing of what it holds.
 */
export function memberSettings(environment: Environment): MemberSettings | undefined {
  const written = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value),
  )
  const { ACCESS = 'open' } = written
  if (ACCESS === 'open') return undefined
  if (ACCESS !== 'members') throw wrong(['ACCESS'])
  const { data, error } = Members.safeParse(written)
  if (error) throw wrong([...new Set(error.issues.map(({ path }) => String(path[0])))])
  return {
    origin: data.ORIGIN,
    issuer: new URL(data.OIDC_ISSUER),
    clientId: data.OIDC_CLIENT_ID,
    clientSecret: data.OIDC_CLIENT_SECRET,
    roles: {
      claim: data.OIDC_ROLES_CLAIM,
      names: { reader: data.OIDC_READER_ROLE, analyst: data.OIDC_ANALYST_ROLE },
    },
    sessionSecret: data.SESSION_SECRET,
  }
}

function wrong(names: readonly string[]): ExpectedFault {
  const lines = (language: 'sv' | 'en') =>
    names.map((name) => `\n  ${name} ${WANTED[name]?.[language] ?? ''}`).join('')
  return new ExpectedFault(
    'access_settings',
    {
      sv: `Sidorna visas inte förrän inställningarna i miljön är hela:${lines('sv')}`,
      en: `The pages are not served until the settings in the environment are whole:${lines('en')}`,
    },
    EXIT_STATUS.wrongUse,
  )
}

import { ExpectedFault } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { memberSettings } from './settings.ts'

const WHOLE = {
  ACCESS: 'members',
  ORIGIN: 'https://utfall.kommun.se',
  OIDC_ISSUER: 'https://login.kommun.se/realms/anstallda',
  OIDC_CLIENT_ID: 'utfall',
  OIDC_CLIENT_SECRET: 'hemlig',
  SESSION_SECRET: 'x'.repeat(32),
}

function faultOf(environment: Record<string, string | undefined>): string {
  try {
    memberSettings(environment)
    return ''
  } catch (fault) {
    if (!(fault instanceof ExpectedFault)) throw fault
    return `${fault.sentence.sv}\n${fault.sentence.en}`
  }
}

test('anyone may read where nothing else is said', () => {
  expect(memberSettings({})).toBeUndefined()
  expect(memberSettings({ ...WHOLE, ACCESS: ' ' })).toBeUndefined()
  expect(memberSettings({ ...WHOLE, ACCESS: 'open' })).toBeUndefined()
})

test('roles have names unless the municipality calls them something else', () => {
  expect(memberSettings(WHOLE)?.roles).toEqual({
    claim: 'roles',
    names: { reader: 'reader', analyst: 'analyst' },
  })
  expect(memberSettings({ ...WHOLE, OIDC_READER_ROLE: 'utfall-lasare' })?.roles.names.reader).toBe(
    'utfall-lasare',
  )
})

test.each([
  ['ACCESS', 'member'],
  ['ORIGIN', undefined],
  ['ORIGIN', 'http://utfall.kommun.se'],
  ['ORIGIN', 'https://utfall.kommun.se/'],
  ['OIDC_ISSUER', 'login.kommun.se'],
  ['OIDC_ISSUER', 'http://login.kommun.se'],
  ['OIDC_CLIENT_ID', ''],
  ['OIDC_CLIENT_SECRET', '  '],
  ['SESSION_SECRET', 'for kort'],
])('%s as %s is refused, in both languages', (name, value) => {
  const told = faultOf({ ...WHOLE, [name]: value })
  expect(told.match(/^ {2}\w+/gm)).toEqual([`  ${name}`, `  ${name}`])
})

test('no secret is told, however wrong', () => {
  expect(faultOf({ ...WHOLE, SESSION_SECRET: 'for kort', OIDC_CLIENT_ID: '' })).not.toMatch(/for kort|hemlig/)
})

test('all that is missing is told at once', () => {
  expect(faultOf({ ACCESS: 'members' }).match(/^ {2}\w+/gm)).toHaveLength(10)
})

test('a provider on this very computer needs no TLS', () => {
  const local = { ...WHOLE, ORIGIN: 'http://127.0.0.1:3000', OIDC_ISSUER: 'http://localhost:8080/realms/x' }
  expect(memberSettings(local)?.issuer.port).toBe('8080')
})

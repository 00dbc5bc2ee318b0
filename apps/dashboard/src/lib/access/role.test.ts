import { expect, test } from 'vitest'
import { roleIn } from './role.ts'

const names = { reader: 'utfall-reader', analyst: 'utfall-analyst' }
const entra = { claim: 'roles', names }
const keycloak = { claim: 'realm_access.roles', names }

test.each([
  ['as Entra ID states roles', { roles: ['utfall-reader'] }, entra, 'reader'],
  [
    'as Keycloak does',
    { realm_access: { roles: ['offline_access', 'utfall-analyst'] } },
    keycloak,
    'analyst',
  ],
  ['the one that sees most', { roles: ['utfall-analyst', 'utfall-reader'] }, entra, 'analyst'],
  ['a single role, not in a list', { roles: 'utfall-reader' }, entra, 'reader'],
  [
    'a claim with points in its name',
    { 'https://kommun.se/roles': ['utfall-reader'] },
    { claim: 'https://kommun.se/roles', names },
    'reader',
  ],
  ['a role of something else', { roles: ['utfall', 'reader'] }, entra, undefined],
  ['part of a name', { roles: 'utfall-reader-not' }, entra, undefined],
  ['no claim at all', { sub: 'somebody' }, keycloak, undefined],
  ['no claims', undefined, entra, undefined],
  ['what every object inherits', { sub: 'somebody' }, { claim: 'constructor.name', names }, undefined],
])('%s', (_case, claims, settings, role) => {
  expect(roleIn(claims, settings)).toBe(role)
})

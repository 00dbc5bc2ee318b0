import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wayBack } from './door.ts'

const SITE = 'https://utfall.kommun.se'

test.each([
  ['/avtal/a?lang=en', `${SITE}/avtal/a?lang=en`],
  ['', `${SITE}/`],
  ['https://elsewhere.example/avtal', `${SITE}/`],
  ['//elsewhere.example', `${SITE}/`],
  ['/\\elsewhere.example', `${SITE}/`],
  ['/.//elsewhere.example', `${SITE}//elsewhere.example`],
  ['https://utfall.kommun.se@elsewhere.example/', `${SITE}/`],
  ['javascript:alert(1)', `${SITE}/`],
])('who asked for "%s" is led to %s', (asked, there) => {
  expect(wayBack(SITE, asked)).toBe(there)
})

test('nobody is led to another site', () => {
  const parts = fc.array(
    fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '\t', 'https:', 'elsewhere.example'),
  )
  fc.assert(
    fc.property(parts, (asked) => {
      expect(new URL(wayBack(SITE, asked.join(''))).origin).toBe(SITE)
    }),
  )
})

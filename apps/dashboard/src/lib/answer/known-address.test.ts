import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toKnownAddress } from './known-address.ts'

function known(path: string): string {
  const url = new URL(`http://host${path}`)
  toKnownAddress(url)
  return url.pathname + url.search
}

test.each([
  ['/metod?utm_source=x&fbclid=1', '/metod'],
  ['/metod?lang=en&lang=en&lang=de', '/metod?lang=en'],
  ['/avtal/x?per=year&per=månad', '/avtal/x?per=year'],
  ['/x?uppdelning=gender&uppdelning=age_group', '/x?uppdelning=gender&uppdelning=age_group'],
  ['/%6detod', '/metod'],
  ['/avtal/..%2f..', '/avtal/..%2F..'],
  ['/%zz/%E4?%zz=1', '/%25zz/%25E4'],
  ['/?__proto__=1&constructor=2&toString=3', '/'],
])('%s is the page %s', (asked, page) => {
  expect(known(asked)).toBe(page)
})

test('a known address stays as it is', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const once = known(`${path}?lang=en&${query}`)
      expect(known(once)).toBe(once)
    }),
  )
})

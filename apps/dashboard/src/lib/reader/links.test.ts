import { expect, test } from 'vitest'
import { inOtherLanguage, linksFor } from './links.ts'

test('links keep the language and the publication, and nothing else', () => {
  const plain = linksFor({ language: 'sv', publication: undefined })
  const chosen = linksFor({ language: 'en', publication: '2026-01-01-first' })
  expect(plain('/metod')).toBe('/metod')
  expect(plain('/x', { uppdelning: ['gender', 'age_group'] })).toBe(
    '/x?uppdelning=gender&uppdelning=age_group',
  )
  expect(chosen('/metod')).toBe('/metod?lang=en&publication=2026-01-01-first')
  expect(chosen('/data', { publication: 'other' })).toBe('/data?publication=other&lang=en')
})

test('the other language is the same page', () => {
  const here = new URL('http://host/avtal/x?per=year&publication=p')
  expect(inOtherLanguage(here, 'sv')).toBe('/avtal/x?per=year&publication=p&lang=en')
  expect(inOtherLanguage(new URL('http://host/?lang=en'), 'en')).toBe('/')
})

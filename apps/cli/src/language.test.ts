import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  { argv: [], env: {}, language: 'sv' },
  { argv: [], env: { LANG: 'C.UTF-8' }, language: 'sv' },
  { argv: [], env: { LANG: 'en_GB.UTF-8' }, language: 'en' },
  { argv: [], env: { LANG: 'en_GB.UTF-8', LC_ALL: 'sv_SE.UTF-8' }, language: 'sv' },
  { argv: ['status', '--lang', 'sv'], env: { LANG: 'en_GB.UTF-8' }, language: 'sv' },
  { argv: ['--lang=en', 'status'], env: {}, language: 'en' },
  { argv: ['--lang', 'de'], env: {}, language: 'sv' },
])('$argv with $env is $language', ({ argv, env, language }) => {
  expect(languageOf(argv, env)).toBe(language)
})

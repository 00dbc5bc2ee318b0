import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../run-program.ts'
import { referencePages } from './pages.ts'

it.each(Object.entries(referencePages()))('docs/reference/%s says what the program does', (name, text) => {
  expect(readFileSync(join(ROOT, 'docs/reference', name), 'utf8')).toBe(text)
})

import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

const STEP = { what: { sv: 'läser in', en: 'ingesting' }, done: 3, of: 4 }

function drawn(): string[] {
  const written: string[] = []
  const progress = progressOn({ write: (text) => written.push(text), isTTY: true, columns: 40 }, 'sv')
  progress.report(STEP)
  progress.end()
  return written
}

test('a terminal gets a bar that is drawn over and taken away', () => {
  const [bar = '', end] = drawn()
  expect(bar.startsWith(`\r\u001B[2K${'█'.repeat(18)}${'░'.repeat(6)} 3/4 läser`)).toBe(true)
  expect(bar.length).toBeLessThanOrEqual('\r\u001B[2K'.length + 39)
  expect(end).toBe('\r\u001B[2K')
})

test('anything else gets plain lines, one for each part that is done', () => {
  const written: string[] = []
  const progress = progressOn({ write: (text) => written.push(text) }, 'en')
  for (const done of [0, 0, 1, 1, 2]) progress.report({ ...STEP, done })
  progress.end()
  expect(written).toEqual(['0/4 ingesting\n', '1/4 ingesting\n', '2/4 ingesting\n'])
})

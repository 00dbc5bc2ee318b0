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

test('a terminal is told the rows a second and the time left, as soon as both can be known', () => {
  const written: string[] = []
  let now = 0
  const stream = { write: (text: string) => written.push(text), isTTY: true, columns: 100 }
  const progress = progressOn(stream, 'en', () => now)
  progress.report({ ...STEP, pace: { share: 0, rows: 0 } })
  now = 10_000
  progress.report({ ...STEP, pace: { share: 0.25, rows: 50_000 } })
  expect(written[0]).not.toContain('rows/s')
  expect(written[1]).toContain(`${'█'.repeat(6)}${'░'.repeat(18)} 3/4 5,000 rows/s, 30 s left: ingesting`)
})

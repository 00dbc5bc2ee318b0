import { expect, test } from 'vitest'
import { progressOn } from './progress.ts'

const STEP = { what: { sv: 'läser in', en: 'ingesting' }, done: 3, of: 4 }

function reported(isTTY: boolean): string[] {
  const written: string[] = []
  const progress = progressOn({ write: (text) => written.push(text), isTTY, columns: 40 }, 'sv')
  progress.report(STEP)
  progress.end()
  return written
}

test('a terminal gets a bar that is drawn over and taken away', () => {
  const [bar = '', end] = reported(true)
  expect(bar.startsWith(`\r\u001B[2K${'█'.repeat(18)}${'░'.repeat(6)} 3/4 läser`)).toBe(true)
  expect(bar.length).toBeLessThanOrEqual('\r\u001B[2K'.length + 39)
  expect(end).toBe('\r\u001B[2K')
})

test('anything else gets plain lines', () => {
  expect(reported(false)).toEqual(['3/4 läser in\n'])
})

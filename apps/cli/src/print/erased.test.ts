import { expect, test } from 'vitest'
import { printErased } from './erased.ts'
import { pageOn } from './page.ts'

function printed(erased: Readonly<Record<string, number>>, whom: 'person' | 'agreements') {
  const lines: string[] = []
  printErased(pageOn({ write: (text) => lines.push(text) }, 'en', false), { erased, receipts: 1 }, whom)
  return lines.join('')
}

const NOBODY = 'No rows about that person were found'

test('a person of whom there was nothing is told, though all that waited in quarantine went', () => {
  expect(printed({ quarantine: 11 }, 'person')).toContain(NOBODY)
  expect(printed({}, 'person')).toContain(NOBODY)
})

test('it is not said of one who was there, nor of an agreement', () => {
  expect(printed({ attendance: 2, quarantine: 11 }, 'person')).not.toContain(NOBODY)
  expect(printed({}, 'agreements')).not.toContain(NOBODY)
})

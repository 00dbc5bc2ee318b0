import { expect, it } from 'vitest'
import { closest } from './closest.ts'

it.each([
  ['motesplatsn', 'motesplats'],
  ['MOTESPLATS', 'motesplats'],
  ['karriarvagledn', 'karriarvagledning'],
  ['xyz', undefined],
])('guesses that %s was meant to be %s', (word, meant) => {
  expect(closest(word, ['motesplats', 'karriarvagledning'])).toBe(meant)
})

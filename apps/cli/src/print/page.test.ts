import { expect, test } from 'vitest'
import { pageOn } from './page.ts'

function printed(language: 'sv' | 'en', coloured = false) {
  const lines: string[] = []
  return { lines, page: pageOn({ write: (text) => lines.push(text) }, language, coloured) }
}

const HEAD = [
  { sv: 'källa', en: 'source' },
  { sv: 'rader', en: 'rows' },
]

test('a table stands in columns: text left, numbers right, nothing as a dash', () => {
  const { lines, page } = printed('en')
  page.table(HEAD, [
    ['attendance', 1234],
    ['money', 7],
    ['none', null],
  ])
  expect(lines).toEqual([
    'source       rows\n',
    'attendance  1,234\n',
    'money           7\n',
    'none            –\n',
  ])
})

test('numbers are written as the language writes them', () => {
  expect(printed('sv').page.number(1_450_000)).toBe('1\u00A0450\u00A0000')
  expect(printed('en').page.number(1_450_000)).toBe('1,450,000')
})

test('colour is only for a terminal that shows it', () => {
  expect(printed('sv').page.paint('red', 'avvisad')).toBe('avvisad')
  expect(printed('sv', true).page.paint('red', 'avvisad')).toBe('\u001B[31mavvisad\u001B[39m')
})

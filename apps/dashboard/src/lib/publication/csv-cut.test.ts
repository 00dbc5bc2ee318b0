import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutCsv } from './csv-cut.ts'

test('keeps the header and the records asked for, untouched', () => {
  const text = 'a,b\r\n1,"x, ""y"""\r\n2,"two\r\nlines"\r\n3,z\r\n'
  expect(cutCsv(text, (record) => record === 1)).toBe('a,b\r\n2,"two\r\nlines"\r\n')
  expect(cutCsv(text, () => false)).toBe('a,b\r\n')
})

test('keeping everything is the file itself, whatever its cells hold', () => {
  const cell = fc.string().map((text) => `"${text.replaceAll('"', '""')}"`)
  const record = fc.array(cell, { minLength: 2, maxLength: 3 }).map((cells) => `${cells.join(';')}\r\n`)
  fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), (records) => {
      expect(cutCsv(records.join(''), () => true)).toBe(records.join(''))
      expect(cutCsv(records.join(''), (place) => place === 0)).toBe(records.slice(0, 2).join(''))
    }),
  )
})

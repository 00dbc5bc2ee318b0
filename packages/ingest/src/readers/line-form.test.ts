import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startLineForm } from './line-form.ts'

function formOf(text: string, chunk: number) {
  const lines = startLineForm()
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunk) lines.look(bytes.subarray(at, at + chunk))
  return lines.form()
}

test.each([
  ['a;b\n1;2\n', true, false],
  ['a;b\r\n1;2', true, false],
  ['a;b\n"1";2\n', true, true],
  ['a;b\n\n1;2\n', false, false],
  ['a;b\r\n\r\n1;2\r\n', false, false],
  ['a;b\n1;2\n\n\n', true, false],
  ['a;b\r\n1;2\r\n\r\n', true, false],
  ['a;b\r1;2\n', false, false],
  ['a;b\n1;2\r', false, false],
  ['a;b\n"1\n2";2\n', false, true],
  ['a;b\n"1;2\n', false, true],
  [`a;b\n${'1'.repeat(1 << 20)}\n1;2\n`, false, false],
])('%j', (text, rowALine, quoted) => {
  expect(formOf(text, 1 << 22)).toEqual({ rowALine, quoted })
})

test('the form does not depend on where the file is cut into chunks', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', '\r\n'), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (written, chunk) => {
      expect(formOf(written, chunk).rowALine).toBe(formOf(written, 1 << 22).rowALine)
    }),
  )
})

import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { xlsxBytes } from './xlsx.ts'

// Tabs and line ends within a cell, and space around a text, are written by nobody here.
const cell = fc
  .string({ unit: fc.constantFrom(...'aZåö9 -:/&<>"\'€😀'), maxLength: 12 })
  .map((text) => text.trim())
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })

test('another program reads every text where it was put', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      // A last cell that is never empty keeps the width of each row.
      const whole = rows.map((cells) => [...cells, 'slut'])
      const { sheets } = await readXlsx(xlsxBytes('Närvaro', whole))
      expect(sheets.map(({ name }) => name)).toEqual(['Närvaro'])
      expect(sheets[0]?.rows.map((cells) => cells.map((value) => value ?? ''))).toEqual(whole)
    }),
    { numRuns: 40 },
  )
})

test('the archive states the true size, place and check sum of each part', () => {
  const bytes = Buffer.from(xlsxBytes('Närvaro', [['Datum', 'Åsa & Bo']]))
  const end = bytes.lastIndexOf('PK\u0005\u0006')
  let entry = bytes.readUInt32LE(end + 16)
  expect(entry + bytes.readUInt32LE(end + 12)).toBe(end)
  const parts = Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [size, nameLength] = [bytes.readUInt32LE(entry + 24), bytes.readUInt16LE(entry + 28)]
    const local = bytes.readUInt32LE(entry + 42)
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength)
    expect(bytes.toString('utf8', local + 30, local + 30 + nameLength)).toBe(name)
    const content = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + size)
    expect(crc32(content)).toBe(bytes.readUInt32LE(entry + 16))
    entry += 46 + nameLength
    return { name, content: content.toString('utf8') }
  })
  expect(entry).toBe(end)
  expect(parts.map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml')
  expect(parts.at(-1)?.content).toContain('<t>Åsa &amp; Bo</t>')
})

test('the same rows give the same bytes', () => {
  expect(xlsxBytes('Blad', [['a']])).toEqual(xlsxBytes('Blad', [['a']]))
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { piecesOf, textOf } from './table-pieces.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-pieces-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'results.csv')

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const note = fc.string({ unit: fc.constantFrom('å', '1', '"', ',', '\n', '\r\n', 'b,'), maxLength: 8 })
const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'anhöriga'), note), { maxLength: 30 })

test('what is read of each agreement is what all of the file says of it', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (cells, end, isEnded) => {
      const lines = [['agreement', 'note'], ...cells].map((row) => row.map(quoted).join(','))
      writeFileSync(file, `\uFEFF${lines.join(end)}${isEnded ? end : ''}`)
      const written = cells.map(([agreement, text]) => ({ agreement, note: text }))
      const pieces = piecesOf(file)
      expect([...pieces.of.keys()].toSorted()).toEqual(
        [...new Set(cells.map(([agreement]) => agreement))].toSorted(),
      )
      for (const agreement of pieces.of.keys())
        expect(readCsv(textOf(pieces, agreement))).toEqual(
          written.filter((row) => row.agreement === agreement),
        )
    }),
  )
})

test('nothing is read of an agreement that a table does not speak of', () => {
  writeFileSync(file, 'agreement,note\na,\n')
  expect(readCsv(textOf(piecesOf(file), 'b'))).toEqual([])
})

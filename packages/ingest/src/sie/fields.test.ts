import { describe, expect, it } from 'vitest'
import { recordOf } from './fields.ts'

describe('a line of a SIE file', () => {
  it.each([
    [
      '#TRANS 5010 {6 "100"} -1250.50 20250301 "Hyra mars" 1',
      ['5010', ['6', '100'], '-1250.50', '20250301', 'Hyra mars', '1'],
    ],
    ['   #TRANS\t1910\t{}\t-195.00', ['1910', [], '-195.00']],
    ['#TRANS 3010  { "1" "1"} -500', ['3010', ['1', '1'], '-500']],
    [String.raw`#TRANS 4010 {} 1 "" "Boken \"Utfall\"" 2`, ['4010', [], '1', '', 'Boken "Utfall"', '2']],
    [String.raw`#FNR "C:\Bok\2025"`, [String.raw`C:\Bok\2025`]],
    ['#TRANS 4010 {1 "a } b" 6 7} 1', ['4010', ['1', 'a } b', '6', '7'], '1']],
    ['#KONTO 1930 "Bank {SEK}"', ['1930', 'Bank {SEK}']],
    ['#KONTO 1930 "Inte stängt', ['1930', 'Inte stängt']],
    ['#KONTO 1930 ""', ['1930', '']],
  ])('%s', (line, fields) => {
    expect(recordOf(line)?.fields).toEqual(fields)
  })

  it('has its label in capitals', () => {
    expect(recordOf('#ver A 1')?.label).toBe('#VER')
  })

  it.each(['', '   ', 'fri text', '\u001a'])('is no record: "%s"', (line) => {
    expect(recordOf(line)).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { checkDigit, testNumber, withWrongCheckDigit, writeNumber } from './identity.ts'

describe('test numbers', () => {
  it('are those of Skatteverket’s open data set', () => {
    expect(testNumber('1977-01-17', 'man')).toBe('197701172392')
    expect(testNumber('1979-09-21', 'woman')).toBe('197909212388')
    expect(testNumber('1990-01-25', 'woman')).toBe('199001252387')
    expect(testNumber('2017-01-01', 'man')).toBe('201701012393')
  })

  it('have birth numbers that are never assigned, and a check digit that is right or wrong as wanted', () => {
    fc.assert(
      fc.property(fc.nat(13_000), fc.constantFrom('woman' as const, 'man' as const), (days, gender) => {
        const number = testNumber(addDays('1990-01-01', days), gender)
        expect(number.slice(8, 11)).toBe(gender === 'woman' ? '238' : '239')
        expect(Number(number[11])).toBe(checkDigit(number.slice(2, 11)))
        expect(withWrongCheckDigit(number)[11]).not.toBe(number[11])
      }),
    )
  })

  it('are written as senders write them', () => {
    expect(writeNumber('201701012393', 'twelve')).toBe('201701012393')
    expect(writeNumber('201701012393', 'twelve_hyphen')).toBe('20170101-2393')
    expect(writeNumber('201701012393', 'ten_hyphen')).toBe('170101-2393')
  })
})

import { describe, expect, it } from 'vitest'
import { bankDay, easterSunday, isHoliday, midsummerEve } from './holidays.ts'

describe('Swedish holidays', () => {
  it('knows Easter', () => {
    expect([2019, 2020, 2021, 2025, 2026].map(easterSunday)).toEqual([
      '2019-04-21',
      '2020-04-12',
      '2021-04-04',
      '2025-04-20',
      '2026-04-05',
    ])
  })

  it('knows Midsummer', () => {
    expect(midsummerEve(2025)).toBe('2025-06-20')
    expect(midsummerEve(2026)).toBe('2026-06-19')
  })

  it('knows the red days of 2025 that fall on weekdays', () => {
    const red = [
      '2025-01-01',
      '2025-01-06',
      '2025-04-18',
      '2025-04-21',
      '2025-05-01',
      '2025-05-29',
      '2025-06-06',
    ]
    expect(red.filter(isHoliday)).toEqual(red)
    expect(isHoliday('2025-11-01')).toBe(true)
    expect(['2025-06-19', '2025-04-17', '2025-12-23'].some(isHoliday)).toBe(false)
  })

  it('moves a payment past weekends and holidays', () => {
    expect(bankDay('2025-03-15')).toBe('2025-03-17')
    expect(bankDay('2025-04-18')).toBe('2025-04-22')
    expect(bankDay('2025-09-15')).toBe('2025-09-15')
  })
})

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { dayCentreLedger } from './eskilstuna/books.ts'
import { randomStream } from './random.ts'
import { checksumOf, sieBytes } from './sie.ts'
import { ledgerOf } from './sollentuna/books.ts'

const linesOf = (bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), 'cp437').split('\r\n')
const dayCentre = dayCentreLedger(randomStream('s'))
const meetingPlace = ledgerOf(randomStream('s'))
const years = [
  ...[2018, 2019, 2020, 2021].map((year) => ({ ledger: dayCentre, year })),
  ...[2025, 2026].map((year) => ({ ledger: meetingPlace, year })),
]

/** Öre by account of the lines with a label, whatever stands between account and amount. */
function amounts(lines: readonly string[], label: string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const line of lines) {
    const [, name, account = '', amount = ''] =
      /^#(\w+) (?:0 )?(\d{4}) (?:\{[^}]*\} )?(-?\d+\.\d\d)$/.exec(line) ?? []
    if (name === label) sums.set(account, (sums.get(account) ?? 0) + Math.round(Number(amount) * 100))
  }
  return sums
}

describe.each(years)('the books of $ledger.association in $year', ({ ledger, year }) => {
  const lines = linesOf(sieBytes(ledger, year))

  it('balance in each voucher', () => {
    const vouchers = lines.join('\n').split('#VER').slice(1)
    expect(vouchers.length).toBeGreaterThan(5)
    for (const voucher of vouchers) {
      const sum = [...amounts(voucher.split('\n'), 'TRANS').values()].reduce((a, b) => a + b, 0)
      expect(sum).toBe(0)
    }
  })

  it('reconcile from opening to closing balance, and with the results', () => {
    const posted = amounts(lines, 'TRANS')
    const closing = amounts(lines, 'UB')
    for (const [account, opening] of amounts(lines, 'IB')) {
      expect(opening + (posted.get(account) ?? 0)).toBe(closing.get(account))
    }
    for (const [account, result] of amounts(lines, 'RES')) expect(result).toBe(posted.get(account))
  })
})

describe.each([
  { ledger: dayCentre, first: 2018, next: [2019, 2020, 2021] },
  { ledger: meetingPlace, first: 2025, next: [2026] },
])('the books of $ledger.association', ({ ledger, first, next }) => {
  const balances = (year: number, label: string) => amounts(linesOf(sieBytes(ledger, year)), label)

  it('open in balance, and each year where the year before closed', () => {
    expect([...balances(first, 'IB').values()].reduce((a, b) => a + b, 0)).toBe(0)
    for (const year of next) expect(balances(year, 'IB')).toEqual(balances(year - 1, 'UB'))
  })
})

describe('the checksum', () => {
  it('stands around all but the first line', () => {
    const lines = linesOf(sieBytes(dayCentre, 2020, { checksum: true }))
    const [flag, open, ...rest] = lines.filter((line) => line !== '')
    expect([flag, open]).toEqual(['#FLAGGA 0', '#KSUMMA'])
    expect(rest.at(-1)).toBe(`#KSUMMA ${checksumOf(rest.slice(0, -1))}`)
  })

  it('is CRC-32 of the text without quotes, and without space and braces outside them', () => {
    // The check value of CRC-32 over "123456789" is 0xCBF43926.
    expect(checksumOf(['12 {34}\t"56"', '789'])).toBe(0xcbf43926)
    expect(checksumOf(['"a b"'])).not.toBe(checksumOf(['"ab"']))
    expect(checksumOf(['"a\\"b"'])).toBe(checksumOf(['a"b'.replace('"', '"\\""')]))
  })
})

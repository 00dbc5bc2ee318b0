import type { ReadingFault } from '../readers/reader.ts'
import { kronorOf } from './amount.ts'
import type { SieFile, SieVoucher } from './file.ts'
import type { SieReading } from './parse.ts'
import { fiscalYearOf, isBalanced, isDay } from './tally.ts'

/** What makes the whole file unfit to load, or doubtful as a whole. */
export function sieFaults(
  { file, strayRow }: SieReading,
  cutOff: boolean,
  balanceRows: number,
): ReadingFault[] {
  const yearly = balanceRows > 0 && file.balances.every(({ period }) => period === '')
  return [
    ...(cutOff ? [{ rule: 'sie_cut_off', line: null }] : []),
    ...(file.vouchers.count === 0 && balanceRows === 0
      ? [{ rule: 'sie_without_vouchers', line: null, detail: file.type.slice(0, 2) }]
      : []),
    ...(yearly ? [{ rule: 'sie_yearly_balances', line: null }] : []),
    ...(file.currency === 'SEK'
      ? []
      : [{ rule: 'sie_currency', line: null, detail: file.currency.slice(0, 3) }]),
    ...(strayRow === undefined ? [] : [{ rule: 'sie_row_outside_voucher', line: strayRow }]),
    ...(file.checksum.state === 'differs' ? [{ rule: 'sie_checksum', line: null }] : []),
  ]
}

/** Faults of one voucher, each by the lines of the rows that it concerns. */
export function voucherFaults(file: SieFile, voucher: SieVoucher): ReadingFault[] {
  const name = nameOf(voucher)
  const rows = (rule: string, detail: string, at = voucher.rows): ReadingFault[] =>
    at.map(({ line }) => ({ rule, line, detail }))
  const outside = file.fiscalYears.length > 0 && isDay(voucher.date) && !fiscalYearOf(file, voucher)
  return [
    ...(isBalanced(voucher) ? [] : rows('sie_unbalanced_voucher', `${name}: ${remainder(voucher)}`)),
    ...(outside ? rows('sie_outside_fiscal_year', `${name}: ${voucher.date}`) : []),
    ...rows(
      'sie_amount',
      name,
      voucher.rows.filter(({ ore }) => ore === undefined),
    ),
    ...rows(
      'sie_objects',
      name,
      voucher.rows.filter(({ objects }) => objects === undefined),
    ),
  ]
}

/** Series and number; nothing when they are longer than such are, and might be something else. */
function nameOf({ series, number }: SieVoucher): string {
  const name = `${series} ${number}`.trim()
  return name.length <= 9 ? name : ''
}

const remainder = ({ rows }: SieVoucher): string =>
  kronorOf(rows.reduce((sum, { ore }) => sum + (ore ?? 0n), 0n))

import type { FiscalYear, SieFile, SieVoucher } from './file.ts'

/** Whether a text is a day that two texts can be ordered by. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Adds a voucher that has ended to what the file is later checked against. */
export function tally(file: SieFile, voucher: SieVoucher): void {
  const { vouchers, booked } = file
  const year = fiscalYearOf(file, voucher)
  vouchers.count += 1
  vouchers.rows += voucher.rows.length
  if (!isBalanced(voucher)) vouchers.unbalanced += 1
  if (file.fiscalYears.length > 0 && !year) vouchers.outsideYear += 1
  if (isDay(voucher.date)) {
    if (!vouchers.firstDay || voucher.date < vouchers.firstDay) vouchers.firstDay = voucher.date
    if (!vouchers.lastDay || voucher.date > vouchers.lastDay) vouchers.lastDay = voucher.date
  }
  if (year && year.number !== 0) return
  for (const { account, ore } of voucher.rows) booked.set(account, (booked.get(account) ?? 0n) + (ore ?? 0n))
}

/** Whether a voucher's rows sum to nothing, as double entry demands. An amount that cannot be read counts as 0. */
export function isBalanced({ rows }: SieVoucher): boolean {
  return rows.reduce((sum, { ore }) => sum + (ore ?? 0n), 0n) === 0n
}

/** What a voucher is known by: start of its fiscal year, series and number; '' when the program has yet to number it. */
export function voucherKey(file: SieFile, voucher: SieVoucher): string {
  if (voucher.number === '') return ''
  const year = fiscalYearOf(file, voucher) ?? file.fiscalYears.find(({ number }) => number === 0)
  return [year?.start ?? voucher.date.slice(0, 4), voucher.series, voucher.number]
    .filter((part) => part !== '')
    .join(' ')
}

/** The declared fiscal year that a voucher's day is in. */
export function fiscalYearOf({ fiscalYears }: SieFile, { date }: SieVoucher): FiscalYear | undefined {
  return fiscalYears.find(({ start, end }) => start <= date && date <= end)
}

import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import { yearOf } from './days.ts'
import type { Delivery, DeliveredRow } from './delivery.ts'
import type { Ledger, Posting, Voucher } from './ledger.ts'
import { isBalanceAccount, sums } from './ledger.ts'

/** One year of the books as its own delivery, by default named for the whole of it. A row is a posting of a voucher. */
export function sieDelivery(
  ledger: Ledger,
  year: number,
  options: { checksum?: boolean; name?: string } = {},
): Delivery {
  const rows = vouchersOf(ledger, year).flatMap(({ series, number, date, postings }) =>
    postings.map((posting, index): DeliveredRow => ({
      cells: [],
      key: `${year} ${series} ${number} ${index}`,
      content: JSON.stringify(posting),
      date,
    })),
  )
  const bytes = sieBytes(ledger, year, options)
  return {
    source: 'bokforing',
    replaces: 'period',
    file: `bokforing/${options.name ?? year}.se`,
    bytes,
    rows,
  }
}

/**
 * One year of the books as SIE 4 (SIE-Gruppen, "SIE filformat", version 4B), type 4E, in code page 437.
 * Opening balances, closing balances and results agree with the vouchers.
 */
export function sieBytes(ledger: Ledger, year: number, { checksum = false } = {}): Uint8Array {
  const vouchers = vouchersOf(ledger, year)
  const last = vouchers.at(-1)?.date ?? `${year}-12-31`
  const body = [
    '#FORMAT PC8',
    '#SIETYP 4',
    '#PROGRAM "Kassaboken" 4.2',
    `#GEN ${compact(last)}`,
    `#FNAMN ${quoted(ledger.association)}`,
    `#RAR 0 ${year}0101 ${year}1231`,
    `#RAR -1 ${year - 1}0101 ${year - 1}1231`,
    '#KPTYP BAS2014',
    ...Object.entries(ledger.accounts).map(([account, name]) => `#KONTO ${account} ${quoted(name)}`),
    '#DIM 6 "Projekt"',
    ...Object.entries(ledger.objects).map(([object, name]) => `#OBJEKT 6 ${quoted(object)} ${quoted(name)}`),
    ...balanceLines(ledger, year),
    ...vouchers.flatMap(voucherLines),
  ]
  const lines = checksum ? ['#KSUMMA', ...body, `#KSUMMA ${checksumOf(body)}`] : body
  return cp437(['#FLAGGA 0', ...lines].map((line) => `${line}\r\n`).join(''))
}

/** CRC-32 over code page 437: outside quotes space, tab and braces are left out, quotes and line ends always. */
export function checksumOf(lines: readonly string[]): number {
  const counted = lines.map((line) =>
    line.replaceAll(/"((?:\\"|[^"])*)"|[ \t{}]/g, (_, inside: string | undefined) =>
      (inside ?? '').replaceAll('\\"', '"'),
    ),
  )
  return crc32(cp437(counted.join('')))
}

const vouchersOf = (ledger: Ledger, year: number) =>
  ledger.vouchers.filter(({ date }) => yearOf(date) === year)

function balanceLines(ledger: Ledger, year: number): string[] {
  const before = sums(ledger.vouchers.filter(({ date }) => yearOf(date) < year))
  const during = sums(vouchersOf(ledger, year))
  const accounts = Object.keys(ledger.accounts)
  const opening = (account: string) => (ledger.opening[account] ?? 0) + (before.get(account) ?? 0)
  const change = (account: string) => during.get(account) ?? 0
  const balance = accounts.filter(isBalanceAccount)
  const results = accounts.filter((account) => !isBalanceAccount(account) && change(account) !== 0)
  return [
    ...balance.map((account) => `#IB 0 ${account} ${kronor(opening(account))}`),
    ...balance.map((account) => `#UB 0 ${account} ${kronor(opening(account) + change(account))}`),
    ...results.map((account) => `#RES 0 ${account} ${kronor(change(account))}`),
  ]
}

function voucherLines({ series, number, date, text, postings, corrected }: Voucher): string[] {
  const struckOut = corrected ? [`#BTRANS ${transaction(corrected)}`] : []
  return [
    `#VER ${series} ${number} ${compact(date)} ${quoted(text)}`,
    '{',
    ...struckOut,
    ...postings.map((posting) => `#TRANS ${transaction(posting)}`),
    '}',
  ]
}

const transaction = ({ account, object, amount }: Posting): string =>
  `${account} {${object === undefined ? '' : `6 "${object}"`}} ${kronor(amount)}`

const kronor = (amount: number): string =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
const compact = (day: string): string => day.replaceAll('-', '')
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`
const cp437 = (text: string): Buffer => iconv.encode(text, 'cp437')

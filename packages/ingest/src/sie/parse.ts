import { z } from 'zod'
import { oreOf } from './amount.ts'
import { monthBalance, yearBalance } from './balances.ts'
import { addToChecksum, readChecksumLabel } from './checksum.ts'
import { recordOf, textAt } from './fields.ts'
import type { SieField } from './fields.ts'
import { emptySieFile } from './file.ts'
import type { SieBalance, SieFile, SieRow, SieVoucher } from './file.ts'
import type { LineBatch } from './lines.ts'
import { objectsOf } from './objects.ts'
import { isDay, tally } from './tally.ts'

/** Where the reading of a file stands. */
export interface SieReading {
  readonly file: SieFile
  voucher: SieVoucher | undefined
  /** Between a `{` and its `}`: a file that ends here was cut off. */
  inBraces: boolean
  /** Line of the first `#TRANS` that belongs to no voucher. */
  strayRow: number | undefined
}

export function startSie(): SieReading {
  return { file: emptySieFile(), voucher: undefined, inBraces: false, strayRow: undefined }
}

/** Reads some more lines and gives the vouchers that end in them. Labels that are not known mean nothing. */
export function* vouchersIn(reading: SieReading, { first, lines }: LineBatch): Generator<SieVoucher> {
  for (const [index, line] of lines.entries()) {
    const record = recordOf(line)
    if (record?.label !== '#KSUMMA') addToChecksum(reading.file.checksum, line)
    if (!record) continue
    const { label, fields } = record
    if (label === '#VER' || label === '}') yield* endedVoucher(reading)
    if (label === '#VER') reading.voucher = voucherOf(fields, first + index)
    else if (label === '{') reading.inBraces = true
    else if (label === '#TRANS') addRow(reading, fields, first + index)
    else readHead(reading.file, label, fields, first + index)
  }
}

/** What is left when the file ends: a last voucher, when the program writes no braces. */
export function* endedVoucher(reading: SieReading): Generator<SieVoucher> {
  const { voucher, file } = reading
  reading.voucher = undefined
  reading.inBraces = false
  if (!voucher) return
  tally(file, voucher)
  yield voucher
}

/** Whether the file ends before what it began: a voucher, of which there is not a row, or its check sum. */
export function isCutOff({ inBraces, voucher, file }: SieReading): boolean {
  return inBraces || voucher?.rows.length === 0 || file.checksum.state === 'open'
}

function readHead(file: SieFile, label: string, fields: readonly SieField[], line: number): void {
  const first = textAt(fields, 0)
  if (label === '#SIETYP') file.type = first
  else if (label === '#FORMAT') file.declaredFormat = first
  else if (label === '#GEN') file.generated = generatedOn(first)
  else if (label === '#VALUTA') file.currency = first.toUpperCase() || 'SEK'
  else if (label === '#KSUMMA') readChecksumLabel(file.checksum, first)
  else if (label === '#RAR') readFiscalYear(file, fields)
  else if (label === '#IB') readBalance(file.opening, fields)
  else if (label === '#UB') readBalance(file.closing, fields)
  else if (label === '#OMFATTN') file.through = dayOf(first)
  else if (label === '#PSALDO') keep(file, monthBalance(fields, line))
  else if (label === '#RES') {
    readBalance(file.result, fields)
    keep(file, yearBalance(fields, line))
  }
}

function generatedOn(written: string): string | undefined {
  const { success, data } = z.iso.date().safeParse(dayOf(written))
  return success ? data : undefined
}

function readFiscalYear(file: SieFile, fields: readonly SieField[]): void {
  const [start, end] = [dayOf(textAt(fields, 1)), dayOf(textAt(fields, 2))]
  if (isDay(start) && isDay(end) && start <= end)
    file.fiscalYears.push({ number: Number(textAt(fields, 0)), start, end })
}

function readBalance(balances: Map<string, bigint>, fields: readonly SieField[]): void {
  const ore = oreOf(textAt(fields, 2))
  if (Number(textAt(fields, 0)) === 0 && ore !== undefined) balances.set(textAt(fields, 1), ore)
}

function keep({ balances }: SieFile, balance: SieBalance | undefined): void {
  if (balance) balances.push(balance)
}

function voucherOf(fields: readonly SieField[], line: number): SieVoucher {
  const [series, number, date, text] = [0, 1, 2, 3].map((index) => textAt(fields, index))
  return {
    line,
    series: series ?? '',
    number: number ?? '',
    date: dayOf(date ?? ''),
    text: text ?? '',
    rows: [],
  }
}

function addRow(reading: SieReading, fields: readonly SieField[], line: number): void {
  if (reading.voucher) reading.voucher.rows.push(rowOf(fields, line, reading.voucher))
  else reading.strayRow ??= line
}

/** `#TRANS account {objects} amount [date] [text] …`; a date and a text of its own go before the voucher's. */
function rowOf(fields: readonly SieField[], line: number, voucher: SieVoucher): SieRow {
  const list = fields[1]
  const hasList = list !== undefined && typeof list !== 'string'
  const [amount = '', date = '', text = ''] = fields.slice(hasList ? 2 : 1).map((field) => String(field))
  return {
    line,
    account: textAt(fields, 0),
    objects: hasList ? objectsOf(list) : [],
    amount,
    ore: oreOf(amount),
    date: dayOf(date) || voucher.date,
    text: text || voucher.text,
  }
}

/** `20250301` as `2025-03-01`; anything else as it stands, for the rules on dates to judge. */
function dayOf(written: string): string {
  return written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}

import { nameOf, rowsOfBalances } from '../sie/balances.ts'
import { lineBatches } from '../sie/lines.ts'
import { startHiding } from '../sie/hide.ts'
import { sieFaults, voucherFaults } from '../sie/faults.ts'
import type { SieFile } from '../sie/file.ts'
import { sieNotes } from '../sie/notes.ts'
import { endedVoucher, isCutOff, startSie, vouchersIn } from '../sie/parse.ts'
import { stageCosts } from '../sie/stage.ts'
import { voucherKey } from '../sie/tally.ts'
import type { Encoding } from './encoding.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'
import { RowUnreadable } from './records.ts'

/** A file begins with a label of any name, after a byte order mark and blank lines at most … */
const BEGINNING = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*#\w/
/** … and soon has one that only SIE has. */
const LABEL =
  /^\s*(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*#(?:FLAGGA|KSUMMA|PROGRAM|FORMAT|GEN|SIETYP|PROSA|FTYP|FNR|ORGNR|FNAMN|RAR|VALUTA|KPTYP|KONTO|VER)(?:\s|$)/im

/**
 * SIE 4, export (4E) and import (4I): every `#TRANS` becomes a row of `costs`, whatever its account. Types 1–3 have no
 * vouchers: there the balances of months, or of the year, do.
 */
export const sieReader: Reader = { format: 'sie', datasets: ['costs'], recognises, read }

function recognises(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
  return BEGINNING.test(text) && LABEL.test(text)
}

/** Reads the file a chunk at a time. */
async function read({ connection, file, content, table, agreement, hide }: ReadingRequest): Promise<Reading> {
  const { encoding } = content.form
  const stage = await stageCosts(connection, table)
  const reading = startSie()
  const hiding = startHiding(hide, agreement)
  const faults: ReadingFault[] = []
  let balanceRows = 0
  try {
    for await (const batch of lineBatches(file, encoding)) take(vouchersIn(reading, batch))
    const cutOff = isCutOff(reading)
    take(endedVoucher(reading))
    if (hasBalancesOnly(reading.file)) balanceRows = takeBalances()
    note(sieFaults(reading, cutOff, balanceRows))
    note(hiding.faults())
  } catch (error) {
    if (!(error instanceof RowUnreadable)) throw error
    faults.push({ rule: error.rule, line: error.line })
  } finally {
    stage.close()
  }
  const fiscalYear = reading.file.fiscalYears.find(({ number }) => number === 0)
  return {
    dataset: 'costs',
    format: variantOf(reading.file, encoding),
    rows: reading.file.vouchers.rows + balanceRows,
    ...(reading.file.generated !== undefined && { exported: reading.file.generated }),
    ...(fiscalYear !== undefined && { fiscalYear }),
    headers: HEADERS,
    notes: sieNotes(reading.file, encoding, balanceRows),
    faults,
  }

  function take(vouchers: ReturnType<typeof vouchersIn>): void {
    for (const each of vouchers) {
      const voucher = hiding.name(each)
      const key = voucherKey(reading.file, voucher)
      for (const row of voucher.rows) stage.add(hiding.objects(row), key)
      note(voucherFaults(reading.file, voucher))
    }
  }

  /** One at a time: a voucher of a million rows has more faults than a call takes arguments. */
  function note(found: Iterable<ReadingFault>): void {
    for (const fault of found) faults.push(fault)
  }

  function takeBalances(): number {
    const { rows, leftOut } = rowsOfBalances(reading.file, agreement.costs.objects, hiding.objects)
    for (const { row, key } of rows) stage.add(row, key)
    const unread = rows.filter(({ row }) => row.ore === undefined)
    note(unread.map(({ row, key }) => ({ rule: 'sie_amount', line: row.line, detail: key })))
    note(
      leftOut.map((balance) => ({ rule: 'sie_two_dimensions', line: balance.line, detail: nameOf(balance) })),
    )
    return rows.length
  }
}

const hasBalancesOnly = ({ type, vouchers }: SieFile) => /^[123]$/.test(type) && vouchers.count === 0

/** Field → what the format calls it. */
const HEADERS = {
  date: 'transdat',
  amount: 'belopp',
  account: 'kontonr',
  text: 'transtext',
  voucher: 'vernr',
  objects: 'objektlista',
}

/** Vouchers are of type 4, whatever the file says or leaves out: an import file (4I) states no results; an export (4E) does. */
function variantOf({ type, result, vouchers }: SieFile, encoding: Encoding): string {
  const variant = type === '4' || vouchers.count > 0 ? `4${result.size > 0 ? 'E' : 'I'}` : type
  return `sie ${variant} ${encoding}`
}

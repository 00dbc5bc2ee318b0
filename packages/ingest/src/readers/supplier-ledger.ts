import type { FormatNote } from '@utfall/contracts'
import { stageTexts } from '../xlsx/stage.ts'
import { asciiHeading, headedRows, separatorIn } from './headed-rows.ts'
import type { HeadedRow } from './headed-rows.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'
import { RowUnreadable } from './records.ts'

/**
 * Leverantörsreskontra 1.1, a municipality's paid supplier invoices as open data: each entry to the agreement's association,
 * known by its organisation number, is a payment. Everyone else's entries are counted and dropped: a sole trader's number is an
 * identity number. Source: https://lankadedata.se/spec/leverantorsreskontra/1.1
 */
export const supplierLedgerReader: Reader = {
  format: 'leverantörsreskontra',
  datasets: ['funding'],
  recognises: (head) => {
    const headers = asciiHeading(head).toLowerCase()
    return ['leverantor_id', 'belopp', 'kopare'].every((header) => headers.includes(header))
  },
  read,
}

/** Field → what the format calls it. */
const HEADERS = {
  date: 'datum',
  amount: 'belopp',
  kind: 'leverantor_id',
  source: 'kopare',
  note: 'verifikationsnummer',
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, content, agreement } = request
  const association = digitsOf(agreement.association.organisation_number ?? '')
  if (association === '') return nothing(request, { rule: 'association_without_number', line: null })
  const fields = Object.keys(HEADERS)
  const stage = await stageTexts(request.connection, request.table, fields)
  const rows = { own: 0, others: 0 }
  try {
    for await (const batch of headedRows(
      file,
      content.form.encoding,
      separatorIn(asciiHeading(content.head)),
    )) {
      for (const row of batch) {
        if (digitsOf(row.cell('leverantor_id')) === association) {
          rows.own += 1
          stage.add(row.line, paymentOf(row))
        } else rows.others += 1
      }
    }
  } catch (error) {
    if (error instanceof RowUnreadable) {
      return nothing(request, { rule: error.rule, line: error.line })
    }
    throw error
  } finally {
    stage.close()
  }
  return {
    dataset: 'funding',
    format: formatOf(request),
    rows: rows.own,
    headers: HEADERS,
    notes: [otherSuppliers(rows)],
    faults: rows.own === 0 ? [{ rule: 'association_not_among_suppliers', line: null }] : [],
  }
}

function formatOf({ content }: ReadingRequest): string {
  return `leverantörsreskontra ${content.form.encoding}`
}

function nothing(request: ReadingRequest, fault: ReadingFault): Reading {
  return { dataset: 'funding', format: formatOf(request), rows: 0, headers: {}, notes: [], faults: [fault] }
}

/** The entry's own number tells two equal amounts of one day apart. */
function paymentOf({ cell }: HeadedRow): string[] {
  const about = [
    cell('konto_text'),
    cell('verifikationsnummer') && `verifikation ${cell('verifikationsnummer')}`,
  ]
  const note = about.filter(Boolean).join(', ')
  return [cell('datum'), cell('belopp'), 'payment', cell('kopare') || cell('kopare_id'), note]
}

/** Ten digits, whether written with a hyphen, with 16 before them, or as a number for VAT: SE before them and 01 after. */
function digitsOf(number: string): string {
  const digits = number.replaceAll(/\D/g, '')
  return /^\s*SE/i.test(number) ? digits.slice(0, 10) : digits.slice(-10)
}

function otherSuppliers({ own, others }: { own: number; others: number }): FormatNote {
  return {
    id: 'other_suppliers',
    ok: null,
    sentence: {
      sv: `Av ${own + others} rader i leverantörsreskontran gäller ${own} föreningen. De andra leverantörernas rader lästes inte in.`,
      en: `Of ${own + others} rows in the supplier ledger ${own} are of the association. The other suppliers' rows were not loaded.`,
    },
  }
}

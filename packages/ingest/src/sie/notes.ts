import type { FormatNote, Language, Sentence } from '@utfall/contracts'
import type { Encoding } from '../readers/encoding.ts'
import type { SieFile } from './file.ts'
import { balanceDifferences, monthDifferences, resultDifferences } from './reconcile.ts'
import type { Difference } from './reconcile.ts'

/**
 * The file against itself, for the receipt. Genuine exports fail these: extracts hold some of a year's vouchers,
 * and programs have habits. So they are told, and stop nothing. `balanceRows`: rows of cost made of balances.
 */
export function sieNotes(file: SieFile, encoding: Encoding, balanceRows: number): FormatNote[] {
  if (balanceRows > 0) {
    return [
      encodingNote(file, encoding),
      balanceNote(file, balanceRows),
      differenceNote('sie_result', MONTHS, monthDifferences(file)),
      ...checksumNote(file),
    ]
  }
  return [
    encodingNote(file, encoding),
    coverageNote(file),
    voucherNote(file),
    differenceNote('sie_result', RESULT, resultDifferences(file)),
    differenceNote('sie_balance', BALANCE, balanceDifferences(file)),
    ...checksumNote(file),
  ]
}

/** The format prescribes CP437 ("PC8"); most programs that run in a browser declare it and write something else. */
function encodingNote({ declaredFormat }: SieFile, encoding: Encoding): FormatNote {
  const declared = declaredFormat.slice(0, 8) || 'PC8'
  return {
    id: 'sie_encoding',
    ok: encoding === 'cp437' ? true : null,
    sentence: {
      sv: `Filen uppger teckenkodningen ${declared} och lästes som ${encoding}.`,
      en: `The file declares the encoding ${declared} and was read as ${encoding}.`,
    },
  }
}

function coverageNote({ fiscalYears, vouchers }: SieFile): FormatNote {
  const year = fiscalYears.find(({ number }) => number === 0)
  const { firstDay, lastDay, outsideYear } = vouchers
  const [sv, en] = firstDay
    ? [
        `Verifikationerna går från ${firstDay} till ${lastDay}`,
        `The vouchers run from ${firstDay} to ${lastDay}`,
      ]
    : ['Filen har inga verifikationer', 'The file has no vouchers']
  const of = year
    ? {
        sv: `, räkenskapsåret från ${year.start} till ${year.end}.`,
        en: `, the fiscal year from ${year.start} to ${year.end}.`,
      }
    : { sv: '. Filen uppger inget räkenskapsår.', en: '. The file declares no fiscal year.' }
  const outside =
    outsideYear === 0
      ? { sv: '', en: '' }
      : {
          sv: ` Utanför de räkenskapsår som filen uppger: ${outsideYear}.`,
          en: ` Outside the fiscal years that the file declares: ${outsideYear}.`,
        }
  return {
    id: 'sie_coverage',
    ok: year && firstDay ? outsideYear === 0 : null,
    sentence: { sv: sv + of.sv + outside.sv, en: en + of.en + outside.en },
  }
}

function voucherNote({ vouchers: { count, rows, unbalanced } }: SieFile): FormatNote {
  const sentence =
    unbalanced === 0
      ? {
          sv: `Alla verifikationer (${count}, med ${rows} rader) går jämnt upp.`,
          en: `All vouchers (${count}, with ${rows} rows) sum to zero.`,
        }
      : {
          sv: `Av ${count} verifikationer går ${unbalanced} inte jämnt upp; deras rader lästes inte in.`,
          en: `Of ${count} vouchers ${unbalanced} do not sum to zero; their rows were not loaded.`,
        }
  return { id: 'sie_vouchers', ok: unbalanced === 0, sentence }
}

/** A file of type 1–3 has no vouchers. */
function balanceNote({ balances, type }: SieFile, rows: number): FormatNote {
  const monthly = balances.some(({ period }) => period !== '')
  const [sv, en] = monthly
    ? [
        'månadssaldon (#PSALDO), daterade den sista i månaden',
        'balances of months (#PSALDO), dated the last of the month',
      ]
    : ['årssaldon (#RES), daterade den sista dagen', 'balances of the year (#RES), dated its last day']
  return {
    id: 'sie_balances',
    ok: null,
    sentence: {
      sv: `Filen är SIE typ ${type.slice(0, 1)} utan verifikationer. Kostnaderna är ${rows} ${sv}.`,
      en: `The file is SIE type ${type.slice(0, 1)}, without vouchers. The costs are ${rows} ${en}.`,
    },
  }
}

const MONTHS: Sentence = {
  sv: 'Månadssaldona (#PSALDO) mot filens resultat (#RES 0)',
  en: "The balances of months (#PSALDO) against the file's results (#RES 0)",
}
const RESULT: Sentence = {
  sv: 'Verifikationerna mot filens resultat (#RES 0)',
  en: "The vouchers against the file's results (#RES 0)",
}
const BALANCE: Sentence = {
  sv: 'Ingående balans och verifikationer mot utgående balans (#IB 0, #UB 0)',
  en: 'Opening balance and vouchers against closing balance (#IB 0, #UB 0)',
}

function differenceNote(id: string, what: Sentence, found: readonly Difference[] | undefined): FormatNote {
  if (!found) {
    return {
      id,
      ok: null,
      sentence: {
        sv: `${what.sv}: filen innehåller inget att jämföra med.`,
        en: `${what.en}: the file has nothing to compare with.`,
      },
    }
  }
  if (found.length === 0) {
    return { id, ok: true, sentence: { sv: `${what.sv}: stämmer.`, en: `${what.en}: they agree.` } }
  }
  const one = found.length === 1
  const examples = (language: Language, between: string) =>
    found
      .slice(0, 3)
      .map(
        ({ account, booked, stated }) =>
          `${account}: ${shown(booked, language)} ${between} ${shown(stated, language)}`,
      )
      .join('; ')
  return {
    id,
    ok: false,
    sentence: {
      sv: `${what.sv}: ${found.length} ${one ? 'konto' : 'konton'} skiljer sig (${examples('sv', 'mot')}). Ett utdrag ur ett år gör det; en hel export ska stämma.`,
      en: `${what.en}: ${found.length} ${one ? 'account differs' : 'accounts differ'} (${examples('en', 'against')}). An extract of a year does; a whole export should agree.`,
    },
  }
}

/** Öre in kronor, as people write them. */
function shown(ore: bigint, language: Language): string {
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2 })
  return `${number.format(Number(ore) / 100)} kr`
}

function checksumNote({ checksum: { state } }: SieFile): FormatNote[] {
  if (state === 'none') return []
  const matches = state === 'matches'
  return [
    {
      id: 'sie_checksum',
      ok: matches,
      sentence: matches
        ? { sv: 'Kontrollsumman (#KSUMMA) stämmer.', en: 'The check sum (#KSUMMA) agrees.' }
        : {
            sv: 'Kontrollsumman (#KSUMMA) stämmer inte: filen kan ha ändrats efter exporten.',
            en: 'The check sum (#KSUMMA) does not agree: the file may have been changed after the export.',
          },
    },
  ]
}

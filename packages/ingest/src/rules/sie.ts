import type { Rule } from './rule.ts'

const exportAgain = {
  sv: 'Exportera filen på nytt ur bokföringsprogrammet som SIE 4 och skicka den igen, utan att ändra i den.',
  en: 'Export the file again from the bookkeeping program as SIE 4 and send it once more, without changing it.',
}

const mendInBooks = {
  sv: 'Rätta i bokföringsprogrammet, exportera som SIE 4 och skicka filen igen: raderna lämnar karantänen när de kommer rätt.',
  en: 'Mend it in the bookkeeping program, export as SIE 4 and send the file again: the rows leave quarantine when they arrive right.',
}

/** What can be wrong with a bookkeeping file. */
export const SIE_RULES: readonly Rule[] = [
  {
    id: 'sie_cut_off',
    severity: 'stop',
    datasets: ['costs'],
    sentence: {
      sv: 'Bokföringsfilen är avkortad: den slutar mitt i en verifikation, eller saknar den kontrollsumma (#KSUMMA) som den börjar med.',
      en: 'The bookkeeping file is cut off: it ends inside a voucher, or lacks the check sum (#KSUMMA) that it begins with.',
    },
    why: {
      sv: 'De kostnader som saknas skulle läsas som borttagna.',
      en: 'The costs that are missing would be read as removed.',
    },
    mend: exportAgain,
  },
  {
    id: 'sie_without_vouchers',
    severity: 'stop',
    datasets: ['costs'],
    sentence: {
      sv: 'Bokföringsfilen har varken verifikationer eller saldon på konton för intäkter och kostnader. SIE-typ enligt filen: {detail}.',
      en: 'The bookkeeping file has neither vouchers nor balances of income and cost. SIE type according to the file: {detail}.',
    },
    why: {
      sv: 'Utan dem finns inga kostnader att läsa, och tomt skulle kunna läsas som att inget har kostat något.',
      en: 'Without them there are no costs to read, and nothing could be read as if nothing had cost anything.',
    },
    mend: exportAgain,
  },
  {
    id: 'sie_yearly_balances',
    severity: 'check',
    datasets: ['costs'],
    sentence: {
      sv: 'Filen har bara saldon för hela året (SIE typ 1). Allt ligger på årets sista dag och inget är fördelat på projekt.',
      en: 'The file has balances of the whole year only (SIE type 1). All is on the last day of the year, and nothing is by project.',
    },
    why: {
      sv: 'Kostnaden kan inte visas per tertial, och inte per insats om avtalet pekar ut projekt.',
      en: 'The cost cannot be shown by part of year, nor by activity where the agreement names projects.',
    },
    mend: exportAgain,
  },
  {
    id: 'sie_two_dimensions',
    severity: 'check',
    datasets: ['costs'],
    sentence: {
      sv: 'Ett konto har samma månad saldon på avtalets objekt i två dimensioner. Bara den dimension som avtalet nämner först räknas; de här saldona är utelämnade: {detail}.',
      en: 'An account has balances on objects of the agreement in two dimensions in the same month. Only the dimension that the agreement names first counts; these balances are left out: {detail}.',
    },
    why: {
      sv: 'Samma krona kan stå i båda dimensionerna, och skulle räknas två gånger; står den bara i den ena saknas den nu.',
      en: 'The same krona may stand in both dimensions, and would count twice; if it stands in one only, it is now missing.',
    },
    mend: {
      sv: 'Lämna bokföringen som SIE 4, där varje rad har sina objekt, eller ange i agreement.yaml objekt i en dimension.',
      en: 'Deliver the books as SIE 4, where each row has its objects, or name objects of one dimension in agreement.yaml.',
    },
  },
  {
    id: 'sie_currency',
    severity: 'stop',
    datasets: ['costs'],
    sentence: {
      sv: 'Bokföringen är förd i {detail}, inte i kronor.',
      en: 'The books are kept in {detail}, not in kronor.',
    },
    why: { sv: 'Beloppen skulle tas för kronor.', en: 'The amounts would be taken for kronor.' },
    mend: {
      sv: 'Lämna kostnaderna i kronor, som SIE 4 eller som CSV.',
      en: 'Deliver the costs in kronor, as SIE 4 or as CSV.',
    },
  },
  {
    id: 'sie_row_outside_voucher',
    severity: 'stop',
    datasets: ['costs'],
    sentence: {
      sv: 'En bokföringsrad (#TRANS) hör inte till någon verifikation (#VER).',
      en: 'A bookkeeping row (#TRANS) belongs to no voucher (#VER).',
    },
    why: {
      sv: 'Utan verifikation har raden inget datum, och filen är sannolikt skadad.',
      en: 'Without a voucher the row has no date, and the file is most likely damaged.',
    },
    mend: exportAgain,
  },
  {
    id: 'sie_checksum',
    severity: 'check',
    datasets: ['costs'],
    sentence: {
      sv: 'Bokföringsfilens kontrollsumma (#KSUMMA) stämmer inte med innehållet.',
      en: 'The check sum (#KSUMMA) of the bookkeeping file does not agree with its content.',
    },
    why: {
      sv: 'Filen kan ha ändrats efter exporten.',
      en: 'The file may have been changed after the export.',
    },
    mend: exportAgain,
  },
  {
    id: 'sie_unbalanced_voucher',
    severity: 'error',
    datasets: ['costs'],
    sentence: {
      sv: 'Verifikationens rader summerar inte till noll. Verifikation och rest: {detail}.',
      en: 'The rows of the voucher do not sum to zero. Voucher and remainder: {detail}.',
    },
    why: {
      sv: 'En rad saknas eller har fel belopp, och det går inte att veta vilken.',
      en: 'A row is missing or has a wrong amount, and there is no telling which.',
    },
    mend: mendInBooks,
  },
  {
    id: 'sie_amount',
    severity: 'error',
    datasets: ['costs'],
    sentence: {
      sv: 'Beloppet på en bokföringsrad går inte att läsa som kronor och ören. Verifikation: {detail}.',
      en: 'The amount of a bookkeeping row cannot be read as kronor and öre. Voucher: {detail}.',
    },
    why: { sv: 'Kostnaden skulle bli fel.', en: 'The cost would be wrong.' },
    mend: mendInBooks,
  },
  {
    id: 'sie_objects',
    severity: 'error',
    datasets: ['costs'],
    sentence: {
      sv: 'Radens lista över kostnadsställen och projekt går inte att läsa. Verifikation: {detail}.',
      en: "The row's list of cost centres and projects cannot be read. Voucher: {detail}.",
    },
    why: {
      sv: 'Det går inte att veta om kostnaden hör till avtalet.',
      en: 'There is no telling whether the cost belongs to the agreement.',
    },
    mend: mendInBooks,
  },
  {
    id: 'sie_outside_fiscal_year',
    severity: 'check',
    datasets: ['costs'],
    sentence: {
      sv: 'Verifikationens datum ligger utanför de räkenskapsår som filen uppger. Verifikation och datum: {detail}.',
      en: 'The date of the voucher is outside the fiscal years that the file declares. Voucher and date: {detail}.',
    },
    why: {
      sv: 'Datumet kan vara felskrivet, och kostnaden hamnar då i fel period.',
      en: 'The date may be mistyped, and the cost then falls in the wrong period.',
    },
    mend: {
      sv: 'Kontrollera datumet i bokföringsprogrammet.',
      en: 'Check the date in the bookkeeping program.',
    },
  },
]

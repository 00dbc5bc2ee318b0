import type { Day } from '../days.ts'
import { addDays, monthsIn, yearOf } from '../days.ts'
import type { Ledger, VoucherDraft } from '../ledger.ts'
import { closing, numbered } from '../ledger.ts'
import type { Random } from '../random.ts'
import { income, invoice, salaries } from '../vouchers.ts'
import { PAYMENT_DAYS, QUARTER } from './money.ts'
import { ESKILSTUNA_END, ESKILSTUNA_START } from './visits.ts'

const ACCOUNTS = {
  1930: 'Bankkonto',
  2067: 'Balanserat resultat',
  2069: 'Årets resultat',
  2440: 'Leverantörsskulder',
  2710: 'Personalskatt',
  2730: 'Lagstadgade sociala avgifter',
  3040: 'Försäljning i butiken',
  3987: 'Kommunala bidrag',
  3993: 'Gåvor från privatpersoner',
  4030: 'Livsmedel',
  5010: 'Lokalhyra',
  5060: 'Städning och renhållning',
  5460: 'Förbrukningsmaterial',
  6210: 'Telefoni',
  6530: 'Redovisningstjänster',
  7210: 'Löner',
  7510: 'Arbetsgivaravgifter',
  7610: 'Utbildning av personal och volontärer',
  8999: 'Årets resultat',
}

const OBJECTS = { 10: 'Dagverksamhet', 19: 'Ledning och administration', 30: 'Second hand-butik' }

/** Kronor a month by project; the shop is no part of the agreement. */
const SALARIES = { 10: 78_500, 19: 19_200, 30: 31_000 }
const CLOSED_YEARS = [2018, 2019, 2020]

/** The association's books from the opening on; the last year is not closed yet when it is exported. */
export function dayCentreLedger(random: Random): Ledger {
  const months = monthsIn(ESKILSTUNA_START, ESKILSTUNA_END)
  const grants = PAYMENT_DAYS.map((date) =>
    income(date, 'Eskilstuna kommun, IOP', { account: '3987', object: '10', amount: QUARTER }),
  )
  const drafts = [...months.flatMap((month) => monthOfVouchers(random, month)), ...grants].filter(
    ({ date }) => date <= ESKILSTUNA_END,
  )
  const closings = CLOSED_YEARS.map((year) =>
    closing(year, numbered(drafts.filter(({ date }) => yearOf(date) === year))),
  )
  return {
    association: 'Eskilstuna Stadsmission',
    accounts: ACCOUNTS,
    objects: OBJECTS,
    opening: { 1930: 911_204_75, 2067: -911_204_75 },
    vouchers: numbered([...drafts, ...closings]),
  }
}

function monthOfVouchers(random: Random, month: Day): VoucherDraft[] {
  const kronor = (low: number, high: number) => random.int(low, high) * 100 + random.pick([0, 25, 50, 75])
  return [
    ...salaries(month, SALARIES),
    ...invoice(month, 'Hyra', [
      { account: '5010', object: '10', amount: 34_000_00 },
      { account: '5010', object: '30', amount: 22_500_00 },
    ]),
    ...invoice(addDays(month, 5), 'Grossisten', [
      { account: '4030', object: '10', amount: kronor(11_000, 17_500) },
      { account: '5460', object: '10', amount: kronor(1900, 4200) },
    ]),
    ...invoice(addDays(month, 8), 'Städbolaget', [
      { account: '5060', object: '10', amount: 6_400_00 },
      { account: '5060', object: '30', amount: 2_100_00 },
    ]),
    ...invoice(addDays(month, 12), 'Telefoni och redovisning', [
      { account: '6210', object: '19', amount: kronor(900, 1400) },
      { account: '6530', object: '19', amount: 5_250_00 },
    ]),
    ...(random.chance(0.25)
      ? invoice(addDays(month, 18), 'Kurs "Första hjälpen"', [
          { account: '7610', object: '19', amount: kronor(3000, 8000) },
        ])
      : []),
    income(addDays(month, 15), 'Butikens dagskassor', {
      account: '3040',
      object: '30',
      amount: kronor(54_000, 71_000),
    }),
    income(addDays(month, 20), 'Gåvor', { account: '3993', amount: kronor(58_000, 96_000) }),
  ]
}

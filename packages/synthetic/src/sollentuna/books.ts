import type { Day } from '../days.ts'
import { addDays, monthOf, monthsIn, yearOf } from '../days.ts'
import type { Ledger, VoucherDraft } from '../ledger.ts'
import { closing, numbered } from '../ledger.ts'
import type { Random } from '../random.ts'
import { income, invoice, salaries } from '../vouchers.ts'
import { PAYMENT_DAYS } from './money.ts'
import { AS_OF, SOLLENTUNA_START, isTermDay } from './opening.ts'

const ACCOUNTS = {
  1930: 'Företagskonto',
  2067: 'Balanserat resultat',
  2069: 'Årets resultat',
  2440: 'Leverantörsskulder',
  2710: 'Personalskatt',
  2730: 'Lagstadgade sociala avgifter',
  3890: 'Medlemsavgifter',
  3987: 'Kommunala bidrag',
  3993: 'Gåvor',
  4010: 'Material till fritidsgrupper',
  4020: 'Kursmaterial',
  5010: 'Lokalhyra',
  5460: 'Förbrukningsmaterial',
  5800: 'Resor och utflykter',
  6230: 'Telefoni och bredband',
  6530: 'Redovisningstjänster',
  7210: 'Löner',
  7510: 'Arbetsgivaravgifter',
  7690: 'Fika och övrigt',
  8999: 'Årets resultat',
}

const OBJECTS = {
  100: 'Mötesplats',
  110: 'Självledarskap',
  120: 'Aktiv fritid',
  130: 'Karriärvägledning',
  190: 'Gemensamt för IOP-avtalet',
  200: 'Sommarläger (utanför avtalet)',
}

/** Kronor a month by project, before and after the raise in April 2026. */
const SALARIES = { 100: 29_500, 110: 10_400, 120: 11_800, 130: 15_600, 190: 8_200, 200: 5_100 }
const RAISED = { 100: 30_400, 110: 10_700, 120: 12_150, 130: 16_050, 190: 8_450, 200: 5_250 }

/** The association's books: salaries, rent and purchases by project, grants and gifts; the first year is closed. */
export function ledgerOf(random: Random): Ledger {
  const months = monthsIn(SOLLENTUNA_START, AS_OF)
  const drafts = [
    ...months.flatMap((month) => monthOfVouchers(random, month)),
    ...grants(),
    ...putRight(),
  ].filter(({ date }) => date <= AS_OF)
  const closed = drafts.filter(({ date }) => yearOf(date) === 2025)
  return {
    association: 'Möjligheternas Plats',
    accounts: ACCOUNTS,
    objects: OBJECTS,
    opening: { 1930: 184_320_50, 2067: -184_320_50 },
    vouchers: numbered([...drafts, closing(2025, numbered(closed))]),
  }
}

function monthOfVouchers(random: Random, month: Day): VoucherDraft[] {
  const busy = isTermDay(addDays(month, 11))
  const kronor = (low: number, high: number) => random.int(low, high) * 100 + random.pick([0, 0, 50, 90])
  const shared = [
    ...invoice(month, 'Hyra', [
      { account: '5010', object: '100', amount: 16_500_00 },
      { account: '5010', object: '190', amount: 4_300_00 },
    ]),
    ...invoice(addDays(month, 6), 'Telefoni och bredband', [
      { account: '6230', object: '190', amount: kronor(980, 1290) },
    ]),
    ...invoice(addDays(month, 9), 'Redovisningsbyrån', [
      { account: '6530', object: '190', amount: 2_850_00 },
      { account: '6530', amount: 950_00 },
    ]),
    ...invoice(addDays(month, 17), 'Livsmedel "Hörnet"', [
      { account: '7690', object: '100', amount: kronor(2100, 3900) },
    ]),
    income(addDays(month, 20), 'Medlemsavgifter', { account: '3890', amount: kronor(900, 3200) }),
  ]
  const activities = [
    ...invoice(addDays(month, 11), 'Sportbutiken', [
      { account: '4010', object: '120', amount: kronor(1500, 5200) },
      { account: '5800', object: '120', amount: kronor(400, 2600) },
    ]),
    ...invoice(addDays(month, 13), 'Tryckeriet', [
      { account: '4020', object: '110', amount: kronor(1200, 3300) },
      { account: '5460', object: '130', amount: kronor(300, 900) },
    ]),
  ]
  const summer = [6, 7].includes(monthOf(month))
    ? invoice(addDays(month, 15), 'Lägergård', [
        { account: '5800', object: '200', amount: kronor(9000, 14000) },
      ])
    : []
  return [
    ...salaries(month, month >= '2026-04-01' ? RAISED : SALARIES),
    ...shared,
    ...(busy ? activities : []),
    ...summer,
    ...(random.chance(0.4)
      ? [income(addDays(month, 22), 'Gåva', { account: '3993', amount: kronor(500, 6000) })]
      : []),
  ]
}

const grants = (): VoucherDraft[] =>
  PAYMENT_DAYS.map((date) =>
    income(date, 'Sollentuna kommun, IOP', { account: '3987', object: '190', amount: 362_500_00 }),
  )

/** A credit note, and a posting that was first made on the wrong project. */
function putRight(): VoucherDraft[] {
  const [credit, ...rest] = invoice('2025-10-20', 'Kreditfaktura Sportbutiken', [
    { account: '4010', object: '120', amount: -1_240_00 },
  ])
  const [moved, ...paid] = invoice('2026-02-16', 'Busskort', [
    { account: '5800', object: '130', amount: 2_190_00 },
  ])
  if (!credit || !moved) return []
  const struckOut = { account: '5800', object: '200', amount: 2_190_00 }
  return [credit, ...rest, { ...moved, corrected: struckOut }, ...paid]
}

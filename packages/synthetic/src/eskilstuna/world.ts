import type { Agreement } from '@utfall/contracts'
import { monthCode, yearOf } from '../days.ts'
import type { Delivery, DeliveredRow } from '../delivery.ts'
import { EXCEL, EXCEL_UTF8, csvBytes, faultyRow } from '../delivery.ts'
import type { Facts, HeadcountFact } from '../facts.ts'
import { fundingFiles } from '../funding-files.ts'
import { costFacts } from '../ledger.ts'
import type { Ledger } from '../ledger.ts'
import { randomStream } from '../random.ts'
import { sieDelivery } from '../sie.ts'
import { filesBy, spokenDate } from '../writing.ts'
import { dayCentreLedger } from './books.ts'
import { dayCentreFunding } from './money.ts'
import { dayCentreVisits } from './visits.ts'

export interface EskilstunaWorld {
  readonly facts: Facts
  readonly ledger: Ledger
}

/** Invents the three years of the day centre. Nobody says who they are. */
export function eskilstunaWorld(agreement: Agreement, seed: string): EskilstunaWorld {
  const stream = (part: string) => randomStream(`${seed} eskilstuna ${part}`)
  const ledger = dayCentreLedger(stream('ledger'))
  const facts: Facts = {
    agreement,
    people: new Map(),
    attendance: [],
    headcount: dayCentreVisits(stream('visits')),
    engagements: [],
    statuses: [],
    memberships: [],
    registers: [],
    surveys: [],
    funding: dayCentreFunding(stream('funding')),
    costs: costFacts(ledger.vouchers),
  }
  return { facts, ledger }
}

/** Everything that was sent about the day centre, source by source in the order of the file names. */
export function eskilstunaDeliveries({ facts, ledger }: EskilstunaWorld): Delivery[] {
  const yearly = { codeOf: (day: string) => String(yearOf(day)), writeDate: (day: string) => day }
  return [
    ...visitFiles(facts.headcount),
    ...fundingFiles(
      facts.funding.filter(({ kind }) => kind === 'payment'),
      {
        ...yearly,
        source: 'utbetalningar',
        giver: 'Eskilstuna kommun',
        words: { payment: 'Utbetalning' },
        dialect: EXCEL_UTF8,
      },
    ),
    ...fundingFiles(
      facts.funding.filter(({ kind }) => kind !== 'payment'),
      {
        ...yearly,
        source: 'egeninsats',
        giver: 'Eskilstuna Stadsmission',
        words: { own_cash: 'Egna medel', volunteer_hours: 'Ideella timmar' },
        dialect: EXCEL,
      },
    ),
    sieDelivery(ledger, 2018),
    sieDelivery(ledger, 2019),
    sieDelivery(ledger, 2020, { checksum: true }),
    sieDelivery(ledger, 2021),
    priceIndex(),
  ]
}

/** The counts at the door, a file a month. In the first half of 2019 dates were written as they are spoken. */
function visitFiles(headcount: readonly HeadcountFact[]): Delivery[] {
  const header = ['Datum', 'Verksamhet', 'Antal', 'Öppnade', 'Stängde', 'Kön']
  const genders = { woman: 'Kvinnor', man: 'Män', other: '', unknown: '' }
  return filesBy(headcount, ({ date }) => monthCode(date)).map(([month, facts]) => {
    const spoken = month >= '2019-01' && month <= '2019-06'
    const rows = facts.map(({ date, activity, count, start, end, gender }): DeliveredRow => ({
      cells: [
        spoken ? spokenDate(date) : date,
        'Öppen dagverksamhet',
        String(count),
        start,
        end,
        gender === null ? '' : genders[gender],
      ],
      key: JSON.stringify([date, activity, start, gender]),
      content: JSON.stringify([count, end]),
      date,
    }))
    const all = [...rows, ...(BAD[month] ?? [])]
    const bytes = csvBytes(
      header,
      all.map(({ cells }) => cells),
      EXCEL,
    )
    return { source: 'besok', replaces: 'period', file: `besok/${month}.csv`, bytes, rows: all }
  })
}

/** Rows that are not loaded, and whose absence changes no figure. */
const BAD: Readonly<Record<string, readonly DeliveredRow[]>> = {
  '2019-05': [faultyRow('missing_value', ['25/5 2019', 'Öppen dagverksamhet', '', '09:00', '12:00', ''])],
  '2020-02': [faultyRow('not_a_date', ['2020-02-30', 'Öppen dagverksamhet', '31', '09:00', '12:00', 'Män'])],
  '2021-02': [faultyRow('unknown_activity', ['2021-02-06', 'Second hand', '12', '10:00', '14:00', 'Män'])],
}

/** Consumer price index, annual averages, 1980=100. Source: Statistics Sweden (SCB). */
const PRICE_INDEX = [
  [2015, '313.35'],
  [2016, '316.43'],
  [2017, '322.11'],
  [2018, '328.40'],
  [2019, '334.26'],
  [2020, '335.92'],
  [2021, '343.19'],
  [2022, '371.91'],
  [2023, '403.70'],
] as const

/** As SCB's API answers, saved as a file: numbers as text, after a byte order mark. */
function priceIndex(): Delivery {
  const rows = PRICE_INDEX.map(([year, value]): DeliveredRow => ({
    cells: [],
    key: String(year),
    content: value,
    date: null,
  }))
  const answer = {
    columns: [
      { code: 'Tid', text: 'år', type: 't' },
      { code: 'PR0101', text: 'KPI, årsmedeltal, fastställda tal, 1980=100', type: 'c' },
    ],
    comments: [],
    data: PRICE_INDEX.map(([year, value]) => ({ key: [String(year)], values: [value] })),
  }
  const bytes = Buffer.from(`\uFEFF${JSON.stringify(answer)}\n`)
  return { source: 'prisindex', replaces: 'everything', file: 'prisindex/kpi-1980.json', bytes, rows }
}

import { DatasetName } from '@utfall/contracts'
import type { Receipt } from '@utfall/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodInName } from './period-in-name.ts'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

/** A fact: whose, on which of the days that every file of a case may speak of, what of it, and whether a cell is wrong. */
interface Fact {
  readonly who: number
  readonly day: number
  readonly value: number
  readonly wrong: boolean
}

const facts = fc.array(
  fc.record({
    who: fc.nat(3),
    day: fc.integer({ min: 1, max: 5 }),
    value: fc.nat(2),
    wrong: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

/** How the dataset's rows say a fact. */
const ROWS: Readonly<Record<DatasetName, { header: string; row: (fact: Fact, date: string) => string }>> = {
  participants: {
    header: 'deltagare;område;födelseår',
    row: ({ who, value, wrong }) => `p${who};O${value};${wrong ? 1700 : 2008}`,
  },
  attendance: {
    header: 'datum;aktivitet;deltagare;minuter',
    // Of person 3 only the birth date is known: the row is anonymous.
    row: ({ who, value, wrong }, date) =>
      `${date};${wrong ? 'kors' : 'kurs'};${who === 3 ? '20080301' : `p${who}`};${60 + value}`,
  },
  headcount: {
    header: 'datum;aktivitet;kön;antal',
    row: ({ who, value, wrong }, date) => `${date};kurs;${who % 2 ? 'woman' : 'man'};${wrong ? -1 : value}`,
  },
  engagements: {
    header: 'deltagare;startdatum;remiss;slutdatum',
    row: ({ who, value, wrong }, date) => `p${who};${date};R${value};${wrong ? '2024-01-01' : ''}`,
  },
  statuses: {
    header: 'deltagare;datum;domän;värde',
    row: ({ who, value, wrong }, date) => `p${who};${date};${wrong ? 'occupation' : 'housing'};v${value}`,
  },
  memberships: {
    header: 'deltagare;förening;startdatum;slutdatum',
    row: ({ who, value, wrong }) => `p${who};FF;2025-01-01;${wrong ? '2020-01-01' : `2026-01-0${value + 1}`}`,
  },
  surveys: {
    header: 'deltagare;datum;skede;summa',
    row: ({ who, value, wrong }, date) => `p${who};${date};start;${wrong ? 99 : 20 + value}`,
  },
  funding: {
    header: 'datum;belopp;typ;källa',
    row: ({ who, value, wrong }, date) => `${date};${100 + value};${wrong ? 'gåva' : 'payment'};k${who}`,
  },
  costs: {
    header: 'datum;belopp;konto',
    row: ({ who, value, wrong }, date) => `${date};${wrong ? 'tusen' : value};401${who}`,
  },
  reference: {
    header: 'serie;kommun;period;värde',
    row: ({ who, value, wrong }) => `N0${who};0163;2024;${wrong ? 'x' : value}`,
  },
}

/** Names that state when the files end, from the oldest, and the month that their rows lie in. */
const PERIODS = [
  ['2025-01', '01'],
  ['2025-02', '02'],
  ['2025-02-20--2025-03-20', '03'],
  ['2025-03', '03'],
  ['2025-T1', '02'],
  ['2025', '03'],
] as const

/** Whether the period of a file is a part of another's: what comes last of two such files is a correction. */
const isPart = ({ period }: File, of: File) => {
  const [part, whole] = [period, of.period].map((each) => periodInName(PERIODS[each]?.[0] ?? ''))
  return part && whole && period !== of.period && whole.start <= part.start && part.end <= whole.end
}

const deliveries = fc
  .uniqueArray(fc.record({ period: fc.nat(PERIODS.length - 1), facts }), {
    minLength: 2,
    maxLength: 4,
    selector: ({ period }) => period,
  })
  .chain((files) =>
    fc.record({
      files: fc.constant(files.toSorted((a, b) => a.period - b.period)),
      shuffled: fc.shuffledSubarray(files, { minLength: files.length }),
    }),
  )
type File = { readonly period: number; readonly facts: readonly Fact[] }

let cases = 0

/** Takes the files in, in their order, under an agreement of its own; what the warehouse holds in the end. */
async function stateAfter(
  dataset: DatasetName,
  replaces: 'rows' | 'period' | 'everything',
  files: readonly File[],
) {
  cases += 1
  const agreement = { ...trialAgreement({ [dataset]: { replaces } }), id: `case-${cases}` }
  const { header, row } = ROWS[dataset]
  const receipts: Receipt[] = []
  for (const file of files) {
    const [name, month] = PERIODS[file.period] ?? ['', '']
    const lines = file.facts.map((fact) => row(fact, `2025-${month}-0${fact.day}`))
    const content = `${[header, ...lines].join('\n')}\n`
    receipts.push(await trial.deliver(agreement, `${dataset}/${name}.csv`, content, { accept: true }))
  }
  const own = `where agreement = '${agreement.id}'`
  const rows = await trial.rows(
    `select * exclude (agreement, delivery, line) from ${dataset} ${own} order by all`,
  )
  const held = await trial.rows(`select date::varchar, rules, cells from quarantine ${own} order by all`)
  return { receipts, state: { rows, held } }
}

describe.each(DatasetName.options)('%s', (dataset) => {
  test('what is held depends on the files only, not on the order that they came in', async () => {
    await fc.assert(
      fc.asyncProperty(
        deliveries,
        fc.constantFrom('rows', 'period', 'everything'),
        async ({ files, shuffled }, replaces) => {
          const apart = (all: readonly File[]) =>
            replaces === 'period' ? all.filter((file) => !all.some((other) => isPart(file, other))) : all
          const { state: inOrder } = await stateAfter(dataset, replaces, apart(files))
          const inAnyOrder = apart(shuffled)
          const { state, receipts } = await stateAfter(dataset, replaces, [
            ...inAnyOrder,
            ...inAnyOrder.slice(0, 1),
          ])
          expect(state).toEqual(inOrder)
          for (const { rows } of receipts) {
            expect(rows.read).toBe(
              rows.new + rows.changed + rows.unchanged + rows.duplicate + rows.quarantined,
            )
          }
          expect(receipts.at(-1)?.rows).toMatchObject({ new: 0, changed: 0, removed: 0 })
        },
      ),
      { numRuns: 1 },
    )
  })
})

const dak = (name: string, sessions: string) =>
  [
    `narvaro/${name}.xml`,
    `<Aktivitetskort><Kommun kommunID="0163"><Foerening foereningsID="1"><Naervarokort NaervarokortNummer="1">
<Aktivitet>Lag</Aktivitet><Sammankomster>${sessions}</Sammankomster>
<DeltagarRegister><Deltagare id="1"><Personnummer>m1</Personnummer></Deltagare></DeltagarRegister>
</Naervarokort></Foerening></Kommun></Aktivitetskort>`,
  ] as const
const session = (method: string, activity = 'Kurs') =>
  `<Sammankomst Datum="2025-03-05" kod="7"><StartTid>18:00:00</StartTid><StoppTid>19:00:00</StoppTid><Aktivitet>${activity}</Aktivitet>
<Metod>${method}</Metod><DeltagarLista><Deltagare id="1"><Naervarande>true</Naervarande></Deltagare></DeltagarLista></Sammankomst>`

describe('a session that is removed', () => {
  const agreement = trialAgreement({ attendance: { replaces: 'rows', files: 'narvaro/*' } })
  const under = (id: string) => ({ ...agreement, id })

  test('is not brought back by an older file that comes late', async () => {
    const late = under('dak-late')
    await trial.deliver(late, ...dak('2025-04', session('Remove')))
    const receipt = await trial.deliver(late, ...dak('2025-03', session('Add')))
    expect(receipt.rows).toMatchObject({ read: 1, unchanged: 1 })
    expect(receipt.faults.map(({ rule }) => rule)).toContain('told_by_newer')
    expect(await trial.rows(`from attendance where agreement = 'dak-late'`)).toEqual([])
  })

  test('leaves quarantine with its rows', async () => {
    const held = under('dak-held')
    await trial.deliver(held, ...dak('2025-03', session('Add', 'Kors')))
    const inQuarantine = `select rules from quarantine where agreement = 'dak-held'`
    expect(await trial.rows(inQuarantine)).toHaveLength(1)
    await trial.deliver(held, ...dak('2025-04', session('Remove')))
    expect(await trial.rows(inQuarantine)).toEqual([])
  })
})

const books = (day: string, amount: number) => `#FLAGGA 0
#SIETYP 4
#GEN ${day}
#RAR 0 20250101 20251231
#VER A 1 20250301
{
#TRANS 5010 {} ${amount}
#TRANS 1930 {} -${amount}
}
`

test('bookkeeping that was exported earlier changes nothing of what was exported later', async () => {
  const agreement = { ...trialAgreement({ costs: { replaces: 'everything' } }), id: 'books' }
  await trial.deliver(agreement, 'costs/b.se', books('20260110', 250))
  const early = await trial.deliver(agreement, 'costs/a.se', books('20251231', 100))
  expect(early.rows).toMatchObject({ read: 2, unchanged: 2, changed: 0, removed: 0 })
  const booked = `select amount from costs where agreement = 'books' and account = '5010'`
  expect(await trial.rows(booked)).toEqual([{ amount: '250.00' }])
  const again = await trial.deliver(agreement, 'costs/c.se', books('20260201', 300), { accept: true })
  expect(again.rows).toMatchObject({ changed: 2 })
})

const visits = (count: number) => `datum;aktivitet;antal\n2025-03-01;kurs;${count}\n`

test('the same content again is as old as it was at first', async () => {
  const agreement = { ...trialAgreement({ headcount: { replaces: 'period' } }), id: 'again' }
  await trial.deliver(agreement, 'headcount/2025-03.csv', visits(4), { accept: true })
  await trial.deliver(agreement, 'headcount/2025-03-rattad.csv', visits(5), { accept: true })
  await trial.deliver(agreement, 'headcount/2025-03.csv', visits(4), { accept: true })
  expect(await trial.rows(`select "count" from headcount where agreement = 'again'`)).toEqual([{ count: 5 }])
})

const months = (march: number, april: number) => `${visits(march)}2025-04-01;kurs;${april}\n`
const counts = (id: string) =>
  trial.rows(`select "count" from headcount where agreement = '${id}' order by date`)

describe('a month that is sent after the year', () => {
  const agreement = trialAgreement({ headcount: { replaces: 'period' } })
  const under = (id: string) => ({ ...agreement, id })
  const deliver = (id: string, name: string, content: string) =>
    trial.deliver(under(id), `headcount/${name}.csv`, content, { accept: true })

  test('corrects that month, and says so', async () => {
    await deliver('month', '2025', months(4, 9))
    const receipt = await deliver('month', '2025-03', visits(5))
    expect(receipt.rows).toMatchObject({ read: 1, changed: 1, removed: 0 })
    expect(receipt.faults.map(({ rule }) => rule)).toContain('corrects_part')
    expect(await counts('month')).toEqual([{ count: 5 }, { count: 9 }])
  })

  test('is older than a year that is sent anew, and again when it is sent as it was at first', async () => {
    await deliver('months', '2025-03', visits(3))
    await deliver('months', '2025', months(4, 9))
    await deliver('months', '2025-03', visits(5))
    await deliver('months', '2025-03-igen', visits(3))
    expect(await counts('months')).toEqual([{ count: 5 }, { count: 9 }])
    await deliver('months', '2025', months(6, 9))
    expect(await counts('months')).toEqual([{ count: 6 }, { count: 9 }])
  })

  test('frees the rows that the year had at fault', async () => {
    await deliver('held', '2025', months(-1, 9))
    const receipt = await deliver('held', '2025-03', visits(5))
    expect(receipt.rows).toMatchObject({ new: 1, quarantined: 0 })
    expect(await trial.rows(`from quarantine where agreement = 'held'`)).toEqual([])
  })
})

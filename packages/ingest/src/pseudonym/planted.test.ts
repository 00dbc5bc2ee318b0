import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DATASETS, DatasetName } from '@utfall/contracts'
import type { Agreement, Receipt } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

/** An identity number that Skatteverket publishes for testing, in the ways that it may be found again. */
const NUMBERS = ['19121212-1212', '191212121212', '121212-1212', '1212121212']

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

/** Every place under the home where one of the numbers stands in clear. */
async function leaks(): Promise<string[]> {
  const { connection } = trial.warehouse
  await connection.run('checkpoint')
  const tables = await queryRows(
    connection,
    z.object({ name: z.string() }),
    "select table_name as name from duckdb_tables() where database_name <> 'temp'",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await trial.rows(`from "${name}"`)
    if (holdsNumber(JSON.stringify(rows))) found.push(name)
  }
  for (const file of readdirSync(trial.home.folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    if (file.isFile() && (holdsNumber(readFileSync(path, 'latin1')) || holdsNumber(path)))
      found.push(file.name)
  }
  return found
}

const holdsNumber = (text: string) => NUMBERS.some((number) => text.includes(number))
const rulesOf = ({ faults }: Receipt) => faults.map(({ rule }) => rule)

describe('a number in every column of a table', () => {
  test.each(DatasetName.options)('of %s is written nowhere', async (dataset) => {
    const { fields } = DATASETS[dataset]
    const good: Record<string, string> = {
      date: '2025-03-01',
      start_date: '2025-03-01',
      participant: 'p1',
      activity: 'kurs',
      count: '3',
      amount: '100',
      value: '1',
      kind: 'payment',
      stage: 'start',
      domain: 'housing',
      series: 'N1',
      municipality: '0163',
      period: '2025',
      association: 'FF',
    }
    const header = [...fields.map(({ name }) => name), 'kommentar 19121212-1212'].join(';')
    // A public figure may have ten digits, and is of nobody.
    const planted = fields.filter(({ type }) => dataset !== 'reference' || type !== 'decimal')
    const rows = planted.flatMap(({ name }) =>
      NUMBERS.map((number) =>
        [
          ...fields.map((each) => (each.name === name ? number : (good[each.name] ?? ''))),
          `till ${number}`,
        ].join(';'),
      ),
    )
    const agreement = trialAgreement({ [dataset]: {} })
    const text = [header, ...rows].join('\n')
    const receipt = await trial.deliver(agreement, `${dataset}/lista 19121212-1212.csv`, text)
    expect(rulesOf(receipt)).toContain('identity_in_text')
    expect(await leaks()).toEqual([])
  })
})

const head = (type: number) => `#FLAGGA 0
#PROGRAM "19121212-1212" 19121212-1212
#FORMAT 19121212-1212
#SIETYP ${type}
#FNAMN "19121212-1212"
#RAR 0 20250101 20251231
#RAR -1 19121212-1212 191212121212
#DIM 7 "Anställd"
#OBJEKT 7 "19121212-1212" "Tolvan Tolvansson"
`
const VOUCHERS = `#VER A 1 20250601 "Lön 19121212-1212"
{
#TRANS 7010 {6 "10" 7 "19121212-1212"} 25000.00
#TRANS 1930 {} -25000.00
}
#VER A 191212121212 20250602 "Lön"
{
#TRANS 7010 {7 "191212121212"} 1.00 "" "1212121212"
#TRANS 191212121212 {} -1.00
}
#VER 121212-1212 3 20250602 "Lön"
{
#TRANS 7010 {7 "19121212-1212"} 1.00
#TRANS 1930 {} -1.00
}
#VER 191212 121212 20250602 "Lön"
{
#TRANS 7010 {} 1.00
#TRANS 1930 {} -1.00
}
`

describe('a number in bookkeeping', () => {
  const bookkeeping: Agreement = trialAgreement({ costs: {} })

  test('is hidden where it is an object or the name of a voucher, and rows are still told apart', async () => {
    const receipt = await trial.deliver(bookkeeping, 'costs/bok.se', head(4) + VOUCHERS)
    expect(receipt.rows).toMatchObject({ read: 8, new: 8, quarantined: 0 })
    expect(rulesOf(receipt)).toContain('identity_in_text')
    expect(await leaks()).toEqual([])
    expect(await trial.rows('select count(distinct voucher)::integer as vouchers from costs')).toEqual([
      { vouchers: 4 },
    ])
    expect(
      await trial.rows(
        "select objects[1].object as project, objects[2].object like '•••%' as hidden from costs where len(objects) = 2",
      ),
    ).toEqual([{ project: '10', hidden: true }])
    const again = await trial.deliver(bookkeeping, 'costs/bok-2.se', `${head(4)}${VOUCHERS}\n`)
    expect(again.rows).toMatchObject({ new: 0, changed: 0, unchanged: 8 })
  })

  test('is hidden where balances are of employees', async () => {
    const byEmployee = trialAgreement({ costs: {} })
    byEmployee.costs.objects.push({ dimension: 7, object: 'A', assumed: false })
    const months = '#PSALDO 0 202506 7010 {7 "19121212-1212"} 25000.00\n#PSALDO 0 202506 7010 {7 "A"} 1.00\n'
    const receipt = await trial.deliver(byEmployee, 'costs/bok.se', head(3) + months)
    expect(receipt.rows).toMatchObject({ new: 2 })
    expect(rulesOf(receipt)).toContain('identity_in_text')
    expect(await leaks()).toEqual([])
  })

  test('is shown by no receipt of a file that is turned away', async () => {
    const text = head(4)
      .replace('#SIETYP 4', '#SIETYP 19121212-1212')
      .replace('#RAR 0 20250101', '#RAR 0 19121212-1212')
    expect((await trial.deliver(bookkeeping, 'costs/bok.se', text)).verdict).toBe('rejected')
    expect((await trial.deliver(bookkeeping, 'costs/bok-4.se', text + VOUCHERS)).format).toMatch(/^sie 4I/)
    expect(await leaks()).toEqual([])
  })

  test('leaves what the agreement names as its own, and organisation numbers', async () => {
    const named = trialAgreement({ costs: {} })
    named.costs.objects.push({ dimension: 6, object: '2501011234', assumed: false })
    const voucher =
      '#VER A 165560160680 20250601 "Hyra"\n{\n#TRANS 5010 {6 "2501011234"} 1.00\n#TRANS 1930 {6 "5560160680"} -1.00\n}\n'
    const receipt = await trial.deliver(named, 'costs/bok.se', head(4) + voucher)
    expect(receipt.faults).toEqual([])
    expect(await trial.rows('select voucher, objects[1].object as object from costs order by line')).toEqual([
      { voucher: '2025-01-01 A 165560160680', object: '2501011234' },
      { voucher: '2025-01-01 A 165560160680', object: '5560160680' },
    ])
  })
})

test('a number in every text of an attendance card is written nowhere', async () => {
  const number = '19121212-1212'
  const session = `<Sammankomst Datum="2025-03-01" kod="${number}"><StartTid>18:00</StartTid><StoppTid>19:00</StoppTid>
    <Aktivitet>kurs</Aktivitet><Lokal>${number}</Lokal><Typ>${number}</Typ><Metod>Add</Metod><DeltagarLista>
    <Deltagare id="${number}"><Handikapp>false</Handikapp><Naervarande>true</Naervarande></Deltagare>
    </DeltagarLista></Sammankomst>`
  const card = `<?xml version="1.0"?><Aktivitetskort><Kommun kommunID="0163"><Foerening foereningsID="${number}" organisationsnummer="${number}">
    <Naervarokort NaervarokortNummer="${number}"><Aktivitet>kurs</Aktivitet><Lokal>${number}</Lokal><NamnPaaKort>${number}</NamnPaaKort>
    <Sammankomster>${session}</Sammankomster></Naervarokort>
    <DeltagarRegister><Deltagare id="${number}"><Personnummer>${number}</Personnummer><Foernamn>${number}</Foernamn></Deltagare></DeltagarRegister>
    </Foerening></Kommun></Aktivitetskort>`
  const receipt = await trial.deliver(trialAgreement({ attendance: {} }), `attendance/${number}.xml`, card)
  expect(receipt.rows.read).toBe(1)
  expect(await leaks()).toEqual([])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formLeaks } from './forms.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-forms-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `copy (from (values ('a', 5011.9, date '2025-01-31'), ('b, "c"', null, null)) as t(name, amount, day))
     to '${join(folder, 'costs.parquet')}'`,
  )
  connection.closeSync()
  instance.closeSync()
})

const writeCsv = (...rows: string[]) =>
  writeFileSync(join(folder, 'costs.csv'), `\uFEFFname,amount,day\r\n${rows.join('\r\n')}\r\n`)
const writeArrow = (amount: number | null) =>
  writeFileSync(
    join(folder, 'costs.arrow'),
    tableToIPC(
      tableFromArrays({ name: ['a', 'b, "c"'], amount: [5011.9, amount], day: ['2025-01-31', null] }),
    ),
  )

test('forms that say the same in their own ways agree', async () => {
  writeCsv('a,5011.90,2025-01-31', '"b, ""c""",,')
  writeArrow(null)
  expect(await formLeaks(folder, 'p')).toEqual([])
})

test('a text that CSV makes harmless for spreadsheets is the same text', async () => {
  const texts = ['=1+1', '-', '+Norr', '@x', '\tin']
  const arrow = (names: string[]) =>
    writeFileSync(join(folder, 'districts.arrow'), tableToIPC(tableFromArrays({ name: names })))
  writeFileSync(join(folder, 'districts.csv'), `name\r\n${texts.map((text) => `'${text}\r\n`).join('')}`)
  arrow(texts)
  expect(await formLeaks(folder, 'p')).toEqual([])
  arrow(['Söder', ...texts.slice(1)])
  expect(await formLeaks(folder, 'p')).toMatchObject([{ where: 'districts.arrow', what: 'row 1' }])
  rmSync(join(folder, 'districts.csv'))
})

test('a number that one form shows and another hides is told by its row, and so is a row too many', async () => {
  writeCsv('a,5011.90,2025-01-31', '"b, ""c""",,')
  writeArrow(3)
  expect(await formLeaks(folder, 'p')).toMatchObject([{ where: 'costs.arrow', what: 'row 2' }])
  writeCsv('a,,2025-01-31', '"b, ""c""",,')
  writeArrow(null)
  expect(await formLeaks(folder, 'p')).toMatchObject([
    { where: 'costs.arrow', what: 'row 1' },
    { where: 'costs.parquet', what: 'row 1' },
  ])
  writeCsv('a,5011.90,2025-01-31')
  expect(await formLeaks(folder, 'p')).toMatchObject([
    { where: 'costs.arrow', what: 'row 2' },
    { where: 'costs.parquet', what: 'row 2' },
  ])
})

test('a column that only one form has is told', async () => {
  writeFileSync(join(folder, 'costs.csv'), 'name,amount\r\na,5011.90\r\n')
  writeArrow(null)
  expect(await formLeaks(folder, 'p')).toMatchObject([
    { where: 'costs.arrow', what: 'columns' },
    { where: 'costs.parquet', what: 'columns' },
  ])
})

test('a form that is cut short is told, and the others are still compared', async () => {
  writeCsv('a,5011.90,2025-01-31', '"b, ""c""",,')
  writeArrow(3)
  writeFileSync(join(folder, 'costs.parquet'), 'PAR1')
  expect(await formLeaks(folder, 'p')).toMatchObject([
    { where: 'costs.arrow', what: 'row 2' },
    { where: 'costs.parquet', what: 'unreadable' },
  ])
})

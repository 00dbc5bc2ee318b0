import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { code, columnsOf, day, flag, integer, text } from '@utfall/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { cellsOf, readCells } from './cells.ts'

const Row = z.object({
  kind: code(["it's", 'one "more"'], 'Slag', 'Kind'),
  note: text('Not', 'Note').nullable(),
  silent: text('Tyst', 'Silent').nullable(),
  day: day('Dag', 'Day'),
  flag: flag('Flagga', 'Flag'),
  number: integer('Tal', 'Number').nullable(),
})

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => connection.closeSync())

test.each([3, 3_000])(
  'a table is read as its rows have it, though %i texts of a column differ',
  async (rows) => {
    await connection.run(`
    create or replace table given as
    select
      if(place % 2 = 0, 'it''s', 'one "more"') as kind,
      if(place = 1, null, 'no. ' || place) as note,
      null::varchar as silent,
      date '2025-01-01' + (place % 400)::integer as day,
      place % 3 = 0 as flag,
      if(place = 2, null, place::integer) as number
    from range(${rows}) as each (place)
    order by place`)
    const plain = await connection.runAndReadAll('select * replace (day::varchar as day) from given')
    expect(await readCells(connection, 'given', Row)).toEqual(
      cellsOf(columnsOf(Row), z.array(Row).parse(plain.getRowObjectsJson())),
    )
  },
)

test('a value that breaks the contract of its column is refused', async () => {
  await connection.run(`create or replace table given as
    select 'another' as kind, null as note, null as silent, date '2025-01-01' as day, true as flag, 1 as number`)
  await expect(readCells(connection, 'given', Row)).rejects.toThrow('kind')
})

import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { identifier, literal, queryRow, queryRows, runScript, transaction } from './query.ts'

const N = z.object({ n: z.int() })
let connection: DuckDBConnection

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => connection.closeSync())

describe('runScript', () => {
  it('gives each statement the parameters that it names', async () => {
    await runScript(
      connection,
      'create or replace temp table t (n int); insert into t values ($a); insert into t values ($b + $a);',
      { a: 1, b: 2 },
    )
    expect(await queryRows(connection, N, 'from t order by n')).toStrictEqual([{ n: 1 }, { n: 3 }])
  })

  it('fails when a parameter is not given', async () => {
    await expect(runScript(connection, 'select $forgotten', { other: 1 })).rejects.toThrow('forgotten')
  })
})

describe('queryRow', () => {
  it.each(['select 1 as n where false', 'select 1 as n from range(2)'])('fails for %s', async (sql) => {
    await expect(queryRow(connection, N, sql)).rejects.toThrow('Expected one row')
  })

  it('fails when a row has another shape than declared', async () => {
    await expect(queryRow(connection, N, "select 'text' as n")).rejects.toThrow('expected number')
  })
})

describe('transaction', () => {
  it('leaves nothing of work that failed', async () => {
    await connection.run('create or replace temp table t (n int)')
    const work = transaction(connection, async () => {
      await connection.run('insert into t values (1)')
      throw new Error('in the middle')
    })
    await expect(work).rejects.toThrow('in the middle')
    expect(await queryRow(connection, N, 'select count(*)::int as n from t')).toStrictEqual({ n: 0 })
  })
})

describe('literal and identifier', () => {
  it('bring any text through SQL unchanged', async () => {
    const Text = z.record(z.string(), z.string())
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        async (text) => {
          const row = await queryRow(connection, Text, `select ${literal(text)} as ${identifier('"a b')}`)
          expect(row['"a b']).toBe(text)
        },
      ),
    )
  })
})

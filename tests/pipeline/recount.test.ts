import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ROOT } from './utfall-command.ts'

// Shares no code with the packages: what is compared are two readings of the same words.

const AGREEMENT = 'sollentuna-mojligheternas-plats'
const DELIVERIES = join(ROOT, 'data/agreements', AGREEMENT, 'deliveries')
const FOLDERS = ['narvaro', 'kurser', 'vagledning', 'besok', 'inskrivningar', 'uppfoljning', 'enkat']

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const rewritten = mkdtempSync(join(tmpdir(), 'utfall-recount-'))
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
  rmSync(rewritten, { recursive: true })
})

const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()

/** UTF-8 where the bytes are that, else as Windows wrote it. */
function text(file: string): string {
  const bytes = readFileSync(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

beforeAll(async () => {
  await connection.run('create table file_row (folder varchar, file varchar, cells map(varchar, varchar))')
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(DELIVERIES, folder)).filter((name) => name.endsWith('.csv'))) {
      writeFileSync(join(rewritten, `${folder}-${file}`), text(join(DELIVERIES, folder, file)))
    }
    const all = `read_csv('${rewritten}/${folder}-*', all_varchar = true, union_by_name = true, filename = 'file')`
    await connection.run(
      `insert into file_row
      select '${folder}', split_part(any_value(file), '${folder}-', 2), map_from_entries(list({'k': name, 'v': cell}))
      from (unpivot (select row_number() over () as number, * from ${all}) on columns(* exclude (number, file)) into name name value cell)
      group by number`,
    )
  }
  const publications = join(inject('sampleRun').home, 'publications')
  const publication = join(publications, readFileSync(join(publications, 'current'), 'utf8').trim())
  const manifest: unknown = JSON.parse(readFileSync(join(publication, 'manifest.json'), 'utf8'))
  const asOf = String(Object(manifest).as_of)
  const script = readFileSync(join(import.meta.dirname, 'recount.sql'), 'utf8')
  await connection.run(script.replaceAll('$as_of', `'${asOf}'`))
  await connection.run(
    `create table published as
    from read_parquet('${join(publication, 'results.parquet')}')
    where agreement = '${AGREEMENT}' and breakdown in ('total', 'activity')`,
  )
})

const COMPARED = `
  from recounted
  left join published on
    published.indicator = recounted.indicator
    and published.category = recounted.category
    and published.period = recounted.period`

test('twelve indicators are what the deliveries say, counted another way', async () => {
  const wrong = await rows(
    `select recounted.*, published.value as published, published.denominator as of, published.status ${COMPARED}
    where published.status is null
      or published.status = 'ok'
        and (abs(published.value - recounted.value) > 1e-9 or published.denominator <> recounted.base)
    order by all`,
  )
  expect(wrong).toEqual([])
})

test('most of what was counted again is published', async () => {
  const [shown] = await rows(
    `select count(distinct recounted.indicator)::integer as indicators, count(*)::integer as figures ${COMPARED}
    where published.status = 'ok'`,
  )
  expect(Number(shown?.['indicators'])).toBeGreaterThanOrEqual(10)
  expect(Number(shown?.['figures'])).toBeGreaterThanOrEqual(30)
})

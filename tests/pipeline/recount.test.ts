import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleRun } from './sample.ts'
import { ROOT } from './utfall-command.ts'
import { zipContents } from './zip-contents.ts'

// Shares no code with the packages: what is compared are two readings of the same words.

const AGREEMENT = 'sollentuna-mojligheternas-plats'
const DELIVERIES = join(ROOT, 'data/agreements', AGREEMENT, 'deliveries')
const FOLDERS = [
  'narvaro',
  'kurser',
  'vagledning',
  'besok',
  'inskrivningar',
  'uppfoljning',
  'enkat',
  'deltagare',
]

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

const namesIn = (folder: string, ending: string) =>
  readdirSync(join(DELIVERIES, folder)).filter((name) => name.endsWith(ending))

type Cells = Record<string, string>

const keep = (folder: string, file: string, all: readonly Cells[]) =>
  connection.run(
    `insert into file_row
    select '${folder}', '${file}', unnest(from_json($all, '["MAP(VARCHAR, VARCHAR)"]'))`,
    { all: JSON.stringify(all) },
  )

/** What stands between each opening and closing tag of that name. */
const inside = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?(?:/>|>(.*?)</${tag}>)`, 'gs'))].map(
    ([, content = '']) => content,
  )

/** The rows of the only sheet by its first row, from text that stands in the cells themselves. */
async function workbook(file: string): Promise<Cells[]> {
  const contents = await zipContents(join(DELIVERIES, 'narvaro', file))
  const sheet = contents.get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? ''
  const [names = [], ...lines] = inside(sheet, 'row').map((row) =>
    inside(row, 'c').map((cell) => inside(cell, 't')[0] ?? ''),
  )
  return lines.map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] ?? ''])))
}

/** Every mark on the attendance cards of a DAK file, with the number that its register has for it. */
function attendanceCards(file: string): Cells[] {
  const xml = text(join(DELIVERIES, 'fritid', file))
  const registered = new Map(
    ['DeltagarRegister', 'LedarRegister'].flatMap((register) =>
      [...(inside(xml, register)[0] ?? '').matchAll(/id="(\d+)".*?<Personnummer>(.*?)</g)].map(
        ([, id = '', number = '']) => [id, number] as const,
      ),
    ),
  )
  return [...xml.matchAll(/<Sammankomst Datum="(.*?)" kod="(.*?)">(.*?)<\/Sammankomst>/gs)].flatMap(
    ([, Datum = '', kod = '', card = '']) => {
      const [Start = ''] = inside(card, 'StartTid')
      const [Slut = ''] = inside(card, 'StoppTid')
      const marks = [...card.matchAll(/<(Deltagare|Ledare) id="(\d+)">.*?<Naervarande>(.*?)</g)]
      return marks.map(([, Roll = '', id = '', Med = '']) => ({
        Datum,
        kod,
        Start,
        Slut,
        Roll,
        Med,
        Person: registered.get(id) ?? '',
      }))
    },
  )
}

beforeAll(async () => {
  await connection.run('create table file_row (folder varchar, file varchar, cells map(varchar, varchar))')
  for (const folder of FOLDERS) {
    for (const file of namesIn(folder, '.csv')) {
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
  for (const file of namesIn('narvaro', '.xlsx')) await keep('narvaro', file, await workbook(file))
  for (const file of namesIn('fritid', '.xml')) await keep('fritid', file, attendanceCards(file))
  const publications = join((await sampleRun()).home, 'publications')
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

test('fifteen indicators are what the deliveries say, counted another way', async () => {
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
  expect(Number(shown?.['indicators'])).toBeGreaterThanOrEqual(14)
  expect(Number(shown?.['figures'])).toBeGreaterThanOrEqual(50)
})

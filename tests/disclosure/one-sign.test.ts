import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentPublication } from '../pipeline/published-results.ts'
import { utfallHere } from '../pipeline/utfall-here.ts'
import { zipContents } from '../pipeline/zip-contents.ts'
import { TOWN, writeTown } from './town.ts'
import type { Townsman } from './town.ts'

/** Sixty people, of whom so few are of another gender, live in a district of their own, and have gone to work. */
const peopleWith = (few: number): Townsman[] =>
  Array.from({ length: 60 }, (_, at) => {
    const isFew = (...places: readonly number[]) => places.slice(0, few).includes(at)
    const hasLeft = at % 3 !== 0
    return {
      id: `P${at}`,
      gender: isFew(0, 3, 6) ? 'other' : at < 26 ? 'man' : 'woman',
      born: 2008,
      district: isFew(57, 51, 45) ? 'Öst' : at % 2 ? 'Norr' : 'Söder',
      visits: ['2025-01-14', '2025-05-13', '2025-09-16'].map((date) => ({ date, activity: 'hus' })),
      stay: {
        start: '2025-01-07',
        end: hasLeft ? '2025-12-10' : '',
        reason: hasLeft ? (at % 3 === 1 ? 'dropped_out' : isFew(29, 32, 35) ? 'work' : 'studies') : '',
        before: 'studies',
      },
      answers: [
        { date: '2025-02-03', stage: 'start', total: 20 + (at % 5) },
        { date: '2025-11-03', stage: 'end', total: 22 + (at % 3) },
      ],
      after: [{ date: '2025-06-01', value: 'studies' }],
      member: at >= 26 && at % 2 === 0,
    }
  })

/** Every file of a publication and of its evaluation package by name. What names the publication is taken out. */
type Files = ReadonlyMap<string, string>

async function publishTown(folder: string, few: number): Promise<Files> {
  const [data, home, out] = ['data', 'home', 'out'].map((name) => join(folder, String(few), name))
  if (data === undefined || home === undefined || out === undefined) throw new Error('No folders')
  writeTown(data, peopleWith(few))
  const at = ['--data', data, '--home', home]
  expect(await utfallHere('ingest', ...at)).toMatchObject({ status: 0 })
  expect(await utfallHere('publish', '--as-of', '2025-12-31', ...at)).toMatchObject({ status: 0 })
  const exported = await utfallHere(
    'export',
    '--agreement',
    TOWN,
    '--period',
    '2025',
    '--out',
    out,
    '--json',
    ...at,
  )
  const published = currentPublication(home)
  const packed = await zipContents(JSON.parse(exported.stdout).file)
  return new Map([
    ...readdirSync(published).map((name) => [name, unnamed(readFileSync(join(published, name)))] as const),
    ...[...packed].map(([name, content]) => [name, unnamed(content)] as const),
  ])
}

/** Without ids, hashes and the hour, of which the two must differ. */
const unnamed = (content: Buffer): string =>
  content
    .toString('latin1')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '')
    .replaceAll(/\b2026[0-9]{4}T[0-9]{6}Z-[0-9a-f]{8}\b/gi, '')
    .replaceAll(/\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/g, '')

const differing = (one: Files, other: Files): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))

let folder: string
let one: Files
let three: Files
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utfall-one-sign-'))
  one = await publishTown(folder, 1)
  three = await publishTown(folder, 3)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('one or three: the files are the same, to the size and the order of their rows', () => {
  expect(one.size).toBeGreaterThan(70)
  expect(differing(one, three)).toEqual([])
})

test('though much is hidden, and a sign on one of the hidden rows would be seen', () => {
  const results = one.get('results.csv') ?? ''
  for (const hidden of ['gender,other', 'gender,man', 'district,Öst', 'total,'])
    expect(Buffer.from(results, 'latin1').toString('utf8')).toMatch(
      new RegExp(`,${hidden},,{10,}withheld,.*,suppressed,`),
    )
  const marked = new Map(one).set('results.csv', results.replace(',suppressed,', ',suppressed,primary'))
  expect(differing(marked, three)).toEqual(['results.csv'])
})

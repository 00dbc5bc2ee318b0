import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDashboard } from '../browser/dashboard.ts'
import { everythingShown } from '../browser/everything-shown.ts'
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

/** Every file of a publication and of its evaluation package, and every answer of the dashboard, by name and address. */
type Files = ReadonlyMap<string, string>

/** Counts, a share, a mean and a price: so many ways to give a number away. */
const INDICATORS = [
  'unique_participants',
  'share_to_work_or_studies',
  'self_efficacy_change',
  'cost_per_participant',
  'leavers',
]

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
  const { address, close } = await serveDashboard(home)
  const shown = await everythingShown(address, TOWN, INDICATORS).finally(close)
  const packed = await zipContents(JSON.parse(exported.stdout).file)
  for (const [name, content] of packed) if (name.endsWith('.pdf')) packed.set(name, await textOf(content))
  return new Map([
    ...readdirSync(published).map((name) => [name, unnamed(readFileSync(join(published, name)))] as const),
    ...[...packed, ...shown].map(([name, content]) => [name, unnamed(content)] as const),
  ])
}

/** What a PDF says: its bytes hold the id of the publication, compressed. */
async function textOf(pdf: Buffer): Promise<Buffer> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
  return Buffer.from(text)
}

/** Without ids, hashes and the hour, of which the two must differ, and without the size of the PDF that holds them. */
const unnamed = (content: Buffer): string =>
  content
    .toString('latin1')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '')
    .replaceAll(/\b20[0-9]{6}T[0-9]{6}Z-[0-9a-f]{8}\b/gi, '')
    .replaceAll(/\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/g, '')
    .replace(/("path": "rapport\.pdf",[^}]*"bytes": )[0-9]+/, '$1')

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

test('one or three: files, pages, drawings, pictures and tables are the same, to their size and the order of their rows', () => {
  expect(one.size).toBeGreaterThan(150)
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

/** How each form says that a number is hidden: what is compared must hold what it is compared for. */
const SAID: readonly (readonly [what: string, place: RegExp, sign: RegExp])[] = [
  ['a table of a page', /^\/avtal\/[^.]*$/, /<td[^>]*>\.\. visas inte/],
  ['a summary in words', /^\/avtal\/[^.]*$/, /class="summary[^>]*>[^<]*visas inte/],
  ['the name of a drawing', /^\/avtal\/[^.]*$/, /aria-label="[^"]*visas inte/],
  ['the words of a point', /^\/avtal\/[^.]*$/, /data-says="[^"]*visas inte/],
  ['the data of a page', /__data\.json$/, /visas inte/],
  ['a drawing', /figur\.svg/, />\.\.<\/tspan>/],
  ['the description of a drawing', /figur\.svg/, /<desc[^>]*>[^<]*visas inte/],
  ['a picture', /figur\.png/, /^\x89PNG/],
  ['a table', /data\.csv/, /,suppressed,/],
  ['a table for a spreadsheet', /data\.csv.*profil=excel/, /;suppressed;/],
  ['the report', /rapport\.pdf$/, /Annat \.\. \.\./],
]

test.each(SAID)('%s is among what was compared', (_what, place, sign) => {
  const those = [...one].filter(([name]) => place.test(name))
  expect(those.some(([, content]) => sign.test(content))).toBe(true)
})

test('a picture is drawn of the drawing beside it, and so shows no more', () => {
  const pictures = [...one.keys()].filter((name) => name.includes('/figur.png'))
  const drawings = pictures.map((name) => one.get(name.replace('.png', '.svg')) ?? '')
  expect(drawings.every((drawing) => drawing.startsWith('<svg'))).toBe(true)
  expect(drawings.some((drawing) => drawing.includes('>..</tspan>'))).toBe(true)
})

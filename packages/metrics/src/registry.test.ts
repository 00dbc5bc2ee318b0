import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { countPeople } from './count.ts'
import { preparePeriods } from './periods.ts'
import { readRegistry } from './registry.ts'
import { agreementOf, openWorld } from './small-world.ts'

const OURS = fileURLToPath(new URL('../indicators', import.meta.url))
const SOUND = readFileSync(join(OURS, 'unique_participants.sql'), 'utf8')

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-indicators-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
const named = (id: string) => SOUND.replaceAll('unique_participants', id)

test('every indicator that comes with the program is sound', () => {
  const { indicators, faults } = readRegistry([OURS])
  expect(faults).toEqual([])
  const ids = indicators.map(({ header }) => header.id)
  expect(ids).toContain('unique_participants')
  expect(ids).toEqual(ids.toSorted())
  expect(indicators.find(({ header }) => header.id === 'unique_participants')?.sql).toMatch(
    /^select period_id/,
  )
})

test('a bad file is named with its line, and its siblings live', () => {
  const folder = folderOf({
    'good.sql': named('good'),
    'bad_kind.sql': named('bad_kind').replace('kind: count', 'kind: guess'),
    'bad_key.sql': named('bad_key').replace('kind: count', 'kind: count\ncolour: red'),
    'bad_yaml.sql': named('bad_yaml').replace('kind: count', 'kind: [count'),
    'bad_name.sql': named('other_name'),
    'no_header.sql': 'select 1',
    'no_select.sql': `${named('no_select').split('*/')[0]}*/\n-- nothing\n`,
    'drop.sql': named('drop').replace(/\*\/[\s\S]*/, '*/\ndrop table attendance'),
  })
  const { indicators, faults } = readRegistry([folder])
  expect(indicators.map(({ header }) => header.id)).toEqual(['good'])
  const places = faults.map(({ path, line }) => `${path.slice(folder.length + 1)}:${line}`)
  expect(places).toEqual([
    'bad_key.sql:2',
    'bad_kind.sql:4',
    expect.stringMatching(/^bad_name.sql/),
    expect.stringMatching(/^bad_yaml.sql/),
    expect.stringMatching(/^drop.sql/),
    'no_header.sql:1',
    expect.stringMatching(/^no_select.sql/),
  ])
  expect(faults.find(({ path }) => path.includes('bad_kind'))?.sentence.en).toContain('one of count, sum')
})

test('a folder named as a file, and a file named as the folder, are faults among the others', () => {
  const folder = folderOf({ 'good.sql': named('good') })
  mkdirSync(join(folder, 'foo.sql'))
  const file = join(folder, 'good.sql')
  const { indicators, faults } = readRegistry([folder, file])
  expect(indicators.map(({ header }) => header.id)).toEqual(['good'])
  expect(faults).toMatchObject([
    { path: join(folder, 'foo.sql'), line: 1, sentence: { en: expect.stringContaining('not a file') } },
    { path: file, line: 1, sentence: { en: expect.stringContaining('not a folder') } },
  ])
})

test('an id of the wrong form is told the right one, in words', () => {
  const folder = folderOf({ 'Bad.sql': named('Bad') })
  const [fault] = readRegistry([folder]).faults
  expect(fault?.sentence.sv).toContain('formen a-z, 0-9, _')
  expect(fault?.sentence.en).not.toContain('pattern')
})

test('an id stands once over all folders', () => {
  const folder = folderOf({ 'unique_participants.sql': SOUND })
  const { indicators, faults } = readRegistry([OURS, folder])
  expect(indicators.filter(({ header }) => header.id === 'unique_participants')).toHaveLength(1)
  expect(faults).toMatchObject([{ path: join(folder, 'unique_participants.sql') }])
})

test.each([
  ['cannot be run', 'select period_id, activity, person, role from nowhere'],
  ['cannot be run', "select period_id, 'numerator' as role, 'x'::integer as amount from period"],
  ['"colour"', "select period_id, activity, person, 'numerator' as role, 'red' as colour from participation"],
  ['"winner"', "select period_id, 'winner' as role from period"],
  ['period_id is missing', "select 'numerator' as role"],
  ['"zzz" in the column activity', "select period_id, 'zzz' as activity, 'numerator' as role from period"],
  ['"-1.0" in the column amount', "select period_id, 'numerator' as role, -1 as amount from period"],
  ['more than once', "select period_id, md5('a')::uuid as person, 'numerator' as role from period, range(2)"],
])('a SELECT that cannot be counted is refused by path: %s', async (message, select) => {
  const world = await openWorld()
  const agreements = [agreementOf()]
  const folder = folderOf({ 'mine.sql': `${named('mine').split('*/')[0]}*/\n${select}` })
  await preparePeriods(world.connection, agreements, '2025-12-31')
  const counting = countPeople(world.connection, readRegistry([folder]), '2025-12-31')
  await expect(counting).rejects.toMatchObject({
    code: 'indicator',
    exitStatus: 2,
    message: expect.stringMatching(new RegExp(`mine.sql: .*${message}`, 's')),
  })
  world.close()
})

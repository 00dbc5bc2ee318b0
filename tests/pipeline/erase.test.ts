import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from './files-under.ts'
import { foundIn } from './identity-numbers.ts'
import { scratchFolder } from './scratch.ts'
import { utfallHere } from './utfall-here.ts'

// Numbers that Skatteverket publishes for testing.
const [ERASED, KEPT] = ['189001019802', '191202119986']
const DISTRICT = 'Gubbängsgläntan'

const AGREEMENT = `id: a
title: A
municipality: { code: "0163", name: A }
association: { name: B }
period: { start: 2025-01-01, end: 2026-12-31 }
activities: [{ id: kurs, name: Kurs }]
sources: [{ id: narvaro, sender: B, dataset: attendance, files: "*.csv" }]
`

test('a person who is erased is in no file of the home, and in no word of the command', async () => {
  const folder = scratchFolder()
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  const deliveries = join(data, 'agreements/a/deliveries')
  mkdirSync(deliveries, { recursive: true })
  writeFileSync(join(data, 'agreements/a/agreement.yaml'), AGREEMENT)
  const rows = ['2025-03-03;kurs;60', '2025-03-04;kurs;60', '2025-13-45;kurs;60'].flatMap((row) => [
    `${row};${ERASED};${DISTRICT}`,
    `${row};${KEPT};Annanstans`,
  ])
  writeFileSync(join(deliveries, 'a.csv'), `datum;aktivitet;minuter;deltagare;område\n${rows.join('\n')}\n`)
  const at = ['--data', data, '--home', home]
  await utfallHere('ingest', '--accept', ...at)
  const tells = (text: string) =>
    filesUnder(home).filter((file) => readFileSync(join(home, file)).includes(text))
  expect(tells(DISTRICT)).toContain('warehouse.duckdb')
  expect(tells(DISTRICT).some((file) => file.startsWith('receipts/'))).toBe(true)

  const ended = await utfallHere('erase', '--participant', ERASED, '--note', 'begäran', '--json', ...at)
  expect(ended.status).toBe(0)
  // two rows loaded and herself; in quarantine wait two rows that nobody can be told from
  expect(JSON.parse(ended.stdout)).toEqual({
    erased: { attendance: 2, person: 1, quarantine: 2 },
    receipts: 1,
  })
  expect(tells(DISTRICT)).toEqual([])
  expect(tells('Annanstans')).toEqual(['warehouse.duckdb'])

  const everything = [
    ...filesUnder(home).map((file) => readFileSync(join(home, file))),
    ended.stdout,
    ended.stderr,
  ]
  const numbers = new Set([ERASED, KEPT].map((number) => number.slice(2)))
  expect(everything.flatMap((bytes) => foundIn(Buffer.from(bytes), numbers))).toEqual([])
  const log = readFileSync(join(home, 'audit.jsonl'), 'utf8').trim().split('\n')
  expect(log.map((line) => JSON.parse(line))).toMatchObject([
    { what: 'accept', why: null, agreement: 'a', source: 'narvaro' },
    { what: 'erase', why: 'begäran', whom: 'participant', rows: 5 },
  ])
  expect(readdirSync(home).filter((name) => name.startsWith('warehouse'))).toEqual(['warehouse.duckdb'])
})

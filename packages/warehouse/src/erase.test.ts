import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { eraseRows } from './erase.ts'
import { homeAt } from './home.ts'
import type { Home } from './home.ts'
import { openWarehouse } from './open.ts'
import { queryRows } from './query.ts'

const [ANNA, BO] = ['11111111-2222-4333-8444-555555555555', '66666666-7777-4888-9999-aaaaaaaaaaaa']
let home: Home

beforeEach(async () => {
  home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-erase-')))
  await run(`
    insert into person values ('${ANNA}', 'personal', true, 2008, 'woman'), ('${BO}', 'own_id', null, 2007, 'man');
    insert into participants values ('a', 's', 1, 2, '${ANNA}', '2025-12-31', 2008, 'woman', 'Bara-i-Annas-rad');
    insert into attendance select 'a', 's', 1, 2, date '2025-03-01' + day::integer, 'x', '${ANNA}', null, null, null, 60,
      'present', 'participant', 2008, 'woman', 'Bara-i-Annas-rad' from range(300) days(day);
    insert into attendance values ('a', 's', 1, 3, '2026-01-10', 'x', '${BO}', null, null, null, 60,
      'present', 'participant', 2007, 'man', 'Bos-rad');
    insert into statuses values ('a', 's', 1, 2, '${ANNA}', '2025-04-01', 'occupation', 'unemployed', 'start', 'self');
    insert into quarantine (agreement, source_id, delivery, line, date, rules, cells) values
      ('a', 's', 1, 9, '2025-03-01', ['x'], '{"Namn": "karantän-tidig"}'),
      ('b', 's', 2, 9, '2025-03-01', ['x'], '{"Namn": "annat avtal"}');
    insert into membership values (1, 1), (2, 2);
    insert into people_set values (1, 1, 2), (2, 2, 1);
    insert into people_set_person values (1, '${ANNA}'), (1, '${BO}'), (2, '${BO}');
    insert into membership_part (membership, role, people_set) values (1, 'numerator', 1), (2, 'numerator', 2);
    insert into published_membership values
      ('p', 'a', 'leavers', 1, 'tertial', '2025-T1', 1), ('p', 'a', 'leavers', 1, 'year', '2026', 2);
    insert into published_counting values ('a', 'p', '2025-04-30', '');
    insert into published_counted_result values ('a', 'leavers', 1, 'tertial', '2025-T1', '2025-01-01', '2025-04-30', true,
      'total', '', '', 1, 1, null, 0, 0, null, null, null, null, 'people', 'ok', '', 1, null);
    select nextval('delivery_number'), nextval('delivery_number');`)
})
afterEach(() => rmSync(home.folder, { recursive: true, force: true }))

test('a person is in no table, and in no byte of any file', async () => {
  expect(occurrences('Bara-i-Annas-rad')).toBeGreaterThan(0)
  expect(bytesOf(ANNA)).toBeGreaterThan(0)
  const erased = await eraseRows(home, { persons: [ANNA], agreements: ['a'] })
  expect(erased).toEqual({
    attendance: 300,
    participants: 1,
    people_set_person: 1,
    person: 1,
    quarantine: 1,
    statuses: 1,
  })
  expect(occurrences('Bara-i-Annas-rad')).toBe(0)
  expect(occurrences('karantän-tidig')).toBe(0)
  expect(bytesOf(ANNA)).toBe(0)
  expect(occurrences('Bos-rad')).toBeGreaterThan(0)
  expect(readdirSync(home.folder)).toEqual(['warehouse.duckdb'])
})

test('an agreement keeps what speaks of the day and later', async () => {
  await eraseRows(home, { agreement: 'a', start: '2025-03-01', before: '2026-01-01' })
  expect(await rows('select distinct person::varchar as text from attendance')).toEqual([BO])
  expect(await rows('select person::varchar as text from person')).toEqual([BO])
  expect(await rows('select person::varchar as text from people_set_person')).toEqual([BO])
  expect(await rows('select agreement as text from quarantine')).toEqual(['b'])
  expect(occurrences('Bara-i-Annas-rad')).toBe(0)
})

test('a backup that lies beside is erased from like the warehouse', async () => {
  copyFileSync(home.warehouse, join(home.folder, 'warehouse-2026-01-31.duckdb'))
  await eraseRows(home, { persons: [ANNA], agreements: ['a'] })
  expect(readdirSync(home.folder).sort()).toEqual(['warehouse-2026-01-31.duckdb', 'warehouse.duckdb'])
  for (const text of ['Bara-i-Annas-rad', 'karantän-tidig']) expect(occurrences(text)).toBe(0)
  expect(bytesOf(ANNA)).toBe(0)
  expect(occurrences('Bos-rad')).toBe(2)
})

test('an agreement whose time is out keeps nobody, and another all of its own', async () => {
  await run(`insert into attendance select 'b', * exclude (agreement) from attendance where person = '${BO}'`)
  await eraseRows(home, { agreement: 'a', everyone: true })
  expect(await rows('select agreement || person::varchar as text from attendance')).toEqual([`b${BO}`])
  expect(await rows('select person::varchar as text from person')).toEqual([BO])
  expect(await rows('select person::varchar as text from people_set_person')).toEqual([])
  expect(await rows('select agreement as text from quarantine')).toEqual(['b'])
  expect(bytesOf(ANNA)).toBe(0)
})

test('counts that disclosure control has not judged go with anyone', async () => {
  await eraseRows(home, { persons: [ANNA], agreements: [] })
  expect(await rows('select agreement as text from published_counting')).toEqual([])
  expect(await rows('select note as text from published_counted_result')).toEqual([])
})

test('what is left works as before: numbers go on, and the schema is whole', async () => {
  await eraseRows(home, { persons: [ANNA], agreements: [] })
  expect(await rows("select nextval('delivery_number')::varchar as text")).toEqual(['3'])
  expect(await rows('select agreement as text from quarantine order by all')).toEqual(['a', 'b'])
  await expect(run("insert into setting values ('a', '1'), ('a', '2')")).rejects.toThrow('onstraint')
})

async function run(sql: string): Promise<void> {
  const warehouse = await openWarehouse(home)
  try {
    await warehouse.connection.run(sql)
  } finally {
    warehouse.close()
  }
}

async function rows(sql: string): Promise<string[]> {
  const warehouse = await openWarehouse(home)
  try {
    const found = await queryRows(warehouse.connection, z.object({ text: z.string() }), sql)
    return found.map(({ text }) => text)
  } finally {
    warehouse.close()
  }
}

/** In how many files under home the text stands. */
function occurrences(text: string): number {
  return readdirSync(home.folder).filter((name) => readFileSync(join(home.folder, name)).includes(text))
    .length
}

/** A uuid lies as sixteen bytes, least significant first, with its first bit turned. */
function bytesOf(uuid: string): number {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  bytes[0] = (bytes[0] ?? 0) ^ 0x80
  const upper = Buffer.from(bytes.subarray(0, 8).toReversed())
  const lower = Buffer.from(bytes.subarray(8).toReversed())
  return readdirSync(home.folder).filter((name) => {
    const file = readFileSync(join(home.folder, name))
    return file.includes(upper) || file.includes(lower)
  }).length
}

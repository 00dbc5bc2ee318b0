import { chmodSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { createHash } from 'node:crypto'
import { blobValue } from '@duckdb/node-api'
import { queryRow } from '@utfall/warehouse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import { changePseudonymKey } from './change-key.ts'
import { layNextKey } from './key-file.ts'
import { padsOf } from './key.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

const attendance = (...participants: readonly string[]) =>
  `datum;aktivitet;deltagare\n${participants.map((each, index) => `2025-03-${String(index + 1).padStart(2, '0')};kurs;${each}`).join('\n')}\n`
const agreement = trialAgreement({ attendance: {} })

// RFC 4231, sections 4.2, 4.3, 4.4 and 4.7 (whose key is longer than a block, and hence hashed first).
test.each([
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    '4a656665',
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    createHash('sha256')
      .update(Buffer.from('aa'.repeat(131), 'hex'))
      .digest('hex'),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('the macro is HMAC-SHA256: key %s', async (key, message, expected) => {
  await trial.run(agreement)
  const { inner, outer } = padsOf(Buffer.from(key, 'hex'))
  const { mac } = await queryRow(
    trial.warehouse.connection,
    z.object({ mac: z.string() }),
    'select hmac_sha256($inner, $outer, $message) as mac',
    { inner: blobValue(inner), outer: blobValue(outer), message },
  )
  expect(mac).toBe(expected)
})

// Numbers that Skatteverket publishes for testing (189001019802, 990913+9801, 120211+9986), its example of a
// coordination number (701063-2391), and the example of its brochure on identity numbers (811218-9876).
const NUMBERS = [
  ['18900101-9802', 'personal', true, 1890, 'woman'],
  ['990913+9801', 'personal', true, 1899, 'woman'],
  ['120211+9986', 'personal', true, 1912, 'woman'],
  ['701063-2391', 'coordination', true, 1970, 'man'],
  ['8112189876', 'personal', true, 1981, 'man'],
  ['19811218 9876', 'personal', true, 1981, 'man'],
  ['811218\u20139876', 'personal', true, 1981, 'man'],
  ['811218.9876', 'personal', true, 1981, 'man'],
  ['1981.12.18-9876', 'personal', true, 1981, 'man'],
  ['811218/9876', 'personal', true, 1981, 'man'],
  ['811218_9876', 'personal', true, 1981, 'man'],
  ['\u200e811218-9876\u200b', 'personal', true, 1981, 'man'],
  ['811218-9875', 'personal', false, 1981, 'man'],
  ['19811218-T123', 'interim', null, 1981, null],
  ['medlem 7', 'own_id', null, null, null],
] as const

test('a number is known for what it is, however it is written', async () => {
  await trial.deliver(agreement, 'attendance/a.csv', attendance(...NUMBERS.map(([written]) => written)))
  const known = await trial.rows(
    'select person.* exclude (person) from attendance join person using (person) order by date',
  )
  expect(NUMBERS.map(([written], at) => [written, known[at]])).toEqual(
    NUMBERS.map(([written, kind, check_digit_ok, birth_year, gender]) => [
      written,
      { kind, check_digit_ok, birth_year, gender },
    ]),
  )
})

const BIRTH_DATES = [
  '19811218',
  '811218',
  '1981-12-18',
  '1981-12-18 00:00',
  '18/12 1981',
  '18.12.1981',
  '19811218-0000',
  '811218-XXXX',
  '19811218-****',
  '811218-????',
]

test('a birth date is nobody, however it is written', async () => {
  const receipt = await trial.deliver(agreement, 'attendance/a.csv', attendance(...BIRTH_DATES))
  expect(await trial.rows('from person')).toEqual([])
  expect(await trial.rows('select person, birth_year from attendance')).toEqual(
    BIRTH_DATES.map(() => ({ person: null, birth_year: 1981 })),
  )
  expect(receipt.faults.map(({ rule, count }) => [rule, count])).toEqual([
    ['birth_date_only', BIRTH_DATES.length],
  ])
})

test('a word for nobody says that the person is not known', async () => {
  const receipt = await trial.deliver(
    agreement,
    'attendance/a.csv',
    attendance('okänd', 'Anonym', '?', '-', 'N/A'),
  )
  expect(await trial.rows('from person')).toEqual([])
  expect(await trial.rows('select distinct person, birth_year from attendance')).toEqual([
    { person: null, birth_year: null },
  ])
  expect(receipt).toMatchObject({
    rows: { new: 5 },
    faults: [{ rule: 'person_not_named', severity: 'check', count: 5 }],
  })
})

test('who is not known cannot be what a row of persons is about', async () => {
  const memberships = trialAgreement({ memberships: {} })
  const receipt = await trial.deliver(
    memberships,
    'memberships/a.csv',
    'deltagare;förening\nokänd;FF\np1;FF\n',
  )
  expect(receipt).toMatchObject({ rows: { new: 1, quarantined: 1 }, faults: [{ rule: 'person_required' }] })
})

test('what a spreadsheet has left of a number is nobody', async () => {
  const left = ['1,98112E+11', '#REF!', '#SAKNAS!', '#DIVISION/0!', '#N/A', '########']
  const receipt = await trial.deliver(agreement, 'attendance/a.csv', attendance(...left, 'medlem 7', '#12'))
  expect(receipt).toMatchObject({
    rows: { new: 2, quarantined: 6 },
    faults: [{ rule: 'number_destroyed', count: 6 }],
  })
})

test('nine digits that lack the zero before a true number are pointed out, and kept as they are', async () => {
  const receipt = await trial.deliver(
    agreement,
    'attendance/a.csv',
    attendance('811218987', '504122383', '123456789'),
  )
  expect(receipt.faults).toMatchObject([{ rule: 'number_without_zero', count: 1 }])
  expect(await trial.rows('select distinct kind from person')).toEqual([{ kind: 'own_id' }])
})

test('ten digits are born in the latest century that has passed, by the day of ingest', async () => {
  await trial.deliver(agreement, 'attendance/a.csv', attendance('261121-0000', '261122-0000', '261121+1234'))
  expect(await trial.rows('select birth_year from attendance order by date')).toEqual([
    { birth_year: 2026 },
    { birth_year: 1926 },
    { birth_year: null },
  ])
  expect(await trial.rows('select birth_year from person')).toEqual([{ birth_year: 1926 }])
})

test('a plus stands for the hyphen from the year in which the person turns 100', async () => {
  await trial.deliver(agreement, 'attendance/a.csv', attendance('261224+1234', '271224+1234'))
  expect(await trial.rows('select birth_year from person order by all')).toEqual([
    { birth_year: 1827 },
    { birth_year: 1926 },
  ])
})

describe('who is the same person', () => {
  const personsOf = 'select count(distinct person)::integer as n from attendance'

  test('every way of writing a number', async () => {
    const ways = [
      '8112189876',
      '811218-9876',
      '19811218-9876',
      '198112189876',
      ' 811218 9876',
      '811218\u20139876',
    ]
    await trial.deliver(agreement, 'attendance/a.csv', attendance(...ways))
    expect(await trial.rows(personsOf)).toEqual([{ n: 1 }])
  })

  test('the same number in two agreements of the municipality, and not across municipalities', async () => {
    const file = trial.write('attendance/a.csv', attendance('811218-9876'))
    const neighbour = { ...agreement, id: 'b' }
    const elsewhere = { ...agreement, id: 'c', municipality: { ...agreement.municipality, code: '0484' } }
    for (const each of [agreement, neighbour, elsewhere]) await trial.run(each, { files: [file] })
    expect(await trial.rows(personsOf)).toEqual([{ n: 2 }])
    expect(
      await trial.rows(
        "select count(distinct person)::integer as n from attendance where agreement in ('trial', 'b')",
      ),
    ).toEqual([{ n: 1 }])
  })

  test("a sender's own id, trimmed and composed, within that sender", async () => {
    await trial.deliver(agreement, 'attendance/a.csv', attendance('åsa', ' a\u030asa '))
    expect(await trial.rows(personsOf)).toEqual([{ n: 1 }])
    await trial.deliver(
      trialAgreement({ attendance: { sender: 'En annan' } }, { id: 'b' }),
      'attendance/a.csv',
      attendance('åsa'),
    )
    expect(await trial.rows(personsOf)).toEqual([{ n: 2 }])
  })
})

describe('the key', () => {
  test('is 32 bytes that only the owner can read', async () => {
    await trial.run(agreement)
    expect(readFileSync(trial.home.key)).toHaveLength(32)
    expect(statSync(trial.home.key).mode & 0o777).toBe(0o600)
  })

  test('that is lost is refused, and none is made', async () => {
    await trial.deliver(agreement, 'attendance/a.csv', attendance('a'))
    rmSync(trial.home.key)
    await expect(trial.run(agreement)).rejects.toMatchObject({ code: 'pseudonym_key_lost', exitStatus: 2 })
    expect(() => statSync(trial.home.key)).toThrow('ENOENT')
  })

  test.each([32, 5])('that is another, of %i bytes, is refused', async (bytes) => {
    await trial.deliver(agreement, 'attendance/a.csv', attendance('a'))
    chmodSync(trial.home.key, 0o600)
    writeFileSync(trial.home.key, Buffer.alloc(bytes, 7))
    await expect(trial.run(agreement)).rejects.toMatchObject({ code: 'pseudonym_key_changed', exitStatus: 2 })
  })
})

const persons = () => trial.rows('select person from attendance order by line')

describe('the key is changed', () => {
  const file = attendance('811218-9876', 'a', '20250101-0000')
  const redelivered = () => trial.deliver(agreement, 'attendance/a.csv', file)
  let before: unknown[]
  beforeEach(async () => {
    await redelivered()
    before = await persons()
  })

  test('everyone has another pseudonym, and is known again in the next delivery', async () => {
    expect(await changePseudonymKey(trial.warehouse, trial.home)).toEqual({ people: 2, keys: 2 })
    const after = await persons()
    expect(after).toHaveLength(3)
    expect(after.slice(0, 2).filter((each, at) => isDeepStrictEqual(each, before[at]))).toEqual([])
    expect(after[2]).toEqual({ person: null })
    expect(await changePseudonymKey(trial.warehouse, trial.home)).toEqual({ people: 2, keys: 3 })
    const more = await trial.deliver(
      agreement,
      'attendance/b.csv',
      'datum;aktivitet;deltagare\n2025-04-01;kurs;19811218 9876\n2025-04-02;kurs;b\n',
    )
    expect(more.rows).toMatchObject({ new: 2 })
    expect(await trial.rows('select count(distinct person)::integer as n from attendance')).toEqual([
      { n: 3 },
    ])
    expect(statSync(trial.home.key).mode & 0o777).toBe(0o600)
  })

  test('the same file changes nothing afterwards', async () => {
    await changePseudonymKey(trial.warehouse, trial.home)
    const again = await trial.deliver(agreement, 'attendance/a.csv', `${file}\n`)
    expect(again.rows).toMatchObject({ new: 0, changed: 0, unchanged: 3, removed: 0 })
  })

  test('killed before the warehouse has it, the old key holds', async () => {
    layNextKey(trial.home.key, Buffer.alloc(64, 7))
    expect((await redelivered()).rows).toMatchObject({ new: 0, removed: 0 })
    expect(await persons()).toEqual(before)
    expect(readdirSync(trial.home.folder)).not.toContain('pseudonym.key.next')
  })

  test('killed before the file has it, the new key holds', async () => {
    const old = readFileSync(trial.home.key)
    await changePseudonymKey(trial.warehouse, trial.home)
    renameSync(trial.home.key, `${trial.home.key}.next`)
    writeFileSync(trial.home.key, old)
    const again = await trial.deliver(agreement, 'attendance/a.csv', `${file}\n`)
    expect(again.rows).toMatchObject({ new: 0, changed: 0, unchanged: 3, removed: 0 })
  })

  test('the old one in its place is refused', async () => {
    const old = readFileSync(trial.home.key)
    await changePseudonymKey(trial.warehouse, trial.home)
    writeFileSync(trial.home.key, old)
    await expect(trial.run(agreement)).rejects.toMatchObject({ code: 'pseudonym_key_changed' })
  })
})

import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const source = { sender: 'Edsbergs Basketvänner', files: 'register/*', replaces: 'everything' } as const
const memberships = trialAgreement({ memberships: source })
const participants = trialAgreement({ participants: source })
const both = trialAgreement({ memberships: source, participants: source })

const load = (agreement: typeof both, name: string, content: string | Uint8Array) =>
  trial.deliver(agreement, `register/${name}`, content, { accept: true })
const members = () =>
  trial.rows(
    `select kind, association, start_date, end_date from memberships join person using (person) order by all`,
  )
const people = () =>
  trial.rows(
    `select kind, p.birth_year, p.gender from participants p join person using (person) order by all`,
  )

const IDROTTONLINE = [
  'Prova-på;Förnamn;Alt. förnamn;Efternamn;Kön;Nationalitet;IdrottsID;Födelsedat./Personnr.;LMA/Samordningsnr.;Telefon mobil;E-post kontakt;Kontaktadress - Gatuadress;Medlemsnr.;Medlem sedan;Medlem t.o.m.;Målsman',
  ';Åsa;;Ödman;Kvinna;Sverige;IID10000001;20090412-2385;;0700000001;asa@example.com;Storgatan 1;1;2021-08-15;;',
  ';Örjan;;Ek;Man;Sverige;IID10000002;2010-01-31;;0700000002;;"Gränd 2; uppg B";2;2022-01-01;2024-12-31;',
  ';Li;;Ny;Man;;IID10000003;20080101-xxxx;200801612395;;;;3;;;',
  'Ja;Prov;;Person;Man;;IID10000004;20080102-2394;;;;;4;2026-01-01;;',
  ';Mor;;Ödman;Kvinna;;IID10000005;19800101-2386;;;;;;;;Till målsman för: Åsa',
  '',
].join('\r\n')

const MEMBERS = [
  { kind: 'coordination', association: 'Edsbergs Basketvänner', start_date: null, end_date: null },
  { kind: 'own_id', association: 'Edsbergs Basketvänner', start_date: '2022-01-01', end_date: '2024-12-31' },
  { kind: 'personal', association: 'Edsbergs Basketvänner', start_date: '2021-08-15', end_date: null },
]

describe('IdrottOnline', () => {
  test.each([
    ['utf-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('in %s gives memberships of the association that sent it', async (encoding, encode) => {
    const receipt = await load(memberships, 'ExportedPersons.csv', encode(IDROTTONLINE))
    expect(receipt).toMatchObject({ format: `idrottonline ${encoding}`, rows: { read: 3, quarantined: 0 } })
    expect(receipt.notes.map(({ id }) => id)).toEqual(['register_dropped', 'register_left_out'])
    expect(await members()).toEqual(MEMBERS)
  })

  test('gives participants to a source of those, trials too', async () => {
    const receipt = await load(participants, 'ExportedPersons-2025.csv', IDROTTONLINE)
    expect(receipt.rows).toMatchObject({ read: 4, quarantined: 0 })
    expect(await people()).toEqual([
      { kind: 'coordination', birth_year: 2008, gender: 'man' },
      { kind: 'own_id', birth_year: 2010, gender: 'man' },
      { kind: 'personal', birth_year: null, gender: 'man' },
      { kind: 'personal', birth_year: null, gender: 'woman' },
    ])
  })

  test('is no attendance, and without members it is stopped', async () => {
    const attendance = trialAgreement({ attendance: { files: 'register/*' } })
    const { faults } = await load(attendance, 'annan.csv', IDROTTONLINE)
    expect(faults).toMatchObject([{ rule: 'format_of_other_dataset' }])
    const empty = await load(memberships, 'tom.csv', IDROTTONLINE.split('\r\n')[0] ?? '')
    expect(empty).toMatchObject({ verdict: 'rejected', faults: [{ rule: 'register_without_members' }] })
    const other = IDROTTONLINE.replace('IdrottsID', 'Nr')
      .replace('Medlem sedan', 'Från')
      .replace('Kvinna', '-')
    expect(await load(participants, 'utan-id.csv', other)).toMatchObject({
      format: 'idrottonline utf-8',
      rows: { quarantined: 1 },
      faults: expect.not.arrayContaining([expect.objectContaining({ rule: 'unknown_code' })]),
    })
    const open = await load(memberships, 'citat.csv', `${IDROTTONLINE};"Ingen stänger`)
    expect(open.faults).toMatchObject([{ rule: 'quote_not_closed' }])
  })
})

const cell = (value: unknown, raw_value: unknown = value) => ({ raw_value, value })
const SCOUTS = {
  data: {
    '3050601': {
      member_no: cell('3050601'),
      first_name: cell('Vilhelmina'),
      last_name: cell('Hemlig'),
      ssno: cell('20090412-2385'),
      date_of_birth: cell('2009-04-12'),
      sex: cell('Kvinna', '2'),
      confirmed_at: cell('2019-09-01'),
      group: cell('Norrvikens Scoutkår', '787'),
      contact_mobile_phone: cell('0700000003'),
    },
    '3050602': { ssno: cell('2394'), date_of_birth: cell('2008-01-02'), sex: cell('Man', '1') },
    '3050603': {
      ssno: cell('-'),
      date_of_birth: cell('2011-05-06'),
      sex: cell(null),
      status: cell('Aktiv', 2),
    },
  },
  labels: { member_no: 'Medlemsnr.' },
}

const rulesOf = async (content: string) =>
  (await load(memberships, 'fel.json', content)).faults.map(({ rule }) => rule)

describe('Scoutnet', () => {
  test('gives memberships of the group, and of the sender where no group is named', async () => {
    const receipt = await load(memberships, 'memberlist.json', JSON.stringify(SCOUTS))
    expect(receipt).toMatchObject({ format: 'scoutnet', rows: { read: 3, quarantined: 0 } })
    expect(await members()).toEqual([
      { kind: 'own_id', association: 'Edsbergs Basketvänner', start_date: null, end_date: null },
      { kind: 'personal', association: 'Edsbergs Basketvänner', start_date: null, end_date: null },
      { kind: 'personal', association: 'Norrvikens Scoutkår', start_date: '2019-09-01', end_date: null },
    ])
  })

  test('may be a list, with bare values and values that are not there', async () => {
    const data = [
      { member_no: '3050611', ssno: '20090412-2385', sex: { value: '-' }, group: null, confirmed_at: null },
      { member_no: { value: 3050612, raw_value: null }, date_of_birth: '2010-01-31' },
    ]
    const receipt = await load(participants, 'lista.json', JSON.stringify({ data }))
    expect(receipt).toMatchObject({ format: 'scoutnet', rows: { read: 2, quarantined: 0 } })
  })

  test('says when the list is empty, cut off or another answer', async () => {
    expect(await rulesOf('{"data": [], "labels": []}')).toEqual(['register_without_members'])
    expect(await rulesOf(JSON.stringify(SCOUTS).slice(0, 300))).toEqual(['json_damaged'])
    expect(await rulesOf('{"data": "Invalid key"}')).toEqual(['json_unexpected'])
    expect(await rulesOf('{"data": {"error": {"code": 401}}}')).toEqual(['json_unexpected'])
  })
})

test('a register that two sources point to is both memberships and participants', async () => {
  trial.write('register/bada-2026.csv', IDROTTONLINE)
  const named = await trial.run(both, { files: [`${trial.deliveries}/register/bada-2026.csv`], accept: true })
  expect(named.map(({ dataset, rows }) => [dataset, rows.read])).toEqual([
    ['memberships', 3],
    ['participants', 4],
  ])
})

test('names, addresses, telephones and mail are in no table', async () => {
  const tables = await trial.rows('select table_name from duckdb_tables() where not temporary')
  const texts = await Promise.all(
    tables.map(async (row) => {
      const { table_name: name } = row as { table_name: string }
      return JSON.stringify(await trial.rows(`from "${name}"`))
    }),
  )
  for (const secret of [
    'Ödman',
    'Storgatan',
    '07000',
    'example.com',
    'Vilhelmina',
    '2385',
    '3050602',
    'IID1',
  ])
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
})

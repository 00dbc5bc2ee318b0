import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import { startNames } from './names.ts'

const NUMBER = '18900101-9802'

test.each([
  ['Åsa Ödman', 'ODMAN, Asa'],
  ['Anna-Karin Ek', 'Anna Karin Ek'],
  ['Anna Maria Ek', 'Anna Ek'],
  ['Anna Ek', ''],
])('%s and %s may be one person', (first, second) => {
  const names = startNames()
  names.add(2, NUMBER, first)
  names.add(3, '900101-9802', second)
  expect(names.faults()).toEqual([])
})

test('two names on one number are told once, and neither of them', () => {
  const names = startNames()
  names.add(2, NUMBER, 'Anna', 'Ek')
  for (const line of [3, 4]) names.add(line, '189001019802', 'Bo', 'Alm')
  expect(names.faults()).toEqual([{ rule: 'number_under_several_names', line: 3 }])
})

test.each(['medlem 7', '18900101', '18900101-0000', ''])('%s is no number of one person', (written) => {
  const names = startNames()
  names.add(2, written, 'Anna Ek')
  names.add(3, written, 'Bo Alm')
  expect(names.faults()).toEqual([])
})

describe('a file that has one number under two names', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await startTrial()
  })
  afterAll(() => trial.end())

  const agreement = trialAgreement({ attendance: { replaces: 'rows' }, participants: {} })
  const people = [
    ['Anna', 'Ek'],
    ['Bo', 'Alm'],
  ] as const
  const dak = `<Aktivitetskort><Kommun kommunID="0163"><Foerening foereningsID="1"><Naervarokort NaervarokortNummer="1">
<Aktivitet>Kurs</Aktivitet><Sammankomster><Sammankomst Datum="2025-03-05" kod="7"><StartTid>18:00:00</StartTid><StoppTid>19:00:00</StoppTid>
<Metod>Add</Metod><DeltagarLista>${people.map((_, id) => `<Deltagare id="${id}"><Naervarande>true</Naervarande></Deltagare>`).join('')}</DeltagarLista></Sammankomst></Sammankomster>
<DeltagarRegister>${people.map(([first, last], id) => `<Deltagare id="${id}"><Foernamn>${first}</Foernamn><Efternamn>${last}</Efternamn><Personnummer>${NUMBER}</Personnummer></Deltagare>`).join('')}</DeltagarRegister>
</Naervarokort></Foerening></Kommun></Aktivitetskort>`
  const scoutnet = JSON.stringify({
    data: Object.fromEntries(
      people.map(([first, last], id) => [
        `300${id}`,
        { first_name: { value: first }, last_name: { value: last }, ssno: { value: NUMBER } },
      ]),
    ),
  })
  const idrottonline = `Förnamn;Efternamn;Kön;IdrottsID;Födelsedat./Personnr.;Medlem sedan\n${people.map(([first, last]) => `${first};${last};Kvinna;;${NUMBER};2021-08-15`).join('\n')}\n`
  const rows = people.map(([first, last]) => [NUMBER, first, last])

  test.each([
    ['attendance/dak.xml', () => dak],
    [
      'participants/lista.csv',
      () => ['Personnummer;Förnamn;Efternamn', ...rows.map((cells) => cells.join(';'))].join('\n'),
    ],
    ['participants/scoutnet.json', () => scoutnet],
    ['participants/idrottonline.csv', () => idrottonline],
    [
      'participants/bok.xlsx',
      () =>
        writeXlsx({ sheets: [{ name: 'Blad1', rows: [['Personnummer', 'Förnamn', 'Efternamn'], ...rows] }] }),
    ],
  ])('%s is told so, and the names are nowhere', async (path, content) => {
    const receipt = await trial.deliver(agreement, path, await content())
    expect(receipt.faults.find(({ rule }) => rule === 'number_under_several_names')).toMatchObject({
      count: 1,
    })
    expect(JSON.stringify(receipt)).not.toMatch(/\bAnna\b|\bEk\b|\bAlm\b/)
    expect(receipt.identities).toMatchObject({ personal: 1 })
  })
})

import { expect, test } from 'vitest'
import { dakBytes } from './dak.ts'
import type { AttendanceFact } from './facts.ts'

const HEAD = {
  municipality: '0163',
  association: 'Möjligheternas Plats',
  number: '000000-0000',
  activity: 'Aktiv fritid',
}
const WOMAN = '200904122385'
const LEADER = '198001012386'

const fact = (
  date: string,
  session: string,
  person: string,
  changes: Partial<AttendanceFact> = {},
): AttendanceFact => ({
  date,
  activity: 'aktiv-fritid',
  person,
  session,
  start: '17:00',
  end: '18:30',
  minutes: 90,
  mark: 'present',
  role: 'participant',
  ...changes,
})
const facts = [
  fact('2025-03-03', 'Dans', WOMAN),
  fact('2025-03-03', 'Dans', 'MP-7', { mark: 'absent' }),
  fact('2025-03-03', 'Dans', LEADER, { role: 'leader' }),
  fact('2025-03-10', 'Dans', WOMAN),
  fact('2025-03-04', 'Basket', 'MP-7', { start: '19:00', end: '20:00', minutes: 60 }),
]
const xml = Buffer.from(dakBytes(HEAD, facts)).toString('utf8')

/** What stands within each element of the name. */
const inside = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    ([, content = '']) => content,
  )
const only = (text: string, name: string) => inside(text, name)[0] ?? ''
const attribute = (text: string, name: string) =>
  [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value)

test('a card for each group, with its sessions by day', () => {
  const cards = inside(xml, 'Naervarokort')
  expect(cards.map((card) => only(card, 'NamnPaaKort'))).toEqual(['Basket', 'Dans'])
  expect(cards.map((card) => attribute(card, 'Datum'))).toEqual([
    ['2025-03-04'],
    ['2025-03-03', '2025-03-10'],
  ])
  expect(inside(xml, 'StartTid')).toEqual(['19:00:00', '17:00:00', '17:00:00'])
  expect(inside(xml, 'StoppTid')).toEqual(['20:00:00', '18:30:00', '18:30:00'])
  expect(new Set(attribute(xml, 'kod')).size).toBe(3)
  expect(attribute(xml, 'foereningsNamn')).toEqual([HEAD.association])
})

test('every mark of a list is of someone in the register of its role', () => {
  const [list = '', told = ''] = [only(xml, 'Kommun'), xml.slice(xml.indexOf('</Kommun>'))]
  for (const [of, who] of [
    ['Deltagar', 'Deltagare'],
    ['Ledar', 'Ledare'],
  ] as const) {
    const marked = inside(list, `${of}Lista`).flatMap((people) => attribute(people, 'id'))
    const register = only(told, `${of}Register`)
    expect(new Set(marked)).toEqual(new Set(attribute(register, 'id')))
    expect(inside(register, who)).toHaveLength(new Set(marked).size)
  }
  expect(inside(only(told, 'DeltagarRegister'), 'Personnummer')).toEqual([WOMAN, 'MP-7'])
  expect(inside(only(told, 'LedarRegister'), 'Personnummer')).toEqual([LEADER])
  expect(inside(list, 'Naervarande').toSorted()).toEqual(['false', 'true', 'true', 'true', 'true'])
})

test('elements are closed in the order that they were opened', () => {
  let tags = (xml.match(/<\/?[A-Za-z]+/g) ?? []).map((tag) => `${tag}>`).join('')
  for (let before = ''; before !== tags;) {
    before = tags
    tags = tags.replaceAll(/<([A-Za-z]+)><\/\1>/g, '')
  }
  expect(tags).toBe('')
})

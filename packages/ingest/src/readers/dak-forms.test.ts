import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

// From Skatteverket's numbers for testing, told apart by the year of birth.
const PARTICIPANTS = ['198001012386', '199001012385', '200904122385']
const LEADER = '200801022394'

/** What truly happened: a session starts at a minute of its day and lasts for some. */
const session = fc.record({
  kod: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`),
  start: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 1, max: 1440 }),
  marks: fc.array(fc.constantFrom(true, false, null), { minLength: 3, maxLength: 3 }),
  isLed: fc.boolean(),
})
const world = fc.uniqueArray(session, { selector: ({ day }) => day, minLength: 1, maxLength: 4 })
type Session = typeof session extends fc.Arbitrary<infer T> ? T : never

/** How a system writes it. */
const form = fc.record({
  prefix: fc.constantFrom('', '', 'dak:', 'ns0:'),
  namespace: fc.constantFrom(
    '',
    'http://sverigesforeningssystem.se/importSchema.xsd',
    'http://www.example.org/annat',
  ),
  version: fc.constantFrom('2.1', '2.2'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'iso-8859-1', 'windows-1252'),
  newline: fc.constantFrom('\n', '\r\n', ''),
  quote: fc.constantFrom('"', "'"),
  attributesReversed: fc.boolean(),
  time: fc.constantFrom('', ':00', ':00.0000000', ':00+01:00', ':00.000+02:00'),
  isDatedTime: fc.boolean(),
  statesStopDate: fc.boolean(),
  presence: fc.constantFrom(
    ['true', 'false'] as const,
    ['1', '0'] as const,
    ['true', ''] as const,
    ['True', 'False'] as const,
  ),
  emptyList: fc.constantFrom('self-closed', 'open', 'absent'),
  hasMore: fc.boolean(),
  isRegisterFirst: fc.boolean(),
  before: fc.constantFrom('', '\n', '\r\n  '),
  activity: fc.constantFrom('Mötesplats', 'M&#246;tesplats', '<![CDATA[Mötesplats]]>'),
})
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never

const clock = (minute: number) =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

function written(sessions: readonly Session[], as: Form): Uint8Array {
  const { quote, newline, version } = as
  const element = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...inside: readonly string[]
  ) => {
    const given = Object.entries(attributes).map(([key, value]) => ` ${key}=${quote}${value}${quote}`)
    const head = `${as.prefix}${name}${(as.attributesReversed ? given.toReversed() : given).join('')}`
    return `<${head}>${inside.join(newline)}</${as.prefix}${name}>`
  }
  const more = (name: string) => (as.hasMore ? [element(name, { nyhet: '1' }, 'Något annat')] : [])
  const list = (name: string, people: readonly string[]) => {
    if (people.length > 0 || as.emptyList === 'open') return [element(name, {}, ...people)]
    return as.emptyList === 'absent' ? [] : [`<${as.prefix}${name}/>`]
  }
  const mark = (name: string, id: string, isPresent: boolean) => {
    const presence = as.presence[isPresent ? 0 : 1]
    const said = presence === '' ? [] : [element('Naervarande', {}, presence)]
    return element(name, { id, ...(as.hasMore ? { ordning: '7' } : {}) }, ...more('Kommentar'), ...said)
  }
  const meeting = ({ kod, day, start, minutes, marks, isLed }: Session) => {
    const stopDay = start + minutes < 1440 ? day : dayAfter(day)
    const time = (on: string, minute: number) => `${as.isDatedTime ? `${on}T` : ''}${clock(minute)}${as.time}`
    const present = marks.flatMap((isPresent, at) =>
      isPresent === null ? [] : [mark('Deltagare', `p${at}`, isPresent)],
    )
    return element(
      'Sammankomst',
      { Datum: day, kod },
      element('StartTid', {}, time(day, start)),
      element('StoppTid', {}, time(stopDay, start + minutes)),
      ...(as.statesStopDate ? [element('StoppDatum', {}, stopDay)] : []),
      element('Aktivitet', {}, as.activity),
      ...more('Vaeder'),
      element('Metod', {}, 'Add'),
      ...list('DeltagarLista', present),
      ...list('LedarLista', isLed ? [mark('Ledare', 'l0', true)] : []),
    )
  }
  const person = (name: string, id: string, number: string) =>
    element(
      name,
      { id },
      element('Foernamn', {}, 'Åsa'),
      element('Personnummer', {}, number),
      ...more('Epost'),
    )
  const registers = [
    element(
      'DeltagarRegister',
      {},
      ...PARTICIPANTS.map((number, at) => person('Deltagare', `p${at}`, number)),
    ),
    element('LedarRegister', {}, person('Ledare', 'l0', LEADER)),
  ]
  const cards = element(
    'Kommun',
    { kommunID: '163', version },
    element(
      'Foerening',
      { foereningsID: '77', organisationsnummer: '802002-4512' },
      element(
        'Naervarokort',
        { NaervarokortNummer: '1' },
        element('Sammankomster', {}, ...sessions.map(meeting)),
      ),
    ),
  )
  // A prefix that is declared nowhere is no XML with namespaces, but is seen all the same.
  const declared =
    as.namespace === '' ? {} : { [`xmlns${as.prefix && `:${as.prefix.slice(0, -1)}`}`]: as.namespace }
  const inside = as.isRegisterFirst ? [...registers, cards] : [cards, ...registers]
  const name = as.encoding.replace(/(?:le|be| with mark)$/, '')
  const xml = [`<?xml version="1.0" encoding="${name}"?>`, element('Aktivitetskort', declared, ...inside)]
  const addBOM = as.encoding === 'utf-8 with mark' || name === 'utf-16'
  return iconv.encode(as.before + xml.join(newline), as.encoding.replace(' with mark', ''), { addBOM })
}

/** Every mark, as the dataset has it. */
function expected(sessions: readonly Session[]) {
  const repeated = (kod: string) => sessions.filter((each) => each.kod === kod).length > 1
  return sessions.flatMap(({ kod, day, start, minutes, marks, isLed }) => {
    const when = {
      activity: 'motesplats',
      date: day,
      session: `77 1 ${kod}${repeated(kod) ? ` ${day}` : ''}`,
      start_time: `${clock(start)}:00`,
      end_time: `${clock(start + minutes)}:00`,
      minutes,
    }
    const participants = marks.flatMap((isPresent, at) =>
      isPresent === null
        ? []
        : [
            {
              ...when,
              role: 'participant',
              attendance: isPresent ? 'present' : 'absent',
              born: bornIn(PARTICIPANTS[at]),
            },
          ],
    )
    const leader = { ...when, role: 'leader', attendance: 'present', born: bornIn(LEADER) }
    return [...participants, ...(isLed ? [leader] : [])]
  })
}

const bornIn = (number = '') => Number(number.slice(0, 4))
const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

test('however a system writes it, a DAK file gives the same sessions and marks', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(world, form, async (sessions, as) => {
      count += 1
      const agreement = trialAgreement({ attendance: {} }, { id: `avtal-${count}` })
      const receipt = await trial.deliver(agreement, 'attendance/kort.xml', written(sessions, as))
      const rows = expected(sessions)
      expect(receipt.rows).toMatchObject({ read: rows.length, new: rows.length })
      const held =
        await trial.rows(`select activity, date, session, start_time, end_time, minutes, role, attendance,
        person.birth_year as born from attendance join person using (person) where agreement = '${agreement.id}'`)
      expect(inOrder(held)).toEqual(inOrder(rows))
    }),
    { numRuns: 10 },
  )
})

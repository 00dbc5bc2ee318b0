import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

// From Skatteverket's published numbers for testing: never given to anyone.
const ADA = '189001019802'
const BO = '189001029819'
const LED = '189001039800'

let trial: Trial
let count = 0
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const person = (element: string, id: string, present: boolean | null = true) =>
  `<${element} id="${id}"><Handikapp>true</Handikapp>${present === null ? '' : `<Naervarande>${present}</Naervarande>`}</${element}>`

interface Meeting {
  readonly kod?: string
  readonly date?: string
  readonly method?: string
  readonly start?: string
  readonly stop?: string
  readonly stopDate?: string
  readonly activity?: string
  readonly marks?: string
  readonly leaders?: string
}

function meeting({ kod = 'abc', date = '2025-03-03', ...rest }: Meeting): string {
  const { start = '18:30:00', stop = '20:00:00', stopDate, activity = 'Kurs', method = 'Add' } = rest
  const { marks = person('Deltagare', 'p1') + person('Deltagare', 'p2'), leaders = '' } = rest
  return `<Sammankomst Datum="${date}" kod="${kod}">
    <StartTid>${start}</StartTid><StoppTid>${stop}</StoppTid>
    ${stopDate ? `<StoppDatum>${stopDate}</StoppDatum>` : ''}
    <Aktivitet>${activity}</Aktivitet><Lokal>Salen</Lokal><Typ>Moete</Typ><Metod>${method}</Metod>
    <DeltagarLista>
      ${marks}
    </DeltagarLista>
    <LedarLista>${leaders}</LedarLista>
  </Sammankomst>`
}

const registers = `<DeltagarRegister>
    <Deltagare id="p1"><Foernamn>Ada</Foernamn><Efternamn>Almqvist</Efternamn><Personnummer>${ADA}</Personnummer></Deltagare>
    <Deltagare id="p2"><Foernamn>Bo</Foernamn><Efternamn>Almqvist</Efternamn><Personnummer>${BO}</Personnummer></Deltagare>
  </DeltagarRegister>
  <LedarRegister>
    <Ledare id="l1"><Foernamn>Cai</Foernamn><Efternamn>Almqvist</Efternamn><Personnummer>${LED}</Personnummer></Ledare>
  </LedarRegister>`
const NAMESPACE = 'http://sverigesforeningssystem.se/importSchema.xsd'

interface Card {
  readonly association?: string
  readonly card?: string
  readonly activity?: string
}

const dak = (meetings: string, { association = '77', card = '1', activity = 'Kurs' }: Card = {}) =>
  `<?xml version="1.0"?>
<Aktivitetskort xmlns="${NAMESPACE}">
  <Kommun kommunID="163" version="2.2"><Foerening foereningsID="${association}">
    <Naervarokort NaervarokortNummer="${card}"><Aktivitet>${activity}</Aktivitet><Lokal>Salen</Lokal>
      <Sammankomster>${meetings}</Sammankomster>
    </Naervarokort>
  </Foerening></Kommun>
  ${registers}
</Aktivitetskort>`

/** An agreement that nobody else's rows belong to. */
function freshAgreement(source = {}) {
  count += 1
  return trialAgreement(
    { attendance: { codes: { activity: { Fotboll: 'kurs' } }, ...source } },
    { id: `avtal-${count}` },
  )
}

const deliver = (
  agreement: ReturnType<typeof freshAgreement>,
  xml: string | Uint8Array,
  path = 'narvaro.xml',
) => trial.deliver(agreement, `attendance/${path}`, xml, { accept: true })

const held = ({ id }: { id: string }, columns = 'date::varchar as date, session, role, attendance') =>
  trial.rows(`select ${columns} from attendance where agreement = '${id}' order by date, session, line`)

const rulesOf = (receipt: { faults: readonly { rule: string }[] }) => receipt.faults.map(({ rule }) => rule)

describe('a DAK file', () => {
  it('becomes one row for each mark, and the receipt has its counts and its form', async () => {
    const agreement = freshAgreement()
    const marks = person('Deltagare', 'p1') + person('Deltagare', 'p2', false)
    const receipt = await deliver(agreement, dak(meeting({ marks, leaders: person('Ledare', 'l1') })))
    expect(receipt).toMatchObject({ verdict: 'approved', format: 'dak 2.2 utf-8', dataset: 'attendance' })
    expect(receipt.notes.map(({ sentence }) => sentence.sv)).toEqual([
      'Sammankomster: 1.',
      'Deltagartillfällen: 1.',
      'Ledartillfällen: 1.',
      `Namnrymd: ${NAMESPACE}. Version: 2.2.`,
    ])
    expect(
      await held(agreement, 'activity, session, role, attendance, start_time, end_time, minutes'),
    ).toEqual(
      [
        ['participant', 'present'],
        ['participant', 'absent'],
        ['leader', 'present'],
      ].map(([role, attendance]) => ({
        activity: 'kurs',
        session: '77 1 abc',
        role,
        attendance,
        start_time: '18:30:00',
        end_time: '20:00:00',
        minutes: 90,
      })),
    )
    const people = await trial.rows(
      `select count(distinct person)::integer as people from attendance where agreement = '${agreement.id}'`,
    )
    expect(people).toEqual([{ people: 3 }])
  })

  it('names a person as a CSV file with the same number does', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({ marks: person('Deltagare', 'p1') })))
    const csv = `datum;aktivitet;deltagare\n2025-03-04;kurs;${ADA}\n`
    await deliver(agreement, csv, 'narvaro.csv')
    const [people] = await trial.rows(
      `select count(*)::integer as rows, count(distinct person)::integer as people from attendance
       where agreement = '${agreement.id}'`,
    )
    expect(people).toEqual({ rows: 2, people: 1 })
  })

  it.each([
    ['UTF-16, little end first', (xml: string) => iconv.encode(xml, 'utf-16le', { addBOM: true })],
    ['UTF-16, big end first', (xml: string) => iconv.encode(xml, 'utf-16be', { addBOM: true })],
    ['UTF-8 with a mark', (xml: string) => iconv.encode(xml, 'utf-8', { addBOM: true })],
    ['windows-1252', (xml: string) => iconv.encode(xml, 'windows-1252')],
    [
      'prefixes',
      (xml: string) =>
        Buffer.from(xml.replaceAll(/<(\/?)(\w)/g, '<$1dak:$2').replace('xmlns=', 'xmlns:dak=')),
    ],
    ['no namespace', (xml: string) => Buffer.from(xml.replace(/ xmlns="[^"]*"/, ''))],
    ['a comment first', (xml: string) => Buffer.from(xml.replace('?>', '?>\n<!-- <Annat> -->'))],
    ['no line breaks', (xml: string) => Buffer.from(xml.replaceAll(/\n\s*/g, ''))],
  ])('is read alike in %s', async (_, encode) => {
    const agreement = freshAgreement()
    const xml = dak(meeting({ activity: 'Mötesplats' }))
    const receipt = await deliver(agreement, encode(xml))
    expect(receipt).toMatchObject({ verdict: 'approved', rows: { read: 2, new: 2 } })
    expect(await held(agreement, 'distinct activity, date, session, 0 as line')).toMatchObject([
      { activity: 'motesplats', session: '77 1 abc' },
    ])
  })

  it.each([
    [{ start: '22:00:00', stop: '01:30:00' }, '22:00:00', '01:30:00', 210],
    [{ stopDate: '2025-03-04', start: '22:00', stop: '01:30' }, '22:00:00', '01:30:00', 210],
    [{ stopDate: '2025-03-03' }, '18:30:00', '20:00:00', 90],
    [{ start: '18:30:00+01:00', stop: '20:00:00.0000000+01:00' }, '18:30:00', '20:00:00', 90],
    [{ start: '17:30:00Z', stop: '19:00:00Z' }, '18:30:00', '20:00:00', 90],
    [{ date: '2025-07-01', start: '18:30:00+01:00', stop: '20:00:00+02:00' }, '18:30:00', '20:00:00', 90],
    [{ date: '2025-07-01', start: '16:30:00Z', stop: '18:00:00Z' }, '18:30:00', '20:00:00', 90],
    [{ stopDate: '2025-03-05' }, '18:30:00', null, 1440],
  ])('with the times %o', async (times, start_time, end_time, minutes) => {
    const agreement = freshAgreement()
    const receipt = await deliver(agreement, dak(meeting({ ...times, marks: person('Deltagare', 'p1') })))
    expect(await held(agreement, 'start_time, end_time, minutes')).toEqual([
      { start_time, end_time, minutes },
    ])
    expect(rulesOf(receipt).includes('dak_many_days')).toBe(end_time === null)
  })

  it('that ends before it starts, by its own dates, is held back', async () => {
    const receipt = await deliver(
      freshAgreement(),
      dak(meeting({ start: '20:00', stop: '18:00', stopDate: '2025-03-03' })),
    )
    expect(receipt).toMatchObject({ rows: { quarantined: 2 } })
    expect(rulesOf(receipt)).toContain('minutes_out_of_range')
  })

  it.each([
    ['Fotboll', 'Annat', 'kurs'],
    ['Träning', 'Mötesplats', 'motesplats'],
    ['', 'Fotboll', 'kurs'],
    ['kurs', 'Mötesplats', 'kurs'],
  ])('takes the activity of a session (%s) on a card (%s)', async (activity, card, expected) => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({ activity }), { activity: card }))
    expect(await held(agreement, 'distinct activity, date, session, 0 as line')).toMatchObject([
      { activity: expected },
    ])
  })

  it('tells sessions with one code apart by date, and points them out', async () => {
    const agreement = freshAgreement()
    const receipt = await deliver(agreement, dak(meeting({}) + meeting({ date: '2025-03-10' })))
    expect(receipt).toMatchObject({ rows: { new: 4 }, verdict: 'approved_with_remarks' })
    expect(receipt.faults).toMatchObject([{ rule: 'dak_repeated_code', count: 1 }])
    expect(await held(agreement, 'distinct session, date::varchar as date, 0 as line')).toMatchObject([
      { session: '77 1 abc 2025-03-03' },
      { session: '77 1 abc 2025-03-10' },
    ])
  })

  it('keeps the same card and code of two associations apart', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({}), { association: '1' }))
    await deliver(agreement, dak(meeting({}), { association: '2' }))
    expect(await held(agreement)).toHaveLength(4)
  })

  it('holds back a person that no register has, and one whose id is of two persons', async () => {
    const two = `<DeltagarRegister><Deltagare id="p2"><Personnummer>${LED}</Personnummer></Deltagare>`
    const marks = ['p1', 'p2', 'l1'].map((id) => person('Deltagare', id)).join('\n')
    const xml = dak(meeting({ marks })).replace('<DeltagarRegister>', two)
    const receipt = await deliver(freshAgreement(), xml)
    expect(receipt).toMatchObject({ rows: { read: 3, new: 1, quarantined: 2 } })
    expect(receipt.faults).toMatchObject([{ rule: 'dak_not_registered', count: 2 }])
  })

  it('leaves no name, number or mark of health behind', async () => {
    const agreement = freshAgreement()
    const kod = ADA
    const receipt = await deliver(
      agreement,
      dak(meeting({ kod }) + meeting({ kod, date: '2025-03-04', activity: 'x' })),
    )
    const tables = ['attendance', 'quarantine', 'person', 'delivery', 'delivery_fault']
    const kept = await Promise.all(tables.map((table) => trial.rows(`from ${table}`)))
    const everything = JSON.stringify([receipt, kept])
    expect(everything).toContain('•••')
    for (const secret of [ADA, BO, 'Almqvist', 'andikapp']) expect(everything).not.toContain(secret)
  })
})

describe('a message', () => {
  it('that adds a session replaces what was sent of it, and leaves other sessions', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({}) + meeting({ kod: 'def' })))
    const again = await deliver(agreement, dak(meeting({ marks: person('Deltagare', 'p1', false) })))
    expect(again.rows).toMatchObject({ new: 0, changed: 1, removed: 1 })
    expect(await held(agreement, 'session, attendance, date')).toMatchObject([
      { session: '77 1 abc', attendance: 'absent' },
      { session: '77 1 def' },
      { session: '77 1 def' },
    ])
  })

  it('that adds a session on another day moves it', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({})))
    const moved = await deliver(agreement, dak(meeting({ date: '2025-03-05' })))
    expect(moved.rows).toMatchObject({ new: 2, removed: 2 })
    expect(await held(agreement, 'distinct date::varchar as date, session, 0 as line')).toMatchObject([
      { date: '2025-03-05' },
    ])
  })

  it('adds one day of a code that was of several, and leaves the others', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({}) + meeting({ date: '2025-03-10' })))
    await deliver(agreement, dak(meeting({ marks: person('Deltagare', 'p1') })))
    expect(await held(agreement, 'date::varchar as date, session')).toMatchObject([
      { date: '2025-03-03' },
      { date: '2025-03-10' },
      { date: '2025-03-10' },
    ])
  })

  it('that updates a session changes the marks that it names only', async () => {
    const agreement = freshAgreement({ replaces: 'period' })
    await deliver(agreement, dak(meeting({}) + meeting({ kod: 'def' })))
    const method = 'Update'
    const update = await deliver(agreement, dak(meeting({ method, marks: person('Deltagare', 'p2', false) })))
    expect(update).toMatchObject({ scope: { replaces: 'rows' }, rows: { changed: 1, removed: 0 } })
    expect(await held(agreement, 'session, attendance, date')).toMatchObject([
      { session: '77 1 abc', attendance: 'present' },
      { session: '77 1 abc', attendance: 'absent' },
      { session: '77 1 def' },
      { session: '77 1 def' },
    ])
  })

  it.each(['abc', ADA])('that removes the session %s deletes it, once', async (kod) => {
    const agreement = freshAgreement({ replaces: 'period' })
    await deliver(agreement, dak(meeting({ kod }) + meeting({ kod: 'def' })))
    const removal = dak(meeting({ kod, method: 'Remove' }))
    const receipt = await deliver(agreement, removal)
    expect(receipt).toMatchObject({ rows: { read: 0, removed: 2 } })
    expect(receipt.notes[0]?.sentence.sv).toBe('Sammankomster: 0.')
    expect(await held(agreement, 'session, date')).toMatchObject([
      { session: '77 1 def' },
      { session: '77 1 def' },
    ])
    expect((await deliver(agreement, removal)).rows).toMatchObject({ removed: 0 })
  })

  it('that comes again later in the file gives way to it', async () => {
    const agreement = freshAgreement()
    const marks = person('Deltagare', 'p1')
    const receipt = await deliver(
      agreement,
      dak(
        meeting({}) +
          meeting({ marks }) +
          meeting({ method: 'Update', marks: person('Deltagare', 'p1', false) }),
      ),
    )
    expect(rulesOf(receipt)).toContain('dak_told_again')
    expect(await held(agreement)).toMatchObject([{ attendance: 'absent' }])
  })

  it('of a method that nobody knows is held back, and what was sent before stays', async () => {
    const agreement = freshAgreement()
    await deliver(agreement, dak(meeting({})))
    const receipt = await deliver(agreement, dak(meeting({ method: 'Ersätt' })))
    expect(receipt).toMatchObject({ rows: { quarantined: 2, removed: 0 } })
    expect(rulesOf(receipt)).toEqual(['dak_unknown_method'])
    expect(await held(agreement)).toHaveLength(2)
  })
})

describe('a DAK file that is not loaded', () => {
  const whole = dak(meeting({}))
  const doctype = (inside: string) => whole.replace('?>', `?>\n<!DOCTYPE Aktivitetskort ${inside}>`)
  it.each([
    ['cut off', whole.slice(0, whole.indexOf('<LedarRegister>') + 20), 'dak_cut_off'],
    ['cut off within a tag', whole.slice(0, -5), 'dak_cut_off'],
    ['with tags that cross', whole.replace('</Naervarokort>', '</Foerening>'), 'dak_malformed'],
    ['with an entity of its own', whole.replace('Salen', '&sal;'), 'dak_malformed'],
    ['with a lone ampersand', whole.replace('Salen', 'Sal & scen'), 'dak_malformed'],
    ['with a NUL', whole.replace('Salen', 'Sa\0len'), 'dak_malformed'],
    ['of elements without end', `<Aktivitetskort>${'<a>'.repeat(1000)}`, 'dak_malformed'],
    ['of one endless text', whole.replace('Salen', 'x'.repeat(40_000_000)), 'dak_malformed'],
    ['with entities that grow', doctype('[<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]'), 'dak_doctype'],
    ['with an entity elsewhere', doctype('[<!ENTITY a SYSTEM "file:///etc/hostname">]'), 'dak_doctype'],
    ['with a definition elsewhere', doctype('SYSTEM "http://localhost/dak.dtd"'), 'dak_doctype'],
    ['without sessions', dak(''), 'dak_without_sessions'],
  ])('%s is stopped with that sentence', async (_, xml, rule) => {
    const agreement = freshAgreement()
    const receipt = await deliver(agreement, xml)
    expect(receipt).toMatchObject({ verdict: 'rejected', faults: [{ rule, severity: 'stop' }] })
    expect(await held(agreement)).toEqual([])
  })
})

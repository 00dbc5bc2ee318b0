import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

/** The day of a trial, and how many made-up people there are. */
const TODAY = '2026-11-21'
const PEOPLE = 5_000

interface Person {
  /** What a reader must make of every way of writing; null where it is nobody. */
  readonly known: { readonly kind: string; readonly check_digit_ok: boolean | null } | null
  /** Birth number and check digit, or what stands in their place. */
  readonly lastFour: string
  /** `1981-12-18` */
  readonly born: string
  readonly isCoordinated: boolean
}

// Skatteverket, SKV 704 and SKV 707: six or eight figures of the birth date, a birth number of three figures that is odd
// for men, and a check figure by modulus 10. A coordination number has 60 added to the day. From the year in which
// the person turns 100, `+` stands for the hyphen.
const birthNumber = fc.integer({ min: 1, max: 999 }).map((number) => String(number).padStart(3, '0'))
const born = fc
  .integer({ min: Date.parse('1890-01-01') / 86_400_000, max: Date.parse(TODAY) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

const numbered = fc
  .record({ born, birthNumber, isCoordinated: fc.boolean(), slip: fc.constantFrom(0, 0, 0, 1, 5, 9) })
  .map(({ slip, ...number }): Person => {
    const digits = tenFrom(number.born, number.isCoordinated, number.birthNumber)
    const check = (modulus10(digits) + slip) % 10
    const kind = number.isCoordinated ? 'coordination' : 'personal'
    return {
      ...number,
      lastFour: `${number.birthNumber}${check}`,
      known: { kind, check_digit_ok: slip === 0 },
    }
  })
const interim = fc
  .record({ born, letter: fc.constantFrom(...'TRSUWXJKLMN'), birthNumber })
  .map(({ letter, ...number }): Person => ({
    born: number.born,
    isCoordinated: false,
    lastFour: `${letter}${number.birthNumber}`,
    known: { kind: 'interim', check_digit_ok: null },
  }))
const nobody = fc
  .record({ born, lastFour: fc.constantFrom('', '0000', 'XXXX') })
  .map((date): Person => ({ ...date, isCoordinated: false, known: null }))
const person = fc.oneof({ weight: 6, arbitrary: numbered }, interim, nobody)

function tenFrom(day: string, isCoordinated: boolean, rest: string): string {
  return `${daysOf({ born: day, isCoordinated }).slice(2)}${rest}`
}

/** The sum of the figures of the products with 2, 1, 2, 1 …, and what it lacks to whole tens. */
function modulus10(nine: string): number {
  const figures = [...nine].flatMap((digit, at) => [...String(Number(digit) * (at % 2 === 0 ? 2 : 1))])
  return (10 - (figures.reduce((sum, figure) => sum + Number(figure), 0) % 10)) % 10
}

function daysOf({ born: day, isCoordinated }: Pick<Person, 'born' | 'isCoordinated'>): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}${month}${String(Number(date) + (isCoordinated ? 60 : 0)).padStart(2, '0')}`
}

/** Every way in which senders write one person. Ten figures without `+` are not of one who has turned 100. */
function spellings(one: Person): string[] {
  const days = daysOf(one)
  const { lastFour } = one
  if (lastFour === '') return hasTurned100(one) ? [days, one.born] : [days, one.born, days.slice(2)]
  const long = ['', '-', ' ', '\u2013'].map((between) => `${days}${between}${lastFour}`)
  const short = (between: string) => `${days.slice(2)}${between}${lastFour}`
  if (hasTurned100(one)) return [...long, `${days}+${lastFour}`, short('+'), ` ${short('+')} `]
  return [...long, ...['', '-', ' ', '\u2212'].map(short), short('-').toLowerCase()]
}

function hasTurned100({ born: day }: Person): boolean {
  return Number(TODAY.slice(0, 4)) - Number(day.slice(0, 4)) >= 100
}

const normalForm = (one: Person) => `${daysOf(one)}${one.lastFour}`

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const Told = z.object({
  session: z.string(),
  person: z.string().nullable(),
  birth_year: z.int().nullable(),
  kind: z.string().nullable(),
  check_digit_ok: z.boolean().nullable(),
  gender: z.string().nullable(),
})

test('tens of thousands of numbers are known for what they are, and one person in every way of writing', async () => {
  const people = fc.sample(person, { numRuns: PEOPLE, seed: 3 })
  const written = people.flatMap((one) => spellings(one).map((spelling) => ({ one, spelling })))
  expect(written.length).toBeGreaterThan(30_000)
  const lines = written.map(({ spelling }, row) => `2025-03-03;kurs;${spelling};rad ${row}\n`)
  const agreement = trialAgreement({ attendance: {} })
  const csv = `datum;aktivitet;deltagare;pass\n${lines.join('')}`
  const receipt = await trial.deliver(agreement, 'attendance/nummer.csv', csv)
  expect(receipt.rows).toMatchObject({ read: written.length, new: written.length, quarantined: 0 })

  const told = new Map(
    z
      .array(Told)
      .parse(
        await trial.rows(`select session, person, coalesce(attendance.birth_year, person.birth_year) as birth_year, kind, check_digit_ok, person.gender
          from attendance left join person using (person)`),
      )
      .map((row) => [row.session, row]),
  )
  const key = readFileSync(trial.home.key)
  const wrong = written.flatMap(({ one, spelling }, row) => {
    const session = `rad ${row}`
    const expected = { session, birth_year: Number(one.born.slice(0, 4)), ...expectedOf(one, key) }
    const is = told.get(session)
    return JSON.stringify(sorted(is)) === JSON.stringify(sorted(expected)) ? [] : [{ spelling, expected, is }]
  })
  expect(wrong.slice(0, 5)).toEqual([])
})

/** Pseudonyms are made of the normal form: were it another, so would they be. */
function expectedOf(one: Person, key: Uint8Array) {
  if (one.known === null) return { person: null, kind: null, check_digit_ok: null, gender: null }
  const mac = createHmac('sha256', key)
    .update(`0163\u001f${normalForm(one)}`)
    .digest('hex')
  const pseudonym = mac.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const isMan = Number(one.lastFour[2]) % 2 === 1
  const gender = one.known.kind === 'interim' ? null : isMan ? 'man' : 'woman'
  return { person: pseudonym, ...one.known, gender }
}

const sorted = (row: object | undefined) => Object.entries(row ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * An agreement of three thousand people, each made by arithmetic from a number, so that what is true of them is known
 * without any code of the packages and without the generator of the sample.
 */
const LARGE = 'storby-storforeningen'
export const AS_OF = '2024-12-31'
export const FIRST = '2023-03-01'
const PEOPLE = 3000

const GENDERS = ['woman', 'woman', 'woman', 'woman', 'woman', 'man', 'man', 'man', 'man', 'other'] as const
const DISTRICTS = ['Norr', 'Söder', 'Väster'] as const
const REASONS = ['work', 'studies', 'completed', 'moved', 'dropped_out', 'unknown'] as const
const AT_START = ['unemployed', 'neither', 'studies', 'unknown'] as const
const LATER = ['work', 'studies', 'unemployed', 'unknown', 'work_and_studies'] as const

export interface Stay {
  readonly start: string
  /** Null: still open on the last day. */
  readonly end: string | null
  readonly reason: string
  readonly occupation: string
}

export interface Person {
  readonly id: string
  readonly gender: string
  readonly birthYear: number
  readonly district: string
  readonly visits: readonly { readonly date: string; readonly activity: string; readonly time: string }[]
  readonly stays: readonly Stay[]
  readonly statuses: readonly { readonly date: string; readonly value: string }[]
  readonly answers: readonly { readonly date: string; readonly stage: string; readonly total: number }[]
  /** In an association other than the partner. */
  readonly member: { readonly from: string; readonly until: string } | null
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day so many months later, or the last of a month that is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const of = <T>(list: readonly [T, ...T[]], at: number): T => list[at % list.length] ?? list[0]

function personOf(n: number): Person {
  const came = addDays(FIRST, (n * 7) % 600)
  const visits = Array.from({ length: 1 + (n % 5) }, (_, at) => ({
    date: addDays(came, 9 * at),
    activity: (n + at) % 3 === 0 ? 'kurs' : 'hus',
    time: '17:00',
  }))
  const twice = n % 4 === 1 ? visits.map((visit) => ({ ...visit, time: '19:00' })) : []
  const left = addDays(came, 60 + (n % 11) * 20)
  const hasLeft = n % 4 !== 0 && left <= AS_OF
  const occupation = of(AT_START, Math.floor(n / 4))
  const stay: Stay = { start: came, end: hasLeft ? left : null, reason: of(REASONS, n), occupation }
  const again: Stay = { start: addDays(left, 30), end: null, reason: '', occupation: 'studies' }
  const asked = (months: number) => ({
    date: addDays(addMonths(left, months), (n % 81) - 40),
    value: of(LATER, n + months),
  })
  const start = 15 + (n % 15)
  return {
    id: `S${String(n).padStart(5, '0')}`,
    gender: of(GENDERS, n),
    birthYear: 1995 + (n % 20),
    district: of(DISTRICTS, n),
    visits: [...visits, ...twice].filter(({ date }) => date <= AS_OF),
    stays: [stay, ...(hasLeft && n % 13 === 0 && again.start <= AS_OF ? [again] : [])],
    statuses: (hasLeft && n % 3 !== 0 ? [3, 6].map(asked) : []).filter(({ date }) => date <= AS_OF),
    answers: (n % 7 === 0
      ? [
          { date: came, stage: 'start', total: start },
          { date: addDays(came, 80), stage: 'end', total: start - 2 + (n % 9) },
        ]
      : []
    ).filter(({ date }) => date <= AS_OF),
    member:
      n % 5 === 0 ? { from: addDays(came, -100), until: n % 15 === 0 ? addDays(came, 20) : AS_OF } : null,
  }
}

export const people: readonly Person[] = Array.from({ length: PEOPLE }, (_, n) => personOf(n))

/** Those who were counted at the door, every Monday. */
export const heads = Array.from({ length: 95 }, (_, week) => ({
  date: addDays('2023-03-06', 7 * week),
  count: 10 + (week % 7),
}))

/** Every month from April 2023: paid by the municipality, and spent on each activity and on what they share; öre. */
export const money = Array.from({ length: 21 }, (_, month) => ({
  date: addMonths('2023-04-10', month),
  paid: 12_500_010,
  spent: { hus: 800_000 + month * 1_001, kurs: 300_000 + month * 777, '': 100_001 + month },
}))
/** What is shared is divided 3 : 1. */
export const SHARES = { hus: 3, kurs: 1 }

export const AGREEMENT = `id: ${LARGE}
title: Storhuset
municipality: { code: "9999", name: Storby kommun }
association: { name: Storföreningen }
period: { start: ${FIRST}, end: 2026-02-28 }
activities:
  - { id: hus, name: Öppet hus, counting_rule: once_per_day }
  - { id: kurs, name: Kurs, kind: course, counting_rule: every_visit }
  - { id: fika, name: Fika, identification: anonymous, counting_rule: every_visit }
costs: { shared: { basis: fixed, shares: { hus: ${SHARES.hus}, kurs: ${SHARES.kurs} } } }
sources:
  - { id: a, sender: S, dataset: attendance, files: a.csv }
  - { id: b, sender: S, dataset: participants, files: b.csv }
  - { id: c, sender: S, dataset: engagements, files: c.csv }
  - { id: d, sender: S, dataset: statuses, files: d.csv }
  - { id: e, sender: S, dataset: surveys, files: e.csv }
  - { id: f, sender: S, dataset: memberships, files: f.csv }
  - { id: g, sender: S, dataset: headcount, files: g.csv }
  - { id: h, sender: S, dataset: funding, files: h.csv }
  - { id: i, sender: S, dataset: costs, files: i.csv }
`

const kronor = (ore: number) => (ore / 100).toFixed(2)

const each = (row: (person: Person) => readonly string[]) => people.flatMap(row)

/** The deliveries, by file: each with its header. */
function files(): Record<string, readonly string[]> {
  return {
    'a.csv': [
      'date,activity,participant,start_time,minutes',
      ...each(({ id, visits }) =>
        visits.map(({ date, activity, time }) => `${date},${activity},${id},${time},60`),
      ),
    ],
    'b.csv': [
      'participant,birth_year,gender,district',
      ...each(({ id, birthYear, gender, district }) => [`${id},${birthYear},${gender},${district}`]),
    ],
    'c.csv': [
      'participant,start_date,end_date,end_reason,occupation_at_start',
      ...each(({ id, stays }) =>
        stays.map(
          ({ start, end, reason, occupation }) =>
            `${id},${start},${end ?? ''},${end === null ? '' : reason},${occupation}`,
        ),
      ),
    ],
    'd.csv': [
      'participant,date,domain,value',
      ...each(({ id, statuses }) => statuses.map(({ date, value }) => `${id},${date},occupation,${value}`)),
    ],
    'e.csv': [
      'participant,date,stage,total',
      ...each(({ id, answers }) =>
        answers.map(({ date, stage, total }) => `${id},${date},${stage},${total}`),
      ),
    ],
    'f.csv': [
      'participant,association,start_date,end_date',
      ...each(({ id, member }) =>
        member
          ? [`${id},Storby IK,${member.from},${member.until}`, `${id},Storföreningen,${member.from},`]
          : [],
      ),
    ],
    'g.csv': ['date,activity,count', ...heads.map(({ date, count }) => `${date},fika,${count}`)],
    'h.csv': ['date,amount,kind', ...money.map(({ date, paid }) => `${date},${kronor(paid)},payment`)],
    'i.csv': [
      'date,amount,activity',
      ...money.flatMap(({ date, spent }) =>
        Object.entries(spent).map(([activity, ore]) => `${date},${kronor(ore)},${activity}`),
      ),
    ],
  }
}

export function writeLargeAgreement(data: string): void {
  const folder = join(data, 'agreements', LARGE)
  mkdirSync(join(folder, 'deliveries'), { recursive: true })
  writeFileSync(join(folder, 'agreement.yaml'), AGREEMENT)
  for (const [name, lines] of Object.entries(files())) {
    writeFileSync(join(folder, 'deliveries', name), `${lines.join('\n')}\n`)
  }
}

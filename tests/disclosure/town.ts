import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const TOWN = 'stad'

/** Someone who comes, answers and leaves. What is empty is not told of them. */
export interface Townsman {
  readonly id: string
  readonly gender: string
  readonly born: number
  readonly district: string
  readonly visits: readonly { readonly date: string; readonly activity: string }[]
  readonly stay: {
    readonly start: string
    readonly end: string
    readonly reason: string
    readonly before: string
  }
  /** The sum of ten answers at the start and at the end. */
  readonly answers: readonly { readonly date: string; readonly stage: string; readonly total: number }[]
  /** What they did on a day after they left. */
  readonly after: readonly { readonly date: string; readonly value: string }[]
  readonly member: boolean
}

const agreementOf = ({ id, ageGroups }: Place) => `id: ${id}
title: Staden
municipality: { code: "9999", name: Provby kommun }
association: { name: Provföreningen }
period: { start: 2025-01-01, end: 2025-12-31 }
age_groups: [${ageGroups.join(', ')}]
activities:
  - { id: hus, name: Öppet hus, counting_rule: every_visit }
  - { id: kurs, name: Kurs, kind: leisure, counting_rule: every_visit }
funding: [{ year: 1, amount: 400000, source: municipality }]
goals:
  - { id: vidare, text: Fler går vidare, indicators: [{ indicator: share_to_work_or_studies, target: 0.5 }, { indicator: unique_participants, target: 30 }] }
sources:
  - { id: narvaro, sender: P, dataset: attendance, files: narvaro.csv }
  - { id: inskrivna, sender: P, dataset: engagements, files: inskrivna.csv, replaces: everything }
  - { id: uppfoljning, sender: P, dataset: statuses, files: uppfoljning.csv }
  - { id: enkat, sender: P, dataset: surveys, files: enkat.csv }
  - { id: medlemmar, sender: P, dataset: memberships, files: medlemmar.csv }
  - { id: kostnader, sender: P, dataset: costs, files: kostnader.csv }
  - { id: pengar, sender: P, dataset: funding, files: pengar.csv }
`

/** An agreement; whoever has the same id in two of them is the same person. */
export interface Place {
  readonly id: string
  /** The last age of each group but the oldest. */
  readonly ageGroups: readonly number[]
}

/** Writes the agreement and the deliveries of a town, as its association would send them. */
export function writeTown(
  data: string,
  people: readonly Townsman[],
  place: Place = { id: TOWN, ageGroups: [15, 19] },
): void {
  const folder = join(data, 'agreements', place.id)
  mkdirSync(join(folder, 'deliveries'), { recursive: true })
  writeFileSync(join(folder, 'agreement.yaml'), agreementOf(place))
  for (const [name, lines] of Object.entries(deliveriesOf(people)))
    writeFileSync(join(folder, 'deliveries', name), `${lines.join('\n')}\n`)
}

function deliveriesOf(people: readonly Townsman[]): Record<string, string[]> {
  return {
    'narvaro.csv': [
      'date;activity;minutes;participant;gender;birth_year;district',
      ...people.flatMap(({ id, gender, born, district, visits }) =>
        visits.map(({ date, activity }) => [date, activity, 60, id, gender, born, district].join(';')),
      ),
    ],
    'inskrivna.csv': [
      'participant;start_date;end_date;end_reason;occupation_at_start',
      ...people.map(({ id, stay: { start, end, reason, before } }) =>
        [id, start, end, reason, before].join(';'),
      ),
    ],
    'uppfoljning.csv': [
      'participant;date;domain;value',
      ...people.flatMap(({ id, after }) =>
        after.map(({ date, value }) => [id, date, 'occupation', value].join(';')),
      ),
    ],
    'enkat.csv': [
      'participant;date;stage;instrument;total',
      ...people.flatMap(({ id, answers }) =>
        answers.map(({ date, stage, total }) => [id, date, stage, 's-gse', total].join(';')),
      ),
    ],
    'medlemmar.csv': [
      'participant;association;start_date',
      ...people.filter(({ member }) => member).map(({ id }) => `${id};Sportklubben;2025-01-01`),
    ],
    'kostnader.csv': ['date;amount;account', '2025-03-28;100000;5010', '2025-08-31;140000;7010'],
    'pengar.csv': ['date;amount;kind', '2025-02-28;400000;payment'],
  }
}

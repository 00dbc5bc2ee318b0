import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'

export interface WorldSize {
  readonly agreements: number
  /** Over all agreements; one in twenty is in two of them. */
  readonly people: number
  /** Rows of attendance, about; participants', with a leader's for each session besides. */
  readonly visits: number
  /** Years that deliveries speak of, to the end of 2025. */
  readonly years: number
  readonly seed: number
}

const LAST_YEAR = 2025
/** Meetings that each person is bidden to: two activities a week, for two years on average, of which some are cut short. */
const BIDDEN = 165
const IN_GROUP = 12
const ACTIVITIES = 6

/**
 * Fills an empty warehouse with agreements that have every dataset: what ingest would have left, without its time.
 * @returns the id and the text of each agreement.yaml
 */
export async function fillWorld(
  connection: DuckDBConnection,
  { agreements, people, visits, years, seed }: WorldSize,
): Promise<{ readonly id: string; readonly yaml: string }[]> {
  const share = Math.min(1, visits / (people * BIDDEN))
  const firstYear = LAST_YEAR - years + 1
  const atOnce = ((people / agreements) * 2 * (2 / years)) / ACTIVITIES
  await set('agreements', String(agreements))
  await set('people', String(people))
  await set('seed', String(seed))
  await set('first_year', String(firstYear))
  await set('last_day', `date '${LAST_YEAR}-12-31'`)
  await set('share', `${share}::double`)
  await set('groups', String(Math.max(1, Math.round((atOnce * share) / IN_GROUP))))
  await run('people')
  const ids = Array.from({ length: agreements }, (_, at) => `avtal-${String(at + 1).padStart(2, '0')}`)
  for (const id of ids) {
    await set('agreement', `'${id}'`)
    await run('visits')
  }
  await run('outcomes')
  await run('money')
  return ids.map((id, at) => ({ id, yaml: agreementYaml(id, START_MONTHS[at % 3] ?? 1, firstYear, years) }))

  async function set(name: string, value: string): Promise<void> {
    await connection.run(`set variable ${name} = ${value}`)
  }
  async function run(name: string): Promise<void> {
    await connection.run(await readFile(join(import.meta.dirname, `world/${name}.sql`), 'utf8'))
  }
}

/** As in people.sql. */
const START_MONTHS = [1, 3, 9]

const SOURCES = {
  deltagare: 'participants',
  narvaro: 'attendance',
  besok: 'headcount',
  inskrivningar: 'engagements',
  uppgifter: 'statuses',
  medlemmar: 'memberships',
  enkater: 'surveys',
  pengar: 'funding',
  kostnader: 'costs',
}

function agreementYaml(id: string, month: number, firstYear: number, years: number): string {
  const start = new Date(Date.UTC(firstYear, month - 1, 1))
  const end = new Date(Date.UTC(firstYear + years, month - 1, 0))
  const sources = Object.entries(SOURCES).map(
    ([source, dataset]) =>
      `  - { id: ${source}, sender: Mätning, dataset: ${dataset}, files: '${source}/*.csv', replaces: rows }`,
  )
  const awards = Array.from(
    { length: years },
    (_, at) => `  - { year: ${at + 1}, amount: 1400000, source: municipality, kind: cash }`,
  )
  return `id: ${id}
title: Mätning ${id}
municipality: { code: '0000', name: Mätning }
association: { name: Mätning }
period: { start: ${day(start)}, end: ${day(end)} }
activities:
  - { id: motesplats, name: Mötesplats, kind: open_meeting_place, identification: mixed, counting_rule: once_per_day }
  - { id: kurs, name: Kurs, kind: course, counting_rule: every_visit }
  - { id: idrott, name: Idrott, kind: leisure, counting_rule: lok }
  - { id: dagverksamhet, name: Dagverksamhet, kind: day_centre, counting_rule: forenoon_afternoon }
  - { id: vagledning, name: Vägledning, kind: guidance, counting_rule: every_visit }
  - { id: kultur, name: Kultur, kind: leisure, counting_rule: once_per_day }
  - { id: oppet-hus, name: Öppet hus, kind: other, identification: anonymous, counting_rule: every_visit }
funding:
${awards.join('\n')}
goals:
  - id: vidare
    text: Fler går vidare till arbete eller studier
    indicators:
      - { indicator: share_to_work_or_studies, target: 0.3, period: year, decided: { body: Mätning, date: ${day(start)} } }
      - { indicator: unique_participants, target: 100, period: year, decided: { body: Mätning, date: ${day(start)} } }
costs: { accounts: ['4000-7999'], shared: { basis: hours }, volunteer_rate: 220 }
sources:
${sources.join('\n')}
`
}

const day = (date: Date) => date.toISOString().slice(0, 10)

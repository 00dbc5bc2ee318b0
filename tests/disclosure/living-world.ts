import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit, holds } from '@utfall/audit'
import type { AuditReport } from '@utfall/audit'
import { Agreement, EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { ingest } from '@utfall/ingest'
import { INDICATORS_FOLDER, publish } from '@utfall/metrics'
import { homeAt, openWarehouse } from '@utfall/warehouse'

/** What the attacker can tie together most; the others would only cost time. */
const INDICATORS = ['enrolled_participants', 'leavers', 'new_participants', 'stayers', 'unique_participants']

const AGREEMENT = Agreement.parse({
  id: 'liten',
  title: 'Liten',
  municipality: { code: '9999', name: 'Provby kommun' },
  association: { name: 'Provföreningen' },
  period: { start: '2025-01-01', end: '2025-12-31' },
  age_groups: [15, 19],
  activities: [
    { id: 'hus', name: 'Öppet hus', counting_rule: 'every_visit' },
    { id: 'kurs', name: 'Kurs', counting_rule: 'every_visit' },
  ],
  sources: [
    { id: 'narvaro', sender: 'P', dataset: 'attendance', files: 'narvaro/*.csv', replaces: 'period' },
    {
      id: 'inskrivna',
      sender: 'P',
      dataset: 'engagements',
      files: 'inskrivna/*.csv',
      replaces: 'everything',
    },
    { id: 'kostnader', sender: 'P', dataset: 'costs', files: 'kostnader.csv' },
  ],
})

export interface Visit {
  readonly person: string
  readonly gender: string
  readonly born: number
  readonly date: string
  readonly activity: string
}
export interface Stay {
  readonly person: string
  readonly start: string
  readonly end: string
  readonly reason: string
}

export interface Release {
  /** Null where disclosure control itself refused, before there was anything to attack. */
  readonly report: AuditReport | null
  readonly released: boolean
}

const refused = () =>
  new ExpectedFault('refused', { sv: 'Röjer.', en: 'It tells.' }, EXIT_STATUS.publicationRefused)

/** The whole program over a small world that goes on living: deliveries arrive, and are published as they are. */
export interface LivingWorld {
  /** The folder of all publications. */
  readonly publications: string
  /** One month of attendance, `2025-03`: all of it, anew, as its file says it. */
  readonly deliverMonth: (month: string, visits: readonly Visit[]) => Promise<void>
  readonly deliverStays: (stays: readonly Stay[], day: string) => Promise<void>
  /** Publishes unless the attacker refuses, as the command does; what it found last, and whether it was let through. */
  readonly publish: (asOf: string) => Promise<Release>
  readonly end: () => void
}

export async function startLivingWorld(): Promise<LivingWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-living-'))
  const [deliveries, indicators] = [join(folder, 'deliveries'), join(folder, 'indicators')]
  for (const id of INDICATORS)
    cpSync(join(INDICATORS_FOLDER, `${id}.sql`), join(indicators, `${id}.sql`), { recursive: true })
  const home = homeAt(join(folder, 'home'))
  const warehouse = await openWarehouse(home)
  let clock = Date.parse('2026-12-01T08:00:00Z')
  const now = () => new Date((clock += 60_000))
  const deliver = async (path: string, lines: readonly string[]) => {
    const file = join(deliveries, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `${lines.join('\n')}\n`)
    const request = { warehouse, home, agreements: [{ agreement: AGREEMENT, deliveries }], files: [file] }
    await ingest({ ...request, accept: true, dryRun: false, now: now(), progress: () => undefined })
  }
  await deliver('kostnader.csv', ['Datum;Belopp;Konto', '2025-02-28;100 000,00;5010'])
  return {
    publications: home.publications,
    deliverMonth: (month, visits) =>
      deliver(`narvaro/${month}_${readdirNames(deliveries).length}.csv`, [
        'Datum;Aktivitet;Minuter;Deltagare;Kön;Födelseår',
        ...visits.map((each) =>
          [each.date, each.activity, 60, each.person, each.gender, each.born].join(';'),
        ),
      ]),
    deliverStays: (stays, day) =>
      deliver(`inskrivna/${day}.csv`, [
        'Deltagare;Startdatum;Slutdatum;Avslutsorsak',
        ...stays.map((each) => [each.person, each.start, each.end, each.reason].join(';')),
      ]),
    publish: async (asOf) => {
      let report: AuditReport | null = null
      const inspect = async ({ folder: draft }: { folder: string }) => {
        report = await audit({ publications: home.publications, folder: draft })
        if (holds(report)) return null
        if (report.broken.length === 0) throw refused()
        return { fault: refused(), told: report.broken }
      }
      const agreements = [AGREEMENT]
      const request = { warehouse, home, agreements, asOf, now: now(), program: 'utfall test', inspect }
      const released = await publish({
        ...request,
        indicatorFolders: [indicators],
        progress: () => undefined,
      }).catch((error: unknown) => {
        if (error instanceof ExpectedFault && error.exitStatus === EXIT_STATUS.publicationRefused) return null
        throw error
      })
      return { report, released: released !== null }
    },
    end: () => {
      warehouse.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const readdirNames = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })

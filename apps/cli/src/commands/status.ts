import { existsSync, statSync } from 'node:fs'
import { queryRows, rowsAboutPeople, sqlBeside } from '@utfall/warehouse'
import type { Home } from '@utfall/warehouse'
import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import type { AgreementAt } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { STATUS } from '../messages/status.ts'
import { currentPublication, publicationManifests } from '../publications.ts'
import { isOverdue, keptUntil } from '../retention.ts'
import { inWarehouse } from '../warehouse.ts'

const SOURCES = sqlBeside(import.meta.url, '../sql/sources.sql')

const SourceStatus = z.object({
  agreement: z.string(),
  source: z.string(),
  deliveries: z.int(),
  last_received: z.string().nullable(),
  covers_to: z.string().nullable(),
  rows_read: z.int(),
  quarantined: z.int(),
})
type SourceStatus = z.infer<typeof SourceStatus>

export const status = defineCommand({
  name: 'status',
  summary: { sv: 'visar läget', en: 'show how things stand' },
  description: {
    sv: 'Visar vad varje källa har levererat, vad som väntar i karantän, vilken publikation som gäller och vilka personuppgifter som ska gallras.',
    en: 'Shows what each source has delivered, what waits in quarantine, which publication holds, and which rows about people are due to be erased.',
  },
  options: z.object({}),
  run: async ({ data, home, now }) => {
    const agreements = loadAgreements(data, knownIndicators(data))
    const { delivered, people } = await held(home)
    const sources = everySource(agreements, delivered)
    const retention = retentionOf(agreements, people, now)
    const publication = currentPublication(home) ?? null
    const document = {
      home: home.folder,
      warehouse_bytes: existsSync(home.warehouse) ? statSync(home.warehouse).size : null,
      publication,
      publications: publicationManifests(home).length,
      sources,
      retention,
    }
    return {
      document,
      status: 0,
      page: (page) => {
        page.line(page.say(STATUS.home(home.folder)))
        page.line(page.say(publication === null ? STATUS.unpublished : STATUS.published(publication)))
        page.line()
        page.table(
          STATUS.head,
          sources.map((each) => [
            each.agreement,
            each.source,
            each.deliveries,
            each.last_received,
            each.covers_to,
            each.rows_read,
            each.quarantined,
          ]),
        )
        page.line()
        page.table(
          STATUS.retentionHead,
          retention.map((each) => [
            each.agreement,
            each.rows_about_people,
            each.kept_until ?? page.say(STATUS.forEver),
            page.say(each.due ? STATUS.due : STATUS.notDue),
          ]),
        )
        if (retention.some(({ due }) => due)) page.line(page.say(STATUS.eraseDue))
      },
    }
  },
})

interface Held {
  readonly delivered: readonly SourceStatus[]
  readonly people: ReadonlyMap<string, number>
}

async function held(home: Home): Promise<Held> {
  if (!existsSync(home.warehouse)) return { delivered: [], people: new Map() }
  return inWarehouse(home, async ({ connection }) => ({
    delivered: await queryRows(connection, SourceStatus, SOURCES),
    people: await rowsAboutPeople(connection),
  }))
}

/** What is kept of people in each agreement, and until when. */
function retentionOf(agreements: readonly AgreementAt[], people: Held['people'], now: Date) {
  return agreements.map(({ agreement }) => {
    const rows = people.get(agreement.id) ?? 0
    return {
      agreement: agreement.id,
      rows_about_people: rows,
      kept_until: keptUntil(agreement),
      due: rows > 0 && isOverdue(agreement, now),
    }
  })
}

/** The sources of the agreements in their order, those included that have delivered nothing. */
function everySource(agreements: readonly AgreementAt[], delivered: readonly SourceStatus[]): SourceStatus[] {
  return agreements.flatMap(({ agreement }) =>
    agreement.sources.map(
      ({ id }) =>
        delivered.find((each) => each.agreement === agreement.id && each.source === id) ?? {
          agreement: agreement.id,
          source: id,
          deliveries: 0,
          last_received: null,
          covers_to: null,
          rows_read: 0,
          quarantined: 0,
        },
    ),
  )
}

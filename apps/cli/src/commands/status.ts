import { existsSync, statSync } from 'node:fs'
import { queryRows, sqlBeside } from '@utfall/warehouse'
import type { Home } from '@utfall/warehouse'
import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import type { AgreementAt } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { STATUS } from '../messages/status.ts'
import { currentPublication, publicationManifests } from '../publications.ts'
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
    sv: 'Visar vad varje källa har levererat, vad som väntar i karantän och vilken publikation som gäller.',
    en: 'Shows what each source has delivered, what waits in quarantine, and which publication holds.',
  },
  options: z.object({}),
  run: async ({ data, home }) => {
    const agreements = loadAgreements(data, knownIndicators(data))
    const sources = everySource(agreements, await deliveredSources(home))
    const publication = currentPublication(home) ?? null
    const document = {
      home: home.folder,
      warehouse_bytes: existsSync(home.warehouse) ? statSync(home.warehouse).size : null,
      publication,
      publications: publicationManifests(home).length,
      sources,
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
      },
    }
  },
})

async function deliveredSources(home: Home): Promise<SourceStatus[]> {
  if (!existsSync(home.warehouse)) return []
  return inWarehouse(home, ({ connection }) => queryRows(connection, SourceStatus, SOURCES))
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

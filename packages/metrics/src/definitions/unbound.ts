import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator } from '../registry.ts'

const Published = z.object({ agreement: z.string(), indicator: z.string(), version: z.int() })

/**
 * Throws `ExpectedFault` where an agreement would go over to a new version of a definition that it has been published
 * by, and does not say from which day: a figure is frozen with its decision, and only a decision changes it.
 * Needs the ledger of what is published.
 */
export async function refuseUnbound(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  indicators: readonly Indicator[],
): Promise<void> {
  const published = await queryRows(
    connection,
    Published,
    'select distinct agreement, indicator, definition_version as version from published_figure order by all',
  )
  for (const { id, definitions } of agreements) {
    for (const { indicator, version } of published.filter(({ agreement }) => agreement === id)) {
      const versions = indicators.filter(({ header }) => header.id === indicator)
      const bound = definitions[indicator]
      const held = bound?.version ?? Math.max(0, ...versions.map(({ header }) => header.version))
      if (held > version && bound?.valid_from === undefined) throw unbound(id, indicator, version, held)
    }
  }
}

function unbound(agreement: string, id: string, before: number, held: number): ExpectedFault {
  return new ExpectedFault(
    'definition_unbound',
    {
      sv: `Avtalet ${agreement} har publicerats med version ${before} av ”${id}”, och nu finns version ${held}. Skriv i avtalets agreement.yaml från vilken dag den gäller, som ”definitions: { ${id}: { version: ${held}, valid_from: 2026-01-01 } }”, eller behåll den gamla med ”version: ${before}”.`,
      en: `The agreement ${agreement} was published by version ${before} of "${id}", and now there is version ${held}. Write in its agreement.yaml from which day that holds, as in "definitions: { ${id}: { version: ${held}, valid_from: 2026-01-01 } }", or keep the old one by "version: ${before}".`,
    },
    EXIT_STATUS.wrongUse,
  )
}

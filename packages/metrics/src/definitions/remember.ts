import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator } from '../registry.ts'

const Remembered = z.object({
  indicator: z.string(),
  version: z.int(),
  sha256: z.string(),
  publication: z.string(),
})

/**
 * Throws `ExpectedFault` that names the file of a definition that was changed after it was published, and of a new
 * version that came without the file of the one before it, so that the break could not be shown.
 */
export async function refuseChangedDefinitions(
  connection: DuckDBConnection,
  indicators: readonly Indicator[],
): Promise<void> {
  const remembered = await queryRows(connection, Remembered, 'from published_definition')
  for (const { header, sql, path } of indicators) {
    const published = remembered.find(
      ({ indicator, version }) => indicator === header.id && version === header.version,
    )
    if (published !== undefined && published.sha256 !== definitionHash({ header, sql })) {
      throw changed(header, path, published.publication)
    }
    const before = remembered
      .filter((each) => each.indicator === header.id && each.version < header.version)
      .reduce((newest, { version }) => Math.max(newest, version), 0)
    const isThere = indicators.some((each) => each.header.id === header.id && each.header.version === before)
    if (before > 0 && !isThere) throw formerGone(header, path, before)
  }
}

/** Writes down what every definition that is published for the first time says. */
export async function rememberDefinitions(
  connection: DuckDBConnection,
  indicators: readonly Indicator[],
  publication: string,
): Promise<void> {
  const definitions = indicators.map((indicator) => ({
    indicator: indicator.header.id,
    version: indicator.header.version,
    sha256: definitionHash(indicator),
    publication,
  }))
  await connection.run(
    `insert into published_definition
    from (select unnest(from_json($definitions, '[{
      "indicator": "VARCHAR", "version": "INTEGER", "sha256": "VARCHAR", "publication": "VARCHAR"}]'), recursive := true))
    anti join published_definition using (indicator, version)`,
    { definitions: JSON.stringify(definitions) },
  )
}

/** Of what decides the figure. Titles, limitations and line breaks in the SQL may be mended. */
function definitionHash({ header, sql }: Pick<Indicator, 'header' | 'sql'>): string {
  const { kind, unit, counts, definition, numerator, denominator, excluded, placed_by } = header
  const decides = [
    kind,
    unit,
    counts,
    definition,
    numerator,
    denominator ?? null,
    excluded ?? null,
    placed_by,
  ]
  return createHash('sha256')
    .update(JSON.stringify([...decides, sql.replaceAll(/\s+/g, ' ')]))
    .digest('hex')
}

function changed({ id, version }: Indicator['header'], path: string, publication: string): ExpectedFault {
  return new ExpectedFault(
    'definition_changed',
    {
      sv: `${path}: definitionen av ”${id}” version ${version} har ändrats sedan den publicerades i ${publication}. Skriv version: ${version + 1} i filen och spara den gamla som ${id}@${version}.sql, eller ångra ändringen.`,
      en: `${path}: the definition of "${id}" version ${version} was changed after it was published in ${publication}. Write version: ${version + 1} in the file and save the old one as ${id}@${version}.sql, or undo the change.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

function formerGone({ id, version }: Indicator['header'], path: string, before: number): ExpectedFault {
  return new ExpectedFault(
    'definition_gone',
    {
      sv: `${path}: version ${version} av ”${id}” står ensam, men version ${before} är publicerad och behövs för att visa vad ändringen betyder. Lägg tillbaka den gamla texten som ${id}@${before}.sql.`,
      en: `${path}: version ${version} of "${id}" stands alone, but version ${before} is published and is needed to show what the change means. Put the old text back as ${id}@${before}.sql.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { damaged, isAsPublished, manifestIn } from '../publication/manifest-file.ts'

const RELEASED = sqlBeside(import.meta.url, 'ledger.sql')

/**
 * Enters every publication of the folder that the ledger lacks: `published_figure` of the warehouse. A publication
 * that is removed later stays in the ledger, since readers may have kept it; a warehouse that is made anew gets
 * its ledger from the folder. Throws `ExpectedFault` where the figures of one that it lacks are not those that were published.
 */
export async function enterReleases(connection: DuckDBConnection, publications: string): Promise<void> {
  if (!existsSync(publications)) return
  const entered = new Set(
    (
      await queryRows(
        connection,
        z.object({ publication: z.string() }),
        'select distinct publication from published_figure',
      )
    ).map(({ publication }) => publication),
  )
  for (const name of readdirSync(publications).toSorted()) {
    const manifest = manifestIn(join(publications, name))
    const results = join(publications, name, 'results.parquet')
    if (manifest === null || manifest.id !== name || entered.has(name) || !existsSync(results)) continue
    if (!isAsPublished(join(publications, name), manifest, 'results.parquet')) throw damaged(results)
    await runScript(connection, RELEASED, {
      publication: name,
      created: manifest.created,
      as_of: manifest.as_of,
      results,
    })
  }
}

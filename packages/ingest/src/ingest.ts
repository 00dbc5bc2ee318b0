import type { DuckDBConnection } from '@duckdb/node-api'
import type { Receipt } from '@utfall/contracts'
import { runScript, sqlBeside, withMemoryLimit } from '@utfall/warehouse'
import { deliver } from './delivery.ts'
import { forEachDataset } from './each-dataset.ts'
import { ENGINE_MEMORY } from './engine-memory.ts'
import { defineRules } from './fault-table.ts'
import { filesOfSources, namedFiles } from './find.ts'
import { IDENTITY_PATTERN, masked } from './masking.ts'
import { startPace } from './pace.ts'
import { definePseudonyms } from './pseudonym/identity.ts'
import { pseudonymKey } from './pseudonym/key.ts'
import type { DeliveryRequest, IngestRequest } from './request.ts'

const MACROS = sqlBeside(import.meta.url, 'sql/macros.sql')

/**
 * Takes deliveries into the warehouse, each in one transaction, and says of each what came of it. Throws
 * `ExpectedFault` (status 2) before anything is read when the pseudonym key is lost or another.
 */
export async function ingest(request: IngestRequest): Promise<Receipt[]> {
  const { warehouse, home, dryRun } = request
  const key = await pseudonymKey(warehouse, home, dryRun)
  return withMemoryLimit(warehouse.connection, ENGINE_MEMORY, async () => {
    await prepare(warehouse.connection)
    return deliverAll({ ...request, key })
  })
}

async function deliverAll(request: DeliveryRequest): Promise<Receipt[]> {
  const { agreements, files, progress } = request
  const found =
    files.length > 0 ? await forEachDataset(namedFiles(files, agreements)) : filesOfSources(agreements)
  const pace = startPace(found.map(({ file }) => file))
  const receipts: Receipt[] = []
  for (const [index, each] of found.entries()) {
    const receipt = await deliver(request, each, (phase, rows) =>
      progress({
        file: masked(each.name),
        number: index + 1,
        of: found.length,
        phase,
        ...pace(index, phase, rows),
        ...(rows !== undefined && { rows }),
      }),
    )
    receipts.push(receipt)
    request.received?.(receipt)
  }
  return receipts
}

/** What the steps of a delivery need in the connection: the macros, the rules, and the pattern that hides identity numbers. */
async function prepare(connection: DuckDBConnection): Promise<void> {
  await connection.run('set variable identity_pattern = $pattern', { pattern: IDENTITY_PATTERN })
  await runScript(connection, MACROS)
  await definePseudonyms(connection)
  await defineRules(connection)
}

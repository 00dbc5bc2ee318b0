import type { Receipt } from '@utfall/contracts'
import { identifier, queryRows, transaction } from '@utfall/warehouse'
import { z } from 'zod'
import type { Age } from './age.ts'
import { belongsTo } from './belong.ts'
import { addReadingFaults, defineFaults } from './fault-table.ts'
import { faultGroups } from './faults.ts'
import type { Belonging, Found } from './find.ts'
import { contentOf, hasChanged } from './fingerprint.ts'
import type { Content, Fingerprint } from './fingerprint.ts'
import { faultsOf, lastRules, loadedBefore, record } from './ledger.ts'
import type { Earlier } from './ledger.ts'
import { NotInPlace, load } from './load.ts'
import { masked } from './masking.ts'
import type { Reading, ReadingFault } from './readers/reader.ts'
import { hideBy } from './pseudonym/hide.ts'
import { readerOf } from './readers/readers.ts'
import { sinceLast, writeReceipt } from './receipt.ts'
import type { DeliveryRequest, Tell } from './request.ts'
import { RULE_SET, ruleOf } from './rules/catalogue.ts'

/** The temporary table that readers fill. */
const STAGE = 'stage'

/** Takes one file all the way: read, validated, reconciled, loaded or not, and its receipt kept. */
export async function deliver(request: DeliveryRequest, found: Found, tell: Tell): Promise<Receipt> {
  const { connection } = request.warehouse
  await defineFaults(connection)
  tell('reading')
  try {
    const receipt = await receive(request, found, tell)
    tell('done', receipt.rows.read)
    return receipt
  } catch (error) {
    // The engine quotes what it could not read, and that may be who the row is about.
    if (error instanceof Error) {
      error.message = masked(error.message)
      error.stack = masked(error.stack ?? '')
    }
    throw error
  } finally {
    await clear(request)
  }
}

async function receive(request: DeliveryRequest, found: Found, tell: Tell): Promise<Receipt> {
  const { connection } = request.warehouse
  const content = await contentOf(found.file, found.within)
  if ('rule' in content) {
    const blank = blankReceipt(request, found, { sha256: '', bytes: 0 }, found.candidates[0] ?? null, null)
    return turnAway(request, blank, [content])
  }
  const reader = readerOf(content.head)
  const belonging = await belongsTo(
    connection,
    { ...found, file: content.path },
    reader,
    content.form.encoding,
    request.agreements,
  )
  if ('rule' in belonging) {
    const unfit = await reader.unfit?.({ connection, file: content.path, content })
    return turnAway(request, blankReceipt(request, found, content, null, null), [unfit ?? belonging])
  }
  const { datasets } = reader
  if (datasets && !datasets.includes(belonging.source.dataset)) {
    const detail = `${reader.format} → ${datasets.join(', ')}; ${belonging.source.id}: ${belonging.source.dataset}`
    const blank = blankReceipt(request, found, content, belonging, null)
    return turnAway(request, blank, [{ rule: 'format_of_other_dataset', line: null, detail }])
  }
  const before = await loadedBefore(connection, belonging, content.sha256)
  const same = before.find(({ file }) => file === masked(found.name))
  if (same && found.byGlob) {
    return again(request, blankReceipt(request, found, content, belonging, null), same)
  }
  const taking = { request, found, content, belonging, before, tell }
  const reading = await reader
    .read({
      ...belonging,
      connection,
      file: content.path,
      content,
      table: STAGE,
      hide: hideBy(request.key[0]),
    })
    .catch(unlessChanged(content))
  return take(taking, reading)
}

interface Taking {
  readonly request: DeliveryRequest
  readonly found: Found
  readonly content: Content
  readonly belonging: Belonging
  /** Earlier deliveries of the same content. */
  readonly before: readonly Earlier[]
  readonly tell: Tell
}

/** Loads what was read, or turns it away. `reading`: null where the file changed meanwhile. */
async function take(taking: Taking, reading: Reading | null): Promise<Receipt> {
  const { request, found, content, belonging, before, tell } = taking
  const { connection } = request.warehouse
  const blank = blankReceipt(request, found, content, belonging, reading)
  if (reading === null || (await hasChanged(content)))
    return turnAway(request, blank, [{ rule: 'file_changed', line: null }])
  const other = before.find(({ file }) => file !== masked(found.name))
  const faults = [
    ...reading.faults,
    ...(other ? [{ rule: 'file_delivered_before', line: null, detail: other.file }] : []),
  ]
  if (faults.some(({ rule }) => ruleOf(rule).severity === 'stop')) return turnAway(request, blank, faults)
  await addReadingFaults(connection, faults)
  const loading = { request, belonging, reading, name: found.name, table: STAGE, blank, tell }
  try {
    const receipt = await load({ ...loading, hasChanged: () => hasChanged(content) }).catch(
      unlessChanged(content),
    )
    if (receipt !== null) return receipt
  } catch (error) {
    if (!(error instanceof NotInPlace) || !reading.inPlace) throw error
    await clear(request)
    await defineFaults(connection)
    return take(taking, await reading.inPlace.otherwise().catch(unlessChanged(content)))
  }
  await defineFaults(connection)
  return turnAway(request, blank, [{ rule: 'file_changed', line: null }])
}

/** The parts of a receipt that are known before any row is. */
function blankReceipt(
  { now, dryRun }: DeliveryRequest,
  { name }: Found,
  { sha256, bytes }: Fingerprint,
  belonging: Belonging | null,
  reading: Reading | null,
): Receipt {
  const source = belonging?.source
  return {
    agreement: belonging?.agreement.id ?? '',
    source: source?.id ?? null,
    sender: source?.sender ?? null,
    dataset: reading?.dataset ?? source?.dataset ?? null,
    file: masked(name),
    sha256,
    bytes,
    format: masked(reading?.format ?? ''),
    received: now.toISOString(),
    scope: source ? { replaces: source.replaces, start: null, end: null } : null,
    rule_set: RULE_SET,
    verdict: 'rejected',
    already_loaded: false,
    dry_run: dryRun,
    rows: { read: 0, new: 0, changed: 0, unchanged: 0, duplicate: 0, quarantined: 0, removed: 0 },
    effects: [],
    notes: [...(reading?.notes ?? [])],
    faults: [],
    since_last: { fixed: [], new: [], remaining: [] },
  }
}

/** Nothing is loaded: the file is not what it must be. */
async function turnAway(
  request: DeliveryRequest,
  blank: Receipt,
  found: readonly ReadingFault[],
): Promise<Receipt> {
  const { connection } = request.warehouse
  await addReadingFaults(connection, found)
  const faults = await faultGroups(connection, null)
  const last = await lastRules(connection, blank)
  const receipt = { ...blank, faults, since_last: sinceLast(last, faults) }
  const keep = await writeReceipt(connection, request.home, receipt, null)
  // Where nothing could be read there is no content to remember, and nothing that figures could rest on.
  if (!request.dryRun && receipt.source !== null && receipt.sha256 !== '') {
    await transaction(connection, () => record(connection, receipt, UNTOLD))
  }
  keep()
  return receipt
}

/** A file that is turned away tells nothing, and hence is neither old nor new. */
const UNTOLD: Age = { toldOn: null, firstTold: null }

/** The very same file was loaded before: nothing is done, and no new receipt is kept. */
async function again({ warehouse }: DeliveryRequest, blank: Receipt, earlier: Earlier): Promise<Receipt> {
  const { rows, verdict, format, delivery, scope_start: start, scope_end: end } = earlier
  const { read, duplicate, quarantined } = rows
  const faults = await faultsOf(warehouse.connection, delivery)
  return {
    ...blank,
    format,
    verdict,
    scope: blank.scope && { ...blank.scope, start, end },
    already_loaded: true,
    rows: {
      read,
      new: 0,
      changed: 0,
      unchanged: read - duplicate - quarantined,
      duplicate,
      quarantined,
      removed: 0,
    },
    faults,
    since_last: { fixed: [], new: [], remaining: faults.map(({ rule }) => rule) },
  }
}

/** Nothing that a sender wrote stays in memory longer than its delivery. */
async function clear({ warehouse: { connection } }: DeliveryRequest): Promise<void> {
  const tables = await queryRows(
    connection,
    z.object({ table_name: z.string() }),
    "select table_name from duckdb_tables() where database_name = 'temp' and table_name <> 'rule'",
  )
  const drops = tables.map(({ table_name }) => `drop table temp.${identifier(table_name)};`)
  await connection.run(
    `${drops.join(' ')} drop view if exists temp.incoming; drop view if exists temp.${STAGE}`,
  )
}

/** A file that is cut short under the reader may fail in any way; any other failure is a bug. */
function unlessChanged(content: Content): (error: unknown) => Promise<null> {
  return async (error) => {
    if (await hasChanged(content)) return null
    throw error
  }
}

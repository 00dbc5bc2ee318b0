import type { DuckDBConnection } from '@duckdb/node-api'
import { RowSum, Verdict } from '@utfall/contracts'
import type { FaultGroup, Receipt } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { sentenceWith } from './faults.ts'
import type { Age } from './age.ts'
import type { Belonging } from './find.ts'
import { RULES } from './rules/catalogue.ts'

/** An earlier delivery as the warehouse remembers it. */
export interface Earlier {
  readonly delivery: number
  readonly file: string
  readonly format: string
  readonly verdict: Verdict
  readonly rows: RowSum
  readonly scope_start: string | null
  readonly scope_end: string | null
}

const EarlierRow = z.object({
  delivery: z.int(),
  file: z.string(),
  format: z.string(),
  verdict: Verdict,
  scope_start: z.string().nullable(),
  scope_end: z.string().nullable(),
  rows: z.preprocess((text) => JSON.parse(String(text)), RowSum),
})

/** Deliveries of the same content that were loaded for the same source, the latest first. */
export async function loadedBefore(
  connection: DuckDBConnection,
  { agreement, source }: Belonging,
  sha256: string,
): Promise<Earlier[]> {
  return queryRows(
    connection,
    EarlierRow,
    `select delivery, file, format, verdict, scope_start, scope_end, json_object('read', rows_read, 'new', rows_new,
       'changed', rows_changed, 'unchanged', rows_unchanged, 'duplicate', rows_duplicate,
       'quarantined', rows_quarantined, 'removed', rows_removed) as rows
     from delivery
     where agreement = ${literal(agreement.id)} and source_id = ${literal(source.id)}
       and sha256 = ${literal(sha256)} and verdict in ('approved', 'approved_with_remarks')
     order by delivery desc`,
  )
}

/** The rules that the last delivery of the same source broke, by id. */
export async function lastRules(
  connection: DuckDBConnection,
  { agreement, source }: Pick<Receipt, 'agreement' | 'source'>,
): Promise<string[]> {
  const rows = await queryRows(
    connection,
    z.object({ rule: z.string() }),
    `select rule from delivery_fault where delivery =
       (select max(delivery) from delivery
        where agreement = ${literal(agreement)} and source_id = ${literal(source ?? '')})
     order by rule`,
  )
  return rows.map(({ rule }) => rule)
}

/** The faults that a delivery had, without examples: its first receipt has them. */
export async function faultsOf(connection: DuckDBConnection, delivery: number): Promise<FaultGroup[]> {
  const rows = await queryRows(
    connection,
    z.object({ rule: z.string(), count: z.int() }),
    'select rule, faults::integer as count from delivery_fault where delivery = $delivery',
    { delivery },
  )
  return RULES.flatMap(({ id, severity, sentence, why, mend }) => {
    const count = rows.find(({ rule }) => rule === id)?.count
    if (count === undefined) return []
    return [
      {
        rule: id,
        severity,
        count,
        sentence: sentenceWith(sentence, { sv: '', en: '' }),
        why,
        mend,
        examples: [],
      },
    ]
  })
}

const Numbered = z.object({ delivery: z.int() })

/** Writes down that a delivery came, and what of it. Takes the place of an earlier one of the same file that was not loaded. */
export async function record(
  connection: DuckDBConnection,
  receipt: Receipt,
  { toldOn, firstTold }: Age,
): Promise<number> {
  const { agreement, source, scope, rows } = receipt
  const own = `agreement = ${literal(agreement)} and source_id = ${literal(source ?? '')} and sha256 = ${literal(receipt.sha256)}
    and file = ${literal(receipt.file)} and verdict in ('paused', 'rejected')`
  const earlier = await queryRows(connection, Numbered, `select delivery from delivery where ${own}`)
  if (earlier.length > 0) {
    const numbers = earlier.map(({ delivery }) => delivery).join(', ')
    await connection.run(`delete from delivery_fault where delivery in (${numbers})`)
    await connection.run(`delete from quarantine where delivery in (${numbers})`)
    await connection.run(`delete from delivery where delivery in (${numbers})`)
  }
  const inserted = await connection.runAndReadAll(
    `insert into delivery by name
     select nextval('delivery_number')::integer as delivery, $agreement as agreement, $source as source_id, $sender as sender,
       $dataset as dataset, $file as file, $sha256 as sha256, $bytes::bigint as bytes, $format as format,
       $received::timestamptz at time zone 'UTC' as received, $replaces as replaces, $start::date as scope_start,
       $end::date as scope_end, $rule_set as rule_set, $verdict as verdict, $read::bigint as rows_read,
       $new::bigint as rows_new, $changed::bigint as rows_changed, $unchanged::bigint as rows_unchanged,
       $duplicate::bigint as rows_duplicate, $quarantined::bigint as rows_quarantined, $removed::bigint as rows_removed,
       $told_on::date as told_on, $first_told::integer as first_told
     returning delivery`,
    {
      agreement,
      source,
      sender: receipt.sender,
      dataset: receipt.dataset,
      file: receipt.file,
      sha256: receipt.sha256,
      bytes: receipt.bytes,
      format: receipt.format,
      received: receipt.received,
      replaces: scope?.replaces ?? 'rows',
      start: scope?.start ?? null,
      end: scope?.end ?? null,
      rule_set: receipt.rule_set,
      verdict: receipt.verdict,
      read: rows.read,
      new: rows.new,
      changed: rows.changed,
      unchanged: rows.unchanged,
      duplicate: rows.duplicate,
      quarantined: rows.quarantined,
      removed: rows.removed,
      told_on: toldOn,
      first_told: firstTold,
    },
  )
  const delivery = Number(inserted.value(0, 0))
  const faults = receipt.faults.map(
    ({ rule, severity, count }) => `(${delivery}, ${literal(rule)}, ${literal(severity)}, ${count})`,
  )
  if (faults.length > 0) await connection.run(`insert into delivery_fault values ${faults.join(', ')}`)
  return delivery
}

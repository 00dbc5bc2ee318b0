import type { RowSum } from '@utfall/contracts'
import type { Delivery, DeliveredRow } from './delivery.ts'

export interface ExpectedDelivery {
  readonly source: string
  readonly file: string
  readonly rows: RowSum
  /** Rows that are not loaded, by what is wrong with them. */
  readonly errors: Readonly<Record<string, number>>
  /** Loaded rows that something is pointed out in. */
  readonly remarks: Readonly<Record<string, number>>
}

/** What loading the deliveries does, one after the other in the order given, each within its declared scope. */
export function expectedDeliveries(deliveries: readonly Delivery[]): ExpectedDelivery[] {
  const held = new Map<string, Map<string, DeliveredRow>>()
  return deliveries.map((delivery) => {
    const before = held.get(delivery.source) ?? new Map<string, DeliveredRow>()
    held.set(delivery.source, before)
    return {
      source: delivery.source,
      file: delivery.file,
      rows: load(delivery, before),
      errors: tally(delivery.rows.flatMap(({ error }) => error ?? [])),
      remarks: tally(delivery.rows.flatMap(({ error, remarks }) => (error ? [] : (remarks ?? [])))),
    }
  })
}

function load(delivery: Delivery, held: Map<string, DeliveredRow>): RowSum {
  const sum = {
    read: delivery.rows.length,
    new: 0,
    changed: 0,
    unchanged: 0,
    duplicate: 0,
    quarantined: 0,
    removed: 0,
  }
  const delivered = new Set<string>()
  for (const row of delivery.rows) {
    const known = held.get(row.key)
    if (row.error) sum.quarantined += 1
    else if (delivered.has(row.key)) sum.duplicate += 1
    else {
      if (!known) sum.new += 1
      else if (known.content === row.content) sum.unchanged += 1
      else sum.changed += 1
      delivered.add(row.key)
      held.set(row.key, row)
    }
  }
  for (const [key, row] of held) {
    if (delivered.has(key) || !speaksFor(delivery, row)) continue
    held.delete(key)
    sum.removed += 1
  }
  return sum
}

/** Whether silence on a row in this delivery means that it is gone. */
function speaksFor({ replaces, file }: Delivery, { date }: DeliveredRow): boolean {
  if (replaces !== 'period') return replaces === 'everything'
  const period = /(\d{4})(?:-(\d{2}|T\d))?/.exec(file)
  if (!period || date === null || !date.startsWith(period[1] ?? '')) return false
  const part = period[2]
  if (part === undefined) return true
  const month = Number(date.slice(5, 7))
  return part.startsWith('T') ? Math.ceil(month / 4) === Number(part.slice(1)) : month === Number(part)
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

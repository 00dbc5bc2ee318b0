import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyWarehouse } from './example.ts'

const ALLOCATION = sqlBeside(import.meta.url, '../sql/costs/allocation.sql')

/** Öre of each weight's part: the sums of many cases are shared in one go. */
async function allocate(cases: readonly { ore: bigint; weights: readonly bigint[] }[]): Promise<bigint[][]> {
  const { connection } = await emptyWarehouse()
  const given = cases.map(({ ore, weights }) => ({ ore: String(ore), weights: weights.map(String) }))
  await connection.run(
    `create temp table given as
    select unnest(from_json($given, '[{"ore": "HUGEINT", "weights": ["HUGEINT"]}]'), recursive := true)`,
    { given: JSON.stringify(given) },
  )
  await runScript(
    connection,
    `create temp table to_share as select rowid as period_id, ore from given;
    create temp table share_weight as
    select given.rowid as period_id, printf('%03d', position) as activity, weight
    from given, unnest(given.weights) with ordinality as listed (weight, position);`,
  )
  await runScript(connection, ALLOCATION)
  const rows = await queryRows(
    connection,
    z.object({ period_id: z.coerce.number(), position: z.int(), ore: z.string() }),
    'select period_id, activity::integer as position, ore::varchar as ore from allocated',
  )
  const parts = cases.map(({ weights }) => weights.map(() => 0n))
  for (const { period_id, position, ore } of rows) {
    const ofCase = parts[period_id]
    if (ofCase) ofCase[position - 1] = BigInt(ore)
  }
  return parts
}

describe('allocation of a shared cost', () => {
  it('gives the öre that are left to the largest parts first', async () => {
    const parts = await allocate([
      { ore: 100n, weights: [1n, 1n, 1n] },
      { ore: 10_000n, weights: [1n, 3n, 3n] },
      { ore: -10_000n, weights: [1n, 3n, 3n] },
      { ore: 1n, weights: [0n, 1n, 2n] },
      { ore: 5n, weights: [0n, 0n] },
    ])
    expect(parts).toEqual([
      [34n, 33n, 33n],
      [1428n, 4286n, 4286n],
      [-1428n, -4286n, -4286n],
      [0n, 0n, 1n],
      [0n, 0n],
    ])
  })

  it('sums to the whole, stays within an öre of the exact part, and never gives less for more', async () => {
    const aCase = fc.record({
      ore: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
      weights: fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 8 }),
    })
    const laws = fc.asyncProperty(fc.array(aCase, { minLength: 200, maxLength: 200 }), async (cases) => {
      const shared = await allocate(cases)
      for (const [index, { ore, weights }] of cases.entries()) {
        const parts = shared[index] ?? []
        const whole = sum(weights)
        if (whole === 0n) continue
        expect(sum(parts)).toBe(ore)
        const sized = weights.map((weight, at) => ({ weight, part: size(parts[at] ?? 0n) }))
        for (const { weight, part } of sized) {
          const low = (size(ore) * weight) / whole
          expect(part === low || (part === low + 1n && weight > 0n)).toBe(true)
        }
        const byWeight = sized.toSorted((a, b) => Number(a.weight - b.weight) || Number(a.part - b.part))
        expect(byWeight.map(({ part }) => part)).toEqual(byWeight.map(({ part }) => part).toSorted(ascending))
      }
    })
    await fc.assert(laws, { numRuns: 5, endOnFailure: true })
  })
})

const sum = (numbers: readonly bigint[]) => numbers.reduce((total, each) => total + each, 0n)
const size = (number: bigint) => (number < 0n ? -number : number)
const ascending = (a: bigint, b: bigint) => Number(a - b)

import { join } from 'node:path'
import { agreementFault, readAgreement } from '@utfall/contracts'
import { INDICATORS_FOLDER, readRegistry } from '@utfall/metrics'
import { homeAt, openWarehouse, queryRows } from '@utfall/warehouse'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { countMoney } from '../../packages/metrics/src/costs/count.ts'
import { countPeople } from '../../packages/metrics/src/count.ts'
import { preparePeriods } from '../../packages/metrics/src/periods.ts'
import { largeTruth } from './large-truth.ts'
import { AGREEMENT, AS_OF, writeLargeAgreement } from './large-world.ts'
import { scratchFolder } from './scratch.ts'
import { utfallHere } from './utfall-here.ts'

const PARTS = ['value', 'numerator', 'denominator', 'unknown'] as const
const number = z.number().nullable()
const CountedRow = z.object({
  key: z.string(),
  status: z.string(),
  value: number,
  numerator: number,
  denominator: number,
  unknown: number,
})

/** Every figure of the agreement before disclosure control: at this size that costs more than all the rest. */
async function counted(home: string) {
  const reading = readAgreement(AGREEMENT, 'agreement.yaml')
  if (!reading.ok) throw agreementFault(reading.faults)
  const { connection, close } = await openWarehouse(homeAt(home))
  try {
    const registry = readRegistry([INDICATORS_FOLDER])
    await preparePeriods(connection, [reading.agreement], AS_OF)
    await countPeople(connection, registry, AS_OF)
    await countMoney(connection, [reading.agreement], registry, AS_OF)
    return await queryRows(
      connection,
      CountedRow,
      `select concat_ws(' ', indicator, period_type, period, breakdown, category) as key, status,
        value, numerator, denominator, unknown
      from result`,
    )
  } finally {
    close()
  }
}

test('figures of three thousand people come out as they are known to be', async () => {
  const folder = scratchFolder()
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  writeLargeAgreement(data)
  expect(await utfallHere('ingest', '--data', data, '--home', home)).toMatchObject({ status: 0 })
  const rows = new Map((await counted(home)).map((row) => [row.key, row]))

  const truth = [...largeTruth()]
  const wrong = truth.flatMap(([key, known]) => {
    const row = rows.get(key)
    const isRight = row !== undefined && PARTS.every((part) => agrees(known[part], row[part]))
    return isRight ? [] : [{ key, known, row }]
  })
  expect(wrong).toEqual([])
  expect(truth.length).toBeGreaterThan(2_000)
})

/** What the truth does not state is not compared. */
const agrees = (known: number | null | undefined, is: number | null): boolean =>
  known === undefined ||
  known === is ||
  (known !== null && is !== null && Math.abs(known - is) <= 1e-9 * Math.abs(known))

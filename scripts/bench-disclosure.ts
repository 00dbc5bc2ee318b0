// npm run bench:disclosure: what protecting a publication of 20 agreements takes, with all indicators and breakdowns over
// five years, and what of it has to be hidden. Fails at full size where protecting takes a minute or more.
//   node scripts/bench-disclosure.ts [--agreements 20] [--people 5000]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAgreement } from '@utfall/contracts'
import { INDICATORS_FOLDER, readRegistry } from '@utfall/metrics'
import { fillWorld } from '@utfall/synthetic'
import { homeAt, openWarehouse, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { countMoney } from '../packages/metrics/src/costs/count.ts'
import { countPeople } from '../packages/metrics/src/count.ts'
import { protect } from '../packages/metrics/src/disclosure/protect.ts'
import { preparePeriods } from '../packages/metrics/src/periods.ts'
import { ROOT } from './run-program.ts'

const REPORT = join(ROOT, 'var/bench-disclosure.json')
const AS_OF = '2025-12-31'
const FULL_SIZE = 20
const MOST_SECONDS = 60
const VISITS_OF_EACH = 50

const Count = z.coerce.number().int().min(1)
const { agreements: number, people } = z
  .object({ agreements: Count.default(FULL_SIZE), people: Count.default(5_000) })
  .parse(parseArgs({ options: { agreements: { type: 'string' }, people: { type: 'string' } } }).values)

/**
 * Cells that are judged, and how many of them and how much of their people are hidden; beside it what would be, were
 * each breakdown of a figure in a period hidden that holds one to four people.
 */
const Hidden = z.object({
  cells: z.number(),
  hidden: z.number(),
  hidden_of_people: z.number(),
  plainly_hidden: z.number(),
  plainly_hidden_of_people: z.number(),
})
const COUNTED = `
  create temp table counted as
  select result.rowid as row_number, result.*, header.kind = 'count' and header.counts = 'people' as is_people
  from result join indicator_header as header on header.id = result.indicator
  where result.status = 'ok' and header.counts in ('people', 'events')`
const HIDDEN = `
  with cell as (
    select
      counted.value,
      counted.is_people,
      result.status <> 'ok' as is_hidden,
      counted.breakdown <> 'total' and bool_or(
        least(counted.people, counted.smallest_part, nullif(counted.numerator, 0), nullif(counted.denominator - counted.numerator, 0))
          between 1 and 4
      ) over (
        partition by counted.agreement, counted.indicator, counted.period_type, counted.period, counted.breakdown
      ) as is_plainly_hidden
    from counted join result on result.rowid = counted.row_number
  )
  select
    count(*)::integer as cells,
    avg(is_hidden::integer) as hidden,
    sum(value) filter (is_people and is_hidden) / sum(value) filter (is_people) as hidden_of_people,
    avg(is_plainly_hidden::integer) as plainly_hidden,
    sum(value) filter (is_people and is_plainly_hidden) / sum(value) filter (is_people) as plainly_hidden_of_people
  from cell`

mkdirSync(join(ROOT, 'var'), { recursive: true })
const place = mkdtempSync(join(ROOT, 'var/bench-'))
const warehouse = await openWarehouse(homeAt(place))
try {
  const result = await measureAll()
  writeFileSync(REPORT, `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n\nWritten to ${REPORT}\n`)
  process.exitCode = number >= FULL_SIZE && result.seconds >= MOST_SECONDS ? 1 : 0
} finally {
  warehouse.close()
  rmSync(place, { recursive: true, force: true })
}

async function measureAll() {
  const { connection } = warehouse
  const size = { agreements: number, people, visits: VISITS_OF_EACH * people, years: 5, seed: 1 }
  const agreements = (await fillWorld(connection, size)).map(({ id, yaml }) => {
    const reading = readAgreement(yaml, id)
    if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence.en).join('\n'))
    return reading.agreement
  })
  const registry = readRegistry([INDICATORS_FOLDER])
  await preparePeriods(connection, agreements, AS_OF)
  await countPeople(connection, registry, AS_OF)
  await countMoney(connection, agreements, registry, AS_OF)
  await connection.run(COUNTED)

  const [began, used] = [performance.now(), process.cpuUsage()]
  const efforts = await protect(connection)
  const { user, system } = process.cpuUsage(used)
  const sum = (of: 'cells' | 'sensitive' | 'programs') =>
    efforts.reduce((total, effort) => total + effort[of], 0)
  return {
    agreements: number,
    people,
    models: efforts.length,
    cells: sum('cells'),
    sensitive: sum('sensitive'),
    linearPrograms: sum('programs'),
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    slowest: efforts
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, 5)
      .map(({ agreement, family, breakdown, seconds }) => ({ agreement, family, breakdown, seconds })),
    published: await queryRow(connection, Hidden, HIDDEN),
  }
}

// npm run bench:publish: what publishing costs beside one bare pass over the same rows with the same group-bys, and what it
// costs once more after one small delivery, of a day that was spoken of before and of the day after. 20 agreements with
// every dataset over five years. Fails at full size beyond the limits. Needs some 3 GB of disk for ten million visits.
//   node scripts/bench-publish.ts [--agreements 20] [--people 200000] [--visits 10000000] [--attack]
// With --attack each publication is attacked before its release, as the command does; at full size that takes far longer.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { measure, measureIngest, script } from './bench/measure.ts'
import type { Usage } from './bench/result.ts'
import { ROOT } from './run-program.ts'

const REPORT = join(ROOT, 'var/bench-publish.json')
const FULL_SIZE = 10_000_000
const LIMITS = { ratio: 4, peakBytes: 4 * 2 ** 30 }

const Report = z.object({
  steps: z.array(z.object({ step: z.string(), seconds: z.number() })),
  /** How many numbers the attack found in each draft; none in the last, which is released. */
  told: z.array(z.int()),
})
const Count = z.coerce.number().int().min(1)
const { attack, ...size } = z
  .object({
    agreements: Count.default(20),
    people: Count.default(200_000),
    visits: Count.default(FULL_SIZE),
    attack: z.boolean().default(false),
  })
  .parse(
    parseArgs({
      options: {
        agreements: { type: 'string' },
        people: { type: 'string' },
        visits: { type: 'string' },
        attack: { type: 'boolean' },
      },
    }).values,
  )

/** Some who were forgotten in November, and the first visits of a new year: then the publication speaks of another day. */
const SMALL_DELIVERIES = [
  { name: 'publish again', agreement: 'avtal-01', day: '2025-11-05' },
  {
    name: 'publish again, of the day after',
    agreement: size.agreements > 1 ? 'avtal-02' : 'avtal-01',
    day: '2026-01-01',
  },
]

mkdirSync(join(ROOT, 'var'), { recursive: true })
const place = mkdtempSync(join(ROOT, 'var/bench-'))
try {
  await measureAll()
} finally {
  rmSync(place, { recursive: true, force: true })
}

async function measureAll(): Promise<void> {
  const flags = Object.entries(size).flatMap(([name, count]) => [`--${name}`, String(count)])
  await measure('filling the warehouse', [script('fill-world.ts'), '--place', place, ...flags])
  const bare = await measure('bare pass', [script('bare-scan.ts'), join(place, 'home/warehouse.duckdb')])
  printUsage(bare)
  const first = await published('publish')
  const ratio = first.seconds / bare.seconds
  printUsage(first, `${ratio.toFixed(2)} × the bare pass`)
  for (const { step, seconds } of first.steps) {
    process.stdout.write(`    ${step.padEnd(32)}${seconds.toFixed(1).padStart(8)} s\n`)
  }
  if (attack) process.stdout.write(`    told by each draft: ${first.told.join(', ')}\n`)
  const again = []
  for (const { name, agreement, day } of SMALL_DELIVERIES) {
    deliverAFewVisits(agreement, day)
    await measureIngest('ingest of a small file', join(place, 'data'), join(place, 'home'))
    const usage = await published(name)
    const fraction = usage.seconds / first.seconds
    again.push({ name, ...usage, fraction })
    printUsage(usage, `${(fraction * 100).toFixed(0)} % of the first`)
  }

  writeFileSync(REPORT, `${JSON.stringify({ ...size, bare, first, again, ratio }, null, 2)}\n`)
  process.stdout.write(`\nWritten to ${REPORT}\n`)
  const isOver =
    ratio > LIMITS.ratio || [first, ...again].some(({ peakBytes }) => peakBytes > LIMITS.peakBytes)
  process.exitCode = size.visits >= FULL_SIZE && isOver ? 1 : 0
}

async function published(name: string): Promise<Usage & z.infer<typeof Report>> {
  const report = join(place, 'steps.json')
  const usage = await measure(name, [
    script('publish-world.ts'),
    place,
    report,
    ...(attack ? ['attack'] : []),
  ])
  return { ...usage, ...Report.parse(JSON.parse(readFileSync(report, 'utf8'))) }
}

/** Twenty people of one agreement at one session. */
function deliverAFewVisits(agreement: string, day: string): void {
  const file = join(place, `data/agreements/${agreement}/deliveries/narvaro/${day}.csv`)
  const visits = Array.from({ length: 20 }, (_, at) => `${day},kurs,ny-${at},Grupp 1,18:00,19:00`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, ['date,activity,participant,session,start_time,end_time', ...visits, ''].join('\n'))
}

function printUsage({ seconds, cpuSeconds, peakBytes }: Usage, beside = ''): void {
  const memory = (peakBytes / 2 ** 30).toFixed(2)
  process.stdout.write(
    `  ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of work, ${memory} GiB at most  ${beside}\n`,
  )
}

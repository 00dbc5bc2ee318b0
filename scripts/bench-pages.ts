// npm run bench:pages: how fast the committee page is served, by a server that has one core for itself.
// Fails where 1 000 requests a second are not answered, or one in a hundred of them waits 50 ms or more.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { COMMITTEE_PAGE, withServedPages } from './pages/served.ts'

const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'))
const SECONDS = '10'
const LIMITS = { requestsPerSecond: 1000, p99Milliseconds: 50 }
const ON_CORE = (core: number) => ['taskset', '-c', String(core)]

const Load = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
  errors: z.number(),
  non2xx: z.number(),
})

/** Unmeasured: a server that has just started has not compiled what it does most. */
const WARM_UP = ['--amount', '3000']

const [, asked, most] = await withServedPages(ON_CORE(0), async (address) => [
  await load(address + COMMITTEE_PAGE, ...WARM_UP),
  await load(address + COMMITTEE_PAGE, '--overallRate', String(LIMITS.requestsPerSecond)),
  await load(address + COMMITTEE_PAGE),
])

for (const [name, { requests, latency }] of Object.entries({
  'at the rate asked': asked,
  'at the most': most,
})) {
  process.stdout.write(
    `${name.padEnd(18)}${requests.average.toFixed(0).padStart(6)} requests/s   p50 ${latency.p50} ms   p99 ${latency.p99} ms   max ${latency.max} ms\n`,
  )
}
const isSlow =
  asked.requests.average < LIMITS.requestsPerSecond * 0.99 || asked.latency.p99 >= LIMITS.p99Milliseconds
const hasFailed = [asked, most].some(({ errors, non2xx }) => errors + non2xx > 0)
process.exitCode = isSlow || hasFailed ? 1 : 0

async function load(address: string, ...rate: readonly string[]): Promise<z.infer<typeof Load>> {
  const [program = '', ...args] = [...ON_CORE(1), process.execPath, AUTOCANNON, '--json']
  const all = [
    ...args,
    '--connections',
    '20',
    '--duration',
    SECONDS,
    '--headers',
    'accept-encoding=br',
    ...rate,
    address,
  ]
  const { stdout } = await promisify(execFile)(program, all, { maxBuffer: 2 ** 24 })
  return Load.parse(JSON.parse(stdout))
}

import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { seededRandom } from './seeded-random.ts'
import { tinyDelivery, writeTinyAgreement } from './tiny-agreement.ts'
import { startUtfall } from './utfall-command.ts'
import type { Started } from './utfall-command.ts'
import { utfallHere } from './utfall-here.ts'
import { fingerprint } from './warehouse-fingerprint.ts'

type Fingerprint = Awaited<ReturnType<typeof fingerprint>>

const ROWS_PER_FILE = 1_000
const MONTHS = 1
const random = seededRandom(20_260_301)
const DELIVERIES = MONTHS + 5
/** Ten moments: when so many deliveries are done, and so great a part of the next one's usual time has passed. */
const MOMENTS = Array.from({ length: 10 }, (_, at) => ({ at, done: at % (DELIVERIES + 1), part: random() }))

const folder = mkdtempSync(join(tmpdir(), 'utfall-killed-'))
const data = join(folder, 'data')
const undisturbed = join(folder, 'undisturbed')
/** What the warehouse holds after no delivery, the first, the first two, … */
const steps: Fingerprint[] = []
let millisecondsEach = 0

beforeAll(async () => {
  writeTinyAgreement(data)
  for (let month = 1; month <= MONTHS; month += 1) writeMonth(month)
  const started = performance.now()
  const { stdout } = await utfallHere('ingest', '--data', data, '--home', undisturbed, '--json')
  millisecondsEach = (performance.now() - started) / DELIVERIES
  const home = homeWithSameKey('step-by-step')
  steps.push(await fingerprint(home))
  for (const name of deliveriesOf(stdout)) {
    await utfallHere('ingest', tinyDelivery(data, name), '--data', data, '--home', home)
    steps.push(await fingerprint(home))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('delivery by delivery gives what one run gives', async () => {
  expect(steps.length).toBe(DELIVERIES + 1)
  expect(steps.at(-1)).toEqual(await fingerprint(undisturbed))
  expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length)
})

const killedAt = new Set<number>()

test.each(MOMENTS)(
  'killed after $done deliveries, all or nothing of each is there',
  async ({ at, done, part }) => {
    const home = homeWithSameKey(`killed-${at}`)
    const run = startUtfall(['ingest', '--data', data, '--home', home])
    await progressLine(run, `${done}/${DELIVERIES} `)
    await wait(part * millisecondsEach)
    run.process.kill('SIGKILL')
    await run.ended

    const left = await fingerprint(home)
    const delivered = steps.findIndex((step) => JSON.stringify(step) === JSON.stringify(left))
    expect(delivered).toBeGreaterThanOrEqual(0)
    killedAt.add(delivered)

    expect(await utfallHere('ingest', '--data', data, '--home', home)).toMatchObject({ status: 0 })
    expect(await fingerprint(home)).toEqual(steps.at(-1))
  },
)

test('the moments fell in different deliveries', () => {
  expect(killedAt.size).toBeGreaterThan(DELIVERIES / 2)
})

/** When the command has said a line of progress that begins so; or has ended. */
async function progressLine(run: Started, beginning: string): Promise<void> {
  let said = ''
  const heard = new Promise<void>((resolve) => {
    run.process.stderr?.on('data', (chunk: unknown) => {
      said += String(chunk)
      if (said.split('\n').some((line) => line.startsWith(beginning))) resolve()
    })
  })
  await Promise.race([heard, run.ended])
}

/** A home of its own whose pseudonyms are those of the undisturbed run. */
function homeWithSameKey(name: string): string {
  const home = join(folder, name)
  mkdirSync(home)
  copyFileSync(join(undisturbed, 'pseudonym.key'), join(home, 'pseudonym.key'))
  return home
}

/** File names in the order that they were ingested. */
function deliveriesOf(stdout: string): string[] {
  const { receipts } = z
    .object({ receipts: z.array(z.object({ file: z.string() })) })
    .parse(JSON.parse(stdout))
  return receipts.map(({ file }) => basename(file))
}

function writeMonth(month: number): void {
  const rows = Array.from({ length: ROWS_PER_FILE }, (_, at) => {
    const day = `2025-${String(month).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
    return `${day};hus;60;P${at % 997}-${Math.floor(at / 28)};man;2001`
  })
  writeFileSync(
    tinyDelivery(data, `narvaro-${month}.csv`),
    ['Datum;Aktivitet;Minuter;Deltagare;Kön;Födelseår', ...rows].join('\n'),
  )
}

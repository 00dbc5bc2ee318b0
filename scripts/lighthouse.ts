// npm run lighthouse: judges the built pages as Lighthouse does for a telephone, and tells what falls short.
// Fails below 100 for accessibility, best practices and SEO, and on the committee page below 99 for speed.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findChromium } from './chromium.ts'
import { COMMITTEE_PAGE, withServedPages } from './pages/served.ts'

const LIGHTHOUSE = fileURLToPath(import.meta.resolve('lighthouse/cli/index.js'))
const PAGES = [
  '/',
  COMMITTEE_PAGE,
  `${COMMITTEE_PAGE}/indikator/share_to_work_or_studies`,
  '/kvalitet',
  '/data',
]

/** How well a page serves a program that acts for somebody is no matter here: nothing on these pages is done. */
const JUDGED = ['performance', 'accessibility', 'best-practices', 'seo']

const Report = z.object({
  categories: z.record(
    z.string(),
    z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string() })) }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), title: z.string() })),
})

const chromium = await findChromium()
await withServedPages([], async (address) => {
  for (const path of PAGES) tell(path, await judge(address + path))
})

function tell(path: string, { categories, audits }: z.infer<typeof Report>): void {
  process.stdout.write(`\n${path}\n`)
  for (const [name, { score, auditRefs }] of Object.entries(categories)) {
    const least = name === 'performance' ? (path === COMMITTEE_PAGE ? 0.99 : 0.9) : 1
    process.stdout.write(`  ${name.padEnd(16)}${(score * 100).toFixed(0).padStart(4)}\n`)
    if (score >= least) continue
    process.exitCode = 1
    const short = auditRefs.map(({ id }) => audits[id]).filter((audit) => (audit?.score ?? 1) < 0.9)
    for (const audit of short) process.stdout.write(`    ${audit?.title}\n`)
  }
}

async function judge(address: string): Promise<z.infer<typeof Report>> {
  const flags = [
    '--quiet',
    '--output=json',
    `--only-categories=${JUDGED.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ]
  const env = { ...process.env, CHROME_PATH: chromium }
  const { stdout } = await promisify(execFile)(process.execPath, [LIGHTHOUSE, address, ...flags], {
    env,
    maxBuffer: 2 ** 27,
  })
  return Report.parse(JSON.parse(stdout))
}

// npm run bench: what ingest costs beside the least that DuckDB can do with the same rows.
// Then how fast DAK and XLSX come in, at a size that they come in. Each step runs in a process of its own. Needs some 5 GB of disk for ten million rows.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeAttendanceRows } from '@utfall/synthetic'
import { z } from 'zod'
import { measure, measureIngest, script } from './bench/measure.ts'
import { writeOtherFormats } from './bench/other-formats.ts'
import { printResult } from './bench/result.ts'
import { ROOT } from './run-program.ts'

const AGREEMENT = 'matning'
const REPORT = join(ROOT, 'var/bench.json')
const FULL_SIZE = 10_000_000
/** At full size the measurement fails beyond these. */
const LIMITS = { ingestRatio: 2, ingestPeakBytes: 2 * 2 ** 30 }

const { rows } = z
  .object({ rows: z.coerce.number().int().min(1).default(FULL_SIZE) })
  .parse(parseArgs({ options: { rows: { type: 'string' } } }).values)

mkdirSync(join(ROOT, 'var'), { recursive: true })
const folder = mkdtempSync(join(ROOT, 'var/bench-'))
try {
  await measureAll(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measureAll(place: string): Promise<void> {
  const at = (...parts: readonly string[]) => join(place, ...parts)
  const csv = at('data/agreements', AGREEMENT, 'deliveries/narvaro.csv')
  mkdirSync(dirname(csv), { recursive: true })
  process.stdout.write(`Writing ${rows.toLocaleString('en')} rows of attendance …\n`)
  const agreement = await writeAttendanceRows({ file: csv, rows, agreement: AGREEMENT })
  writeFileSync(at('data/agreements', AGREEMENT, 'agreement.yaml'), agreement)

  const bareLoad = await measure('bare load', [script('bare-load.ts'), csv, at('bare.duckdb')])
  const ingest = await measureIngest('ingest', at('data'), at('home'))
  const formats = []
  for (const { format, data, ...size } of await writeOtherFormats(csv, agreement, at('formats'))) {
    const home = at('home-of', format)
    const usage = await measureIngest(`ingest ${format}`, data, home)
    formats.push({ format, ...size, ...usage, rowsPerSecond: Math.round(size.rows / usage.seconds) })
  }

  const result = {
    rows,
    csvBytes: statSync(csv).size,
    warehouseBytes: statSync(at('home/warehouse.duckdb')).size,
    cores: cpus().length,
    node: process.version,
    steps: { bareLoad, ingest },
    formats,
    ratios: { ingest: ingest.seconds / bareLoad.seconds },
    limits: LIMITS,
  }
  writeFileSync(REPORT, `${JSON.stringify(result, null, 2)}\n`)
  printResult(result)
  process.stdout.write(`\nWritten to ${REPORT}\n`)
  const isOver = result.ratios.ingest > LIMITS.ingestRatio || ingest.peakBytes > LIMITS.ingestPeakBytes
  process.exitCode = rows >= FULL_SIZE && isOver ? 1 : 0
}

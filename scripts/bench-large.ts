// npm run bench:large: one file of 1 GB in each format that associations' programs send in bulk. Fails where ingest of it
// holds 2 GiB of memory or more at any time. Needs some 4 GB of disk.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeAttendanceRows, writeDakFile } from '@utfall/synthetic'
import { measureIngest } from './bench/measure.ts'
import { ROOT } from './run-program.ts'

const AGREEMENT = 'matning'
const BYTES = 1_000_000_000
/** A row of the CSV file. */
const ROW_BYTES = 72
const MOST_MEMORY = 2 * 2 ** 30

const FORMATS = ['csv', 'xml'] as const
type Format = (typeof FORMATS)[number]
const count = (number: number) => Math.round(number).toLocaleString('en')

mkdirSync(join(ROOT, 'var'), { recursive: true })
const folder = mkdtempSync(join(ROOT, 'var/bench-'))
try {
  const peaks = []
  for (const format of FORMATS) peaks.push(await ingested(format))
  process.exitCode = peaks.some((peak) => peak >= MOST_MEMORY) ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Ingests a file of the format, says at what rate, and returns the most memory that it took, in bytes. */
async function ingested(format: Format): Promise<number> {
  const data = join(folder, format)
  const file = join(data, 'agreements', AGREEMENT, `deliveries/narvaro.${format}`)
  mkdirSync(dirname(file), { recursive: true })
  const rows = await write(format, file)
  const bytes = statSync(file).size
  const home = join(folder, 'home')
  const { seconds, peakBytes } = await measureIngest(`ingest ${format}`, data, home)
  for (const done of [data, home]) rmSync(done, { recursive: true })
  process.stdout.write(
    `  ${count(bytes / 1e6)} MB, ${count(rows)} rows: ${count(seconds)} s, ${count(rows / seconds)} rows/s, ` +
      `${(peakBytes / 2 ** 30).toFixed(2)} GiB at most\n`,
  )
  return peakBytes
}

async function write(format: Format, file: string): Promise<number> {
  const agreement = join(dirname(file), '../agreement.yaml')
  const csv = { file: join(dirname(file), 'narvaro.csv'), agreement: AGREEMENT }
  if (format === 'csv') {
    const rows = Math.ceil(BYTES / ROW_BYTES)
    writeFileSync(agreement, await writeAttendanceRows({ ...csv, rows }))
    return rows
  }
  const yaml = await writeAttendanceRows({ ...csv, rows: 1 })
  writeFileSync(agreement, yaml.replace('narvaro.csv', 'narvaro.xml'))
  return writeDakFile({ file, bytes: BYTES, activity: 'insats-1' })
}

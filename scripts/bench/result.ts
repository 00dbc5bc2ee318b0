import { z } from 'zod'

/**
 * What one process took: seconds from its start to its end, seconds that its threads worked (which other work on the
 * machine does not lengthen), and its peak of resident memory.
 */
export const Usage = z.object({ seconds: z.number(), cpuSeconds: z.number(), peakBytes: z.number() })
export type Usage = z.infer<typeof Usage>

interface Result {
  readonly rows: number
  readonly csvBytes: number
  readonly warehouseBytes: number
  readonly steps: Readonly<Record<'bareLoad' | 'ingest', Usage>>
  readonly formats: readonly (Usage & {
    readonly format: string
    readonly rows: number
    readonly rowsPerSecond: number
  })[]
  readonly ratios: Readonly<Record<'ingest', number>>
}

export function printResult({ rows, steps, formats, ratios, csvBytes, warehouseBytes }: Result): void {
  const sizes = `${gigabytes(csvBytes)} of CSV, ${gigabytes(warehouseBytes)} of warehouse`
  process.stdout.write(`\n${rows.toLocaleString('en')} rows, ${sizes}\n\n`)
  printLine('', 'time', 'peak memory', 'ratio')
  printStep('bare load', steps.bareLoad)
  printStep('ingest', steps.ingest, ratios.ingest)
  process.stdout.write('\n')
  printLine('ingest of', 'rows', 'rows/s', 'peak memory')
  const csv = { format: 'CSV', rows, rowsPerSecond: rows / steps.ingest.seconds, ...steps.ingest }
  for (const { format, peakBytes, ...rate } of [csv, ...formats]) {
    const [many, fast] = [rate.rows, Math.round(rate.rowsPerSecond)].map((count) =>
      count.toLocaleString('en'),
    )
    printLine(format, many ?? '', fast ?? '', gigabytes(peakBytes))
  }
}

function printStep(name: string, { seconds, peakBytes }: Usage, ratio?: number): void {
  const beside = ratio === undefined ? '' : `${ratio.toFixed(2)} ×`
  printLine(name, `${seconds.toFixed(1)} s`, gigabytes(peakBytes), beside)
}

function printLine(name: string, ...cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(12)}${cells.map((cell) => cell.padStart(13)).join('')}\n`)
}

function gigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(2)} GiB`
}

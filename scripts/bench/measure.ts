import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMAND, ROOT, runProgram } from '../run-program.ts'
import { Usage } from './result.ts'

/** A script of the measurements. */
export function script(name: string): string {
  return join(ROOT, 'scripts/bench', name)
}

/** Runs a script in its own process; what it prints is not part of the measurement and not shown. */
export async function measure(name: string, args: readonly string[]): Promise<Usage> {
  process.stdout.write(`${name} …\n`)
  const folder = mkdtempSync(join(tmpdir(), 'utfall-usage-'))
  const report = join(folder, 'usage.json')
  try {
    const status = await runProgram(
      process.execPath,
      ['--import', script('report-usage.ts'), ...args],
      { BENCH_REPORT: report },
      'ignore',
    )
    if (status !== 0) throw new Error(`${name} ended with status ${status}: node ${args.join(' ')}`)
    return Usage.parse(JSON.parse(readFileSync(report, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Ingests every delivery of a data folder into a home. */
export function measureIngest(name: string, data: string, home: string): Promise<Usage> {
  return measure(name, [COMMAND, 'ingest', '--data', data, '--home', home, '--json'])
}

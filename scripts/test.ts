// npm test: every check and every test, in order. The last line says how many passed and how many failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.ts'
import { runProgram, runQuietly } from './run-program.ts'
import { countTests } from './vitest-counts.ts'
import type { Counts } from './vitest-counts.ts'

interface Result extends Counts {
  readonly name: string
  readonly seconds: number
}

type Check = () => Promise<Result>

/** Rows that run side by side, for most of these programs use one core; within a row each waits for the one before. */
const CHECKS: readonly (readonly Check[])[] = [
  [
    check('types', 'turbo', 'run', 'typecheck', 'typecheck:node', '--output-logs=new-only'),
    check('build of the pages', 'turbo', 'run', 'build', '--output-logs=new-only'),
  ],
  [
    check('format', 'prettier', '--check', '.'),
    check('lint', 'oxlint', '--deny-warnings'),
    check(
      'import directions',
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
      'apps',
      'tests',
      'scripts',
    ),
    check('unused exports and dependencies', 'knip'),
  ],
]

summarise([
  ...(await Promise.all(CHECKS.map(inTurn))).flat(),
  ...(await inTurn([() => measured('browser for the tests', chromium), () => measured('tests', vitest)])),
])

async function inTurn(checks: readonly Check[]): Promise<Result[]> {
  const results: Result[] = []
  for (const run of checks) results.push(await run())
  return results
}

function check(name: string, program: string, ...args: readonly string[]): Check {
  return () =>
    measured(name, async () => {
      const { status, said } = await runQuietly(program, args)
      process.stdout.write(`\n── ${name}\n${said}`)
      return one(status === 0)
    })
}

async function measured(name: string, run: () => Promise<Counts>): Promise<Result> {
  const started = performance.now()
  return { name, ...(await run()), seconds: (performance.now() - started) / 1000 }
}

function one(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] }
}

async function chromium(): Promise<Counts> {
  process.stdout.write('\n── browser for the tests\n')
  try {
    process.env.CHROMIUM = await findChromium()
    process.stdout.write(`${process.env.CHROMIUM}\n`)
    return one(true)
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return one(false)
  }
}

async function vitest(): Promise<Counts> {
  process.stdout.write('\n── tests\n')
  const folder = mkdtempSync(join(tmpdir(), 'utfall-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    await runProgram('vitest', ['run', ...reporters])
    return countTests(readFileSync(report, 'utf8'))
  } catch (error) {
    process.stdout.write(`The tests left no report: ${String(error)}\n`)
    return one(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function summarise(results: readonly Result[]): void {
  process.stdout.write('\n')
  for (const { name, passed, failed, seconds, skipped } of results) {
    const sign = failed === 0 ? '✓' : '✗'
    process.stdout.write(
      `${sign} ${name.padEnd(34)}${`${passed} passed, ${failed} failed`.padEnd(24)}${seconds.toFixed(1).padStart(7)} s\n`,
    )
    for (const test of skipped) process.stdout.write(`    not run, and hence failed: ${test}\n`)
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  process.exitCode = failed === 0 ? 0 : 1
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
}

import { describe, expect, test } from 'vitest'
import { countTests } from './vitest-counts.ts'

const report = (success: boolean, ...files: readonly { status: string; tests: readonly string[] }[]) =>
  JSON.stringify({
    success,
    testResults: files.map(({ status, tests }, at) => ({
      name: `${at}.test.ts`,
      status,
      assertionResults: tests.map((each, nth) => ({ fullName: `test ${nth}`, status: each })),
    })),
  })

describe('countTests', () => {
  test('sums passed and failed over files', () => {
    const counts = countTests(
      report(
        false,
        { status: 'passed', tests: ['passed', 'passed'] },
        { status: 'failed', tests: ['passed', 'failed'] },
      ),
    )
    expect(counts).toEqual({ passed: 3, failed: 1, skipped: [] })
  })

  test('counts a skipped test as failed, and names it', () => {
    const counts = countTests(report(true, { status: 'passed', tests: ['passed', 'pending'] }))
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: ['test 1'] })
  })

  test('counts a file that could not be loaded', () => {
    expect(countTests(report(false, { status: 'failed', tests: [] }))).toMatchObject({ failed: 1 })
  })

  test('counts an error outside of every test', () => {
    const counts = countTests(report(false, { status: 'passed', tests: ['passed'] }))
    expect(counts).toMatchObject({ passed: 1, failed: 1 })
  })
})

import { z } from 'zod'

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** Tests that did not run. They count as failed: what is not run is not known. */
  readonly skipped: readonly string[]
}

/** Counts the tests of Vitest's JSON report. A file that could not be loaded is one failure. */
export function countTests(report: string): Counts {
  const { success, testResults } = Report.parse(JSON.parse(report))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName)
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = tests.length - passed + unloaded
  return { passed, failed: success || failed > 0 ? failed : 1, skipped }
}

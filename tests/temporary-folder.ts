import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder for all that the tests write, gone with the run: the invented people in a test's warehouse are nobody,
 * but what a stopped test leaves behind would be mistaken for somebody's.
 */
export default function temporaryFolder(): () => void {
  const outside = tmpdir()
  const folder = mkdtempSync(join(outside, 'utfall-tests-'))
  process.env.TMPDIR = folder
  return () => {
    process.env.TMPDIR = outside
    rmSync(folder, { recursive: true, force: true })
  }
}

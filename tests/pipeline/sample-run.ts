import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { utfall } from './utfall-command.ts'
import type { Ended } from './utfall-command.ts'

/** One walk of the sample deliveries through the whole house, that the tests look at and leave as it is. */
export interface SampleRun extends Ended {
  readonly home: string
}

declare module 'vitest' {
  interface ProvidedContext {
    sampleRun: SampleRun
  }
}

export default async function runSample(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'utfall-sample-'))
  const ended = await utfall('run', '--home', home, '--json')
  project.provide('sampleRun', { home, ...ended })
  return () => rmSync(home, { recursive: true, force: true })
}

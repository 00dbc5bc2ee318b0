import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startUtfall } from './utfall-command.ts'
import type { Started } from './utfall-command.ts'

declare module 'vitest' {
  interface ProvidedContext {
    sampleRun: {
      readonly home: string
      /** The file that says how the run ended, once it has. */
      readonly ended: string
    }
  }
}

/** Starts one walk of the sample deliveries through the whole house; the tests that need nothing of it go on meanwhile. */
export default function runSample(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-sample-'))
  const home = join(folder, 'home')
  const ended = join(folder, 'ended.json')
  const run = startUtfall(['run', '--home', home, '--json'])
  const told = tell(run, ended)
  project.provide('sampleRun', { home, ended })
  return async () => {
    run.process.kill()
    await told
    rmSync(folder, { recursive: true, force: true })
  }
}

async function tell(run: Started, file: string): Promise<void> {
  const how = await run.ended
  writeFileSync(`${file}.part`, JSON.stringify(how))
  renameSync(`${file}.part`, file)
}

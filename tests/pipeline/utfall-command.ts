import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const SAMPLE_DATA = join(ROOT, 'data')
export const COMMAND = join(ROOT, 'apps/cli/bin/utfall.mjs')

export interface Ended {
  /** Exit status, or null when a signal ended it. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts the command as an analyst would, in a process of its own that speaks Swedish. */
export function startUtfall(args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env: { ...process.env, LC_ALL: 'sv_SE.UTF-8', NO_COLOR: '1', UTFALL_HOME: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return {
    process: child,
    ended: output.then(([stdout, stderr]) => ({ status: child.exitCode, stdout, stderr })),
  }
}

export function utfall(...args: readonly string[]): Promise<Ended> {
  return startUtfall(args).ended
}

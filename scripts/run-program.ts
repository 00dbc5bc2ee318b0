import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const COMMAND = join(ROOT, 'apps/cli/bin/utfall.mjs')

/**
 * Runs a program in the root with its output on this terminal, and answers with its exit status.
 * Programs of `node_modules/.bin` go first, the pinned Node among them. With `ignore` only its faults are shown.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  stdio: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, PATH: pathWithPrograms() },
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'ignore', 'inherit'],
  })
  const [status] = await once(child, 'exit')
  return typeof status === 'number' ? status : 1
}

/** The same, with what it says kept until it has ended: for programs that run side by side. */
export async function runQuietly(
  program: string,
  args: readonly string[],
): Promise<{ readonly status: number; readonly said: string }> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: pathWithPrograms() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [status] = await once(child, 'close')
  return { status: typeof status === 'number' ? status : 1, said }
}

function pathWithPrograms(): string {
  return [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
}

import { main } from '../../apps/cli/src/main.ts'
import { ROOT } from './utfall-command.ts'
import type { Ended } from './utfall-command.ts'

/**
 * Runs the command in this process, for tests in which a process of its own is not the point: to start one
 * costs more than most commands do.
 */
export async function utfallHere(...args: readonly string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const into = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[stream] += text
    },
  })
  const status = await main(args, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: { LC_ALL: 'sv_SE.UTF-8', NO_COLOR: '1' },
    cwd: () => ROOT,
  })
  return { status, ...written }
}

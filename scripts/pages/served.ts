import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { ROOT } from '../run-program.ts'

const SERVER = join(ROOT, 'apps/dashboard/build/index.js')
const PORT = '4785'
const ADDRESS = `http://127.0.0.1:${PORT}`

export const COMMITTEE_PAGE = '/avtal/sollentuna-mojligheternas-plats'

/** Serves the built pages of a publication made for tests while `use` looks at them; `launcher` starts Node. */
export async function withServedPages<Seen>(
  launcher: readonly string[],
  use: (address: string) => Promise<Seen>,
): Promise<Seen> {
  if (!existsSync(SERVER)) throw new Error('The pages are not built. Run npm run build.')
  const home = mkdtempSync(join(tmpdir(), 'utfall-pages-'))
  await writePublication(join(home, 'publications'), content)
  const [program = process.execPath, ...args] = [...launcher, process.execPath, SERVER]
  const env = { ...process.env, UTFALL_HOME: home, HOST: '127.0.0.1', PORT }
  const server = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await untilAnswered()
    return await use(ADDRESS)
  } finally {
    server.kill()
    await once(server, 'exit')
    rmSync(home, { recursive: true })
  }
}

async function untilAnswered(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(ADDRESS).catch(() => undefined)
    if (response?.ok) return
    await wait(100)
  }
  throw new Error(`The pages do not answer on ${ADDRESS}`)
}

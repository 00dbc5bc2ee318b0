import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../apps/dashboard/build/index.js', import.meta.url))

/** The built dashboard, at work. */
export interface Served {
  readonly address: string
  readonly close: () => void
}

/** The same, served from a home of its own, and a browser to read it with. */
export interface Dashboard {
  readonly address: string
  /** The folder of publications that it serves; empty until a test writes into it. */
  readonly publications: string
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/**
 * Starts both; `prepare` fills the folder of publications before anybody asks for a page, and `settle` says what more
 * the environment holds, once the address is known.
 */
export async function openDashboard(
  prepare: (publications: string) => Promise<unknown> = () => Promise.resolve(),
  settle: (address: string) => Promise<NodeJS.ProcessEnv> = () => Promise.resolve({}),
): Promise<Dashboard> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const home = await mkdtemp(join(tmpdir(), 'utfall-browser-'))
  const publications = join(home, 'publications')
  await prepare(publications)
  const { address, close } = await serveDashboard(home, settle)
  return {
    address,
    publications,
    browser,
    close: async () => {
      close()
      await browser.close()
      await rm(home, { recursive: true })
    },
  }
}

/** Serves the publications of a home. `settle` is as above. */
export async function serveDashboard(
  home: string,
  settle: (address: string) => Promise<NodeJS.ProcessEnv> = () => Promise.resolve({}),
): Promise<Served> {
  if (!existsSync(SERVER))
    throw new Error(`The dashboard is not built: ${SERVER} is missing. Run npm run build.`)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const settings = await settle(address)
  const server = spawn(process.execPath, [SERVER], {
    env: { ...process.env, ...settings, UTFALL_HOME: home, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilAnswered(address)
  return { address, close: () => server.kill() }
}

function chromiumPath(): string {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(path)) return path
  throw new Error(`No Chromium at ${path}. Install Debian's chromium, or set CHROMIUM to the path of one.`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() =>
        place !== null && typeof place === 'object' ? resolve(place.port) : reject(new Error('no free port')),
      )
    })
  })
}

async function untilAnswered(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answered = await fetch(address).then(
      () => true,
      () => false,
    )
    if (answered) return
    await wait(100)
  }
  throw new Error(`The dashboard does not answer on ${address}`)
}

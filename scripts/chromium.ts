import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProgram } from './run-program.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium for the browser tests: `CHROMIUM`, one on the path, or Debian's, installed here and now. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM is ${given}, which does not exist. Give the path of a Chromium or Chrome.`)
  }
  const installed = onPath(NAMES)
  if (installed !== undefined) return installed
  await install()
  const fresh = onPath(NAMES)
  if (fresh !== undefined) return fresh
  throw new Error(
    'The browser tests need Chromium, and it could not be installed. Install it yourself (apt-get install chromium), or set CHROMIUM to the path of one.',
  )
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file))
}

async function install(): Promise<void> {
  if (onPath(['apt-get']) === undefined) return
  process.stdout.write('No Chromium here: installing that of Debian.\n')
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo']
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [program = '', ...rest] = [...asRoot, 'apt-get', ...args]
    await runProgram(program, rest, { DEBIAN_FRONTEND: 'noninteractive' })
  }
}

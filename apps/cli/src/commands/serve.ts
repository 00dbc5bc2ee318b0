import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { EXIT_STATUS } from '@utfall/contracts'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { dashboardNotBuilt, portForbidden, portTaken } from '../messages/faults.ts'

const DASHBOARD = fileURLToPath(new URL('../../../dashboard/build/index.js', import.meta.url))
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const

export const serve = defineCommand({
  name: 'serve',
  summary: { sv: 'visar sidorna', en: 'serve the pages' },
  description: {
    sv: 'Visar sidorna för den senaste publikationen på den här datorn, tills det avbryts med Ctrl-C.',
    en: 'Serves the pages of the newest publication on this computer, until it is ended with Ctrl-C.',
  },
  flags: [{ flags: '--port <number>', words: { sv: 'port (annars 3000)', en: 'port (default 3000)' } }],
  options: z.object({ port: z.coerce.number().int().min(1).max(65_535).default(3000) }),
  run: async ({ home, say }, { port }) => {
    if (!existsSync(DASHBOARD)) throw dashboardNotBuilt()
    await refuseUnusablePort(port)
    const address = `http://localhost:${port}`
    say({
      sv: `Sidorna visas på ${address}. Avsluta med Ctrl-C.`,
      en: `The pages are on ${address}. End with Ctrl-C.`,
    })
    const status = await serveUntilStopped(home.folder, port)
    return { document: { address }, status, page: () => undefined }
  },
})

/**
 * Runs the pages in a process of their own: they must not reach what this process can reach. Answers 2 where they say
 * themselves what is wrong in the environment.
 */
async function serveUntilStopped(home: string, port: number): Promise<0 | 2> {
  const server = spawn(process.execPath, [DASHBOARD], {
    env: { ...process.env, UTFALL_HOME: home, PORT: String(port) },
    stdio: ['ignore', 2, 2],
  })
  let isStopping = false
  const stop = () => {
    isStopping = true
    server.kill('SIGTERM')
  }
  for (const signal of STOP_SIGNALS) process.on(signal, stop)
  try {
    const [status] = await once(server, 'exit')
    if (status === EXIT_STATUS.wrongUse) return status
    if (!isStopping) throw new Error(`The dashboard ended by itself with status ${String(status)}`)
    return 0
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, stop)
  }
}

async function refuseUnusablePort(port: number): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port)
    await once(probe, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw portTaken(port)
    if (code === 'EACCES') throw portForbidden(port)
    throw error
  }
  probe.close()
  await once(probe, 'close')
}

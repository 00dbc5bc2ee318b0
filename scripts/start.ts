// npm start: builds the pages, ingests the deliveries, publishes and serves. Each step does only what is new.
import { setTimeout as wait } from 'node:timers/promises'
import { COMMAND, ROOT, runProgram } from './run-program.ts'

const PORT = process.env.PORT || '3000'
const ADDRESS = `http://localhost:${PORT}`
/** The exit status of `utfall` when a delivery was stopped or paused: told above, and no reason not to start. */
const DELIVERY_STOPPED = 3

process.chdir(ROOT)
process.exitCode = await start()

async function start(): Promise<number> {
  const built = await runProgram('turbo', ['run', 'build', '--output-logs=new-only', '--no-update-notifier'])
  if (built !== 0) return built
  const published = await utfall('run')
  if (published !== 0 && published !== DELIVERY_STOPPED) return published
  // Ctrl-C reaches every process of the terminal; this one waits for the server to end and then ends by itself.
  process.on('SIGINT', () => undefined)
  const ended = new AbortController()
  const serving = utfall('serve', '--port', PORT).finally(() => ended.abort())
  if (await answers(ended.signal)) {
    process.stdout.write(
      `\n  Utfall: ${ADDRESS}\n  Öppna adressen i en webbläsare. Avsluta med Ctrl-C.\n  Open the address in a browser. End with Ctrl-C.\n\n`,
    )
  }
  return serving
}

function utfall(...args: readonly string[]): Promise<number> {
  return runProgram(process.execPath, [COMMAND, ...args])
}

/** Waits until the server answers; false when it ended before it did. */
async function answers(ended: AbortSignal): Promise<boolean> {
  while (!ended.aborted) {
    try {
      await fetch(ADDRESS, { signal: ended })
      return !ended.aborted
    } catch {
      await wait(100)
    }
  }
  return false
}

#!/usr/bin/env node
// Plain JavaScript for any Node from 20: the program itself is TypeScript, which only a newer Node runs as it is.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

if (process.features.typescript) {
  module.enableCompileCache() // halves the time from Enter to the first line
  process.stdout.on('error', endQuietly)
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2), process)
} else {
  runWithPinnedNode()
}

/** A reader that has seen enough (`utfall indicators | head`) closes the pipe: that is no fault of ours. */
function endQuietly(error) {
  if (error.code !== 'EPIPE') throw error
}

/** Starts this file again with the Node that the lockfile pins, and ends as that one ends. */
function runWithPinnedNode() {
  const node = pinnedNode()
  if (node === undefined) {
    process.stderr.write(
      `Utfall behöver Node 22.18 eller nyare; här körs ${process.version}. Kör "npm ci" i Utfalls mapp, så hämtas rätt version.\n` +
        `Utfall needs Node 22.18 or newer; this is ${process.version}. Run "npm ci" in the folder of Utfall to get the right one.\n`,
    )
    process.exitCode = 2
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (status) => {
    process.exitCode = status ?? 1
  })
}

function pinnedNode() {
  try {
    return module.createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    return undefined
  }
}

// Preloaded into each measured process: when it ends, writes how long it lived, how long its threads worked and how much
// memory it held at most.
import { readFileSync, writeFileSync } from 'node:fs'

process.on('exit', () => {
  const report = process.env.BENCH_REPORT
  if (report === undefined) return
  const seconds = performance.now() / 1000
  const { user, system } = process.cpuUsage()
  const cpuSeconds = (user + system) / 1e6
  writeFileSync(report, JSON.stringify({ seconds, cpuSeconds, peakBytes: peakBytes() }))
})

/** The kernel's high-water mark of resident memory. */
function peakBytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
}

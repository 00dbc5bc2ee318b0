// Preloaded into each measured process: when it ends, writes how long it lived and how much memory it held at most.
import { readFileSync, writeFileSync } from 'node:fs'

process.on('exit', () => {
  const report = process.env.BENCH_REPORT
  if (report === undefined) return
  const seconds = performance.now() / 1000
  writeFileSync(report, JSON.stringify({ seconds, peakBytes: peakBytes() }))
})

/** The kernel's high-water mark of resident memory. */
function peakBytes(): number {
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
}

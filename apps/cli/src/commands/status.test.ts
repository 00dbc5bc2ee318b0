import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../main.ts'

const AGREEMENT = `id: huset
title: Huset
municipality: { code: "0163", name: Sollentuna kommun }
association: { name: Föreningen }
period: { start: 2025-01-01, end: 2025-12-31 }
activities: [{ id: hus, name: Öppet hus }]
sources: [{ id: besok, sender: Föreningen, dataset: headcount, files: "*.csv", replaces: period }]
`

async function answer(folder: string, command: string): Promise<unknown> {
  let stdout = ''
  const write = (text: string) => {
    stdout += text
  }
  const argv = [command, '--json', '--data', folder, '--home', join(folder, 'var')]
  await main(argv, { stdout: { write }, stderr: { write: () => {} }, env: {}, cwd: () => folder })
  return JSON.parse(stdout)
}

test('a source covers what was loaded, and not what was paused or stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-status-'))
  const deliveries = join(folder, 'agreements/huset/deliveries')
  mkdirSync(deliveries, { recursive: true })
  writeFileSync(join(folder, 'agreements/huset/agreement.yaml'), AGREEMENT)
  const deliver = (name: string, day: string) =>
    writeFileSync(join(deliveries, name), `datum;insats;antal\n${day};hus;3\n`)
  deliver('2025-04.csv', '2025-04-01')
  deliver('2025-05.csv', 'i maj')
  await answer(folder, 'ingest')
  deliver('2025.csv', '2025-06-01')
  expect(await answer(folder, 'ingest')).toMatchObject({
    receipts: [{ verdict: 'approved' }, { verdict: 'rejected' }, { verdict: 'paused' }],
  })
  expect(await answer(folder, 'status')).toMatchObject({
    sources: [{ source: 'besok', deliveries: 3, covers_to: '2025-04-30' }],
  })
  rmSync(folder, { recursive: true })
})

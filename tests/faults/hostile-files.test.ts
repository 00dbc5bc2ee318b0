import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { homeAt, openWarehouse } from '@utfall/warehouse'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { scratchFolder } from '../pipeline/scratch.ts'
import { ROOT, startUtfall } from '../pipeline/utfall-command.ts'
import { GOOD, GOOD_ROWS, writeHostileFiles } from './hostile-files.ts'

const AGREEMENT = `id: prov
title: Prov
municipality: { code: "9999", name: Provby kommun }
association: { name: Provföreningen }
period: { start: 2025-01-01, end: 2025-12-31 }
activities: [{ id: hus, name: Öppet hus }]
sources:
  - { id: narvaro, sender: Provföreningen, dataset: attendance, files: "narvaro/*", replaces: rows }
  - { id: bok, sender: Provföreningen, dataset: costs, files: "bok/*" }
`

const Receipts = z.object({
  receipts: z.array(
    z.object({
      file: z.string(),
      verdict: z.string(),
      rows: z.object({ new: z.int() }),
      faults: z.array(
        z.object({
          rule: z.string(),
          severity: z.string(),
          sentence: z.object({ sv: z.string(), en: z.string() }),
        }),
      ),
    }),
  ),
})

test('every hostile file is stopped with a sentence, in bounded time and memory, and the good ones beside are loaded', async () => {
  const folder = scratchFolder()
  const agreement = join(folder, 'data/agreements/prov')
  const deliveries = join(agreement, 'deliveries')
  const rules = await writeHostileFiles(deliveries)
  writeFileSync(join(agreement, 'agreement.yaml'), AGREEMENT)
  writeFileSync(join(deliveries, 'narvaro/aa-god.csv'), GOOD)
  writeFileSync(join(deliveries, 'narvaro/oo-god.csv'), GOOD.replaceAll('2025-01-14', '2025-01-15'))
  mkdirSync(join(folder, 'home'))

  const report = join(folder, 'usage.json')
  const { ended } = startUtfall(
    ['ingest', '--data', join(folder, 'data'), '--home', join(folder, 'home'), '--json'],
    { BENCH_REPORT: report, NODE_OPTIONS: `--import ${join(ROOT, 'scripts/bench/report-usage.ts')}` },
  )
  const { stdout, status } = await ended
  expect(status).toBe(3)

  const { receipts } = Receipts.parse(JSON.parse(stdout))
  const stopped = receipts.filter(({ verdict }) => verdict === 'rejected')
  expect(new Map(stopped.map(({ file, faults }) => [file, faults.find(isStop)?.rule]))).toEqual(rules)
  for (const { sentence } of stopped.flatMap(({ faults }) => faults))
    expect(sentence.sv).not.toBe(sentence.en)
  const loaded = receipts.filter(({ verdict }) => verdict.startsWith('approved'))
  expect(loaded.map(({ rows }) => rows.new)).toEqual([GOOD_ROWS, GOOD_ROWS])

  const home = homeAt(join(folder, 'home'))
  expect(readdirSync(home.receipts).filter((name) => name.endsWith('.part'))).toEqual([])
  const warehouse = await openWarehouse(home)
  const kept = await warehouse.connection.runAndReadAll('select count(*)::integer from attendance')
  warehouse.close()
  expect(kept.value(0, 0)).toBe(2 * GOOD_ROWS)
  const { peakBytes } = z.object({ peakBytes: z.number() }).parse(JSON.parse(readFileSync(report, 'utf8')))
  expect(peakBytes).toBeLessThan(1024 * 2 ** 20)
})

const isStop = ({ severity }: { readonly severity: string }) => severity === 'stop'

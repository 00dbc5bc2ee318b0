import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFault } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count } from './written-publication.ts'

const trial = trialPublications()
const rows = [count('unique_participants', 40)]

test.each(['manifest.json', 'indicators.json', 'agreements.json'])(
  'an earlier publication whose %s is cut short is named, and nothing is proved without it',
  async (name) => {
    const earlier = trial.write({ id: '2026-01-01', rows })
    writeFileSync(join(earlier, name), '{ "id": "2026')
    const attacking = trial.attack({ id: '2026-02-01', rows })
    await expect(attacking).rejects.toThrow(ExpectedFault)
    await expect(attacking).rejects.toThrow(earlier)
  },
)

test('so is one whose table is cut short', async () => {
  const earlier = trial.write({ id: '2026-01-01', rows })
  writeFileSync(join(earlier, 'results.csv'), 'agreement,indicator\r\na,uni')
  await expect(trial.attack({ id: '2026-02-01', rows })).rejects.toThrow(join(earlier, 'results.csv'))
})

test('so is one that lacks a file', async () => {
  const earlier = trial.write({ id: '2026-01-01', rows })
  rmSync(join(earlier, 'indicators.json'))
  await expect(trial.attack({ id: '2026-02-01', rows })).rejects.toThrow(ExpectedFault)
})

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesUnder } from './files-under.ts'
import { foundIn, identityNumbersIn } from './identity-numbers.ts'
import { sampleRun } from './sample.ts'
import { SAMPLE_DATA } from './utfall-command.ts'
import { utfallHere } from './utfall-here.ts'

const sample = await sampleRun()

const numbers = new Set(
  filesUnder(SAMPLE_DATA).flatMap((file) => [
    ...identityNumbersIn(readFileSync(join(SAMPLE_DATA, file), 'latin1')),
  ]),
)

test('the sample has identity numbers to look for', () => {
  expect(numbers.size).toBeGreaterThan(100)
})

describe('no identity number of the sample is found', () => {
  test('in any file that the program made', () => {
    const files = filesUnder(sample.home)
    expect(files).toContain('warehouse.duckdb')
    const leaks = files.flatMap((file) =>
      foundIn(readFileSync(join(sample.home, file)), numbers).map((number) => ({ file, number })),
    )
    expect(leaks).toEqual([])
  })

  test('in what the command printed', () => {
    expect(sample.stdout).not.toBe('')
    expect(foundIn(Buffer.from(sample.stdout + sample.stderr), numbers)).toEqual([])
  })
})

describe('no identity number of the sample is told', () => {
  const agreement = 'sollentuna-mojligheternas-plats'
  // a copy: one process at a time has a warehouse, and other tests look at the sample's
  const home = mkdtempSync(join(tmpdir(), 'utfall-privacy-'))
  beforeAll(() => cpSync(sample.home, home, { recursive: true }))
  afterAll(() => rmSync(home, { recursive: true }))

  test.each([
    [['status']],
    [['receipts', '--json']],
    [['publications']],
    [['explain', 'unique_participants', '--agreement', agreement, '--period', '2025', '--members', '--json']],
  ])('by utfall %s', async (command) => {
    const ended = await utfallHere(...command, '--home', home)
    expect(ended.status).toBe(0)
    expect(foundIn(Buffer.from(ended.stdout + ended.stderr), numbers)).toEqual([])
  })

  test('by the log of what was done', () => {
    const acts = readFileSync(join(home, 'audit.jsonl'), 'utf8').trim().split('\n')
    expect(acts.map((act) => JSON.parse(act))).toContainEqual(
      expect.objectContaining({ what: 'publish', who: expect.any(String), when: expect.any(String) }),
    )
    expect(foundIn(Buffer.from(acts.join('\n')), numbers)).toEqual([])
  })
})

describe('the search itself', () => {
  test.each(['8001012397', '800101-2397', '800101+2397', '19800101-2397', '198001012397', '19800101 2397'])(
    'finds %s in any surroundings',
    (written) => {
      const one = new Set(['8001012397'])
      expect(identityNumbersIn(`x;${written};y`)).toEqual(one)
      expect(foundIn(Buffer.from(`{"cells":"${written}"}`), one)).not.toEqual([])
      expect(foundIn(Buffer.from(`00${written}00`), one)).not.toEqual([])
      expect(foundIn(Buffer.from(written, 'utf16le'), one)).not.toEqual([])
    },
  )

  test('takes no organisation number for a person', () => {
    expect(identityNumbersIn('802002-4512 5564567890')).toEqual(new Set())
  })
})

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { homeAt, openWarehouse } from '@utfall/warehouse'
import { describe, expect, test } from 'vitest'
import { filesUnder } from './files-under.ts'
import { scratchFolder } from './scratch.ts'
import { TINY, tinyDelivery, tinyFolder, writeTinyAgreement } from './tiny-agreement.ts'
import { utfall } from './utfall-command.ts'
import type { Ended } from './utfall-command.ts'
import { utfallHere } from './utfall-here.ts'
import { fingerprint } from './warehouse-fingerprint.ts'

/** A folder with the tiny agreement, and the options that point the command at it. */
function tinyPlace() {
  const folder = scratchFolder()
  const data = join(folder, 'data')
  const home = join(folder, 'home')
  writeTinyAgreement(data)
  return { data, home, at: ['--data', data, '--home', home] as const }
}

const errorOf = ({ stdout }: Ended) => JSON.parse(stdout).error

describe('wrong use ends with status 2 and a sentence', () => {
  test.each([
    { args: ['ingset'], sv: 'Menade du ”ingest”?', en: 'Did you mean "ingest"?' },
    { args: ['ingest', '--acept'], sv: 'Menade du ”--accept”?', en: 'Did you mean "--accept"?' },
    { args: ['publish', '--as-of', 'i går'], sv: 'ett datum som 2026-10-31', en: 'a date like 2026-10-31' },
    { args: ['export', '--agreement', TINY], sv: '--period saknas', en: '--period is missing' },
    { args: ['serve', '--port', '99999'], sv: 'mellan 1 och 65535', en: 'between 1 and 65535' },
    { args: ['status', '--data'], sv: 'värdet saknas', en: 'the value is missing' },
    { args: ['status', 'nu'], sv: 'inte emot fler ord', en: 'takes no words' },
    { args: [], sv: 'Vilket kommando?', en: 'Which command?' },
  ])('$args', async ({ args, sv, en }) => {
    const swedish = await utfallHere(...args)
    expect(swedish).toMatchObject({ status: 2, stdout: '' })
    expect(swedish.stderr).toContain(sv)
    const english = await utfallHere('--lang', 'en', ...args)
    expect(english).toMatchObject({ status: 2, stdout: '' })
    expect(english.stderr).toContain(en)
    expect(swedish.stderr + english.stderr).not.toContain('    at ')
  })

  test('an unknown agreement is told with the closest one', async () => {
    const { at } = tinyPlace()
    const ended = await utfallHere('check', ...at, '--agreement', 'provby-provforening')
    expect(ended.status).toBe(2)
    expect(ended.stderr).toContain(`Menade du ”${TINY}”?`)
  })

  test('a data folder that is missing is told', async () => {
    const ended = await utfallHere('status', '--data', join(scratchFolder(), 'borta'))
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toContain('--data')
  })
})

describe('help and version', () => {
  test('help speaks both languages and names every command', async () => {
    const swedish = await utfallHere('--help')
    const english = await utfallHere('--help', '--lang=en')
    const commands = ['check', 'ingest', 'publish', 'run', 'export', 'indicators', 'agreements', 'status']
    for (const command of [...commands, 'publications', 'serve']) {
      expect(swedish.stdout).toContain(`  ${command}`)
      expect(english.stdout).toContain(`  ${command}`)
    }
    expect(swedish).toMatchObject({ status: 0, stderr: '' })
    expect(swedish.stdout).toContain('Slutstatus: 0 klart')
    expect(english.stdout).toContain('Exit status: 0 done')
  })

  test('the version is a version', async () => {
    const { status, stdout } = await utfall('--version')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('agreement.yaml', () => {
  test('every fault names file, line, column and what is closest', async () => {
    const { data, at } = tinyPlace()
    const file = join(tinyFolder(data), 'agreement.yaml')
    const yaml = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      yaml
        .replace('kind: course', 'kind: curse')
        .replace('dataset: costs', 'dataset: cost')
        .concat('gaols: []\n'),
    )
    const { status, stdout, stderr } = await utfallHere('ingest', ...at)
    const lines = yaml.split('\n')
    const place = (text: string, value: string) => {
      const line = lines.findIndex((each) => each.includes(text))
      return `${file}:${line + 1}:${(lines[line] ?? '').indexOf(value) + 1} `
    }
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(place('kind: course', 'course'))
    expect(stderr).toContain('Menade du ”course”?')
    expect(stderr).toContain(place('dataset: costs', 'costs'))
    expect(stderr).toContain(`${file}:${lines.length}:1 `)
    expect(stderr).toContain('Menade du ”goals”?')
  })

  test('a goal for an indicator that does not exist is a fault', async () => {
    const { data, home, at } = tinyPlace()
    const file = join(tinyFolder(data), 'agreement.yaml')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'indicator: share_to_work_or_studies',
        'indicator: share_to_work_or_study',
      ),
    )
    const { status, stderr } = await utfallHere('run', ...at)
    expect(status).toBe(2)
    expect(stderr).toMatch(/agreement\.yaml:\d+:\d+ .*Menade du ”share_to_work_or_studies”\?/)
    expect(existsSync(home)).toBe(false)
  })
})

describe('--json', () => {
  test('is one document on standard output, whatever the command', async () => {
    const { at } = tinyPlace()
    const commands = [
      ['check'],
      ['ingest'],
      ['publish', '--as-of', '2025-12-31'],
      ['run'],
      ['status'],
      ['agreements'],
      ['indicators'],
      ['publications'],
    ]
    for (const command of commands) {
      const { status, stdout } = await utfallHere(...command, ...at, '--json')
      expect({ command, status, document: typeof JSON.parse(stdout) }).toEqual({
        command,
        status: 0,
        document: 'object',
      })
    }
  })

  test('is one document for a fault, too', async () => {
    const { at } = tinyPlace()
    expect(errorOf(await utfallHere('publish', ...at, '--json'))).toMatchObject({ code: 'nothing_ingested' })
    expect(errorOf(await utfallHere('nonsens', '--json'))).toMatchObject({ code: 'unknown_command' })
    expect(
      errorOf(await utfallHere('export', ...at, '--agreement', TINY, '--period', '2025', '--json')),
    ).toMatchObject({
      code: 'nothing_published',
      sentence: { sv: expect.any(String), en: expect.any(String) },
    })
  })
})

describe('the home', () => {
  test('check writes the receipt and nothing else', async () => {
    const { home, at } = tinyPlace()
    const { status, stdout } = await utfallHere('check', ...at, '--json')
    expect(status).toBe(0)
    const { receipts } = JSON.parse(stdout)
    expect(receipts).toHaveLength(5)
    expect(receipts.every((receipt: { dry_run: boolean }) => receipt.dry_run)).toBe(true)
    const written = filesUnder(home)
    expect(written.length).toBeGreaterThan(0)
    expect(written.filter((file) => !file.startsWith('receipts/'))).toEqual([])
  })

  test('check changes nothing in a warehouse that exists', async () => {
    const { data, home, at } = tinyPlace()
    await utfallHere('ingest', ...at)
    appendFileSync(tinyDelivery(data, 'pengar.csv'), '2025-06-30;5 000,00;own_cash\n')
    const before = await fingerprint(home)
    const { status, stdout } = await utfallHere('check', ...at, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).receipts).toContainEqual(
      expect.objectContaining({ file: expect.stringContaining('pengar.csv'), already_loaded: false }),
    )
    expect(await fingerprint(home)).toEqual(before)
  })

  test('a warehouse in use ends with status 4', async () => {
    const { home, at } = tinyPlace()
    await utfallHere('ingest', ...at)
    const warehouse = await openWarehouse(homeAt(home))
    try {
      const ended = await utfall('ingest', ...at)
      expect(ended.status).toBe(4)
      expect(ended.stderr).toContain('används av ett annat')
      expect(ended.stderr).not.toContain('    at ')
    } finally {
      warehouse.close()
    }
  })

  test('a file that is no delivery ends with status 3 and a receipt that says why', async () => {
    const { data, at } = tinyPlace()
    writeFileSync(tinyDelivery(data, 'pengar.csv'), '<!doctype html><html><body>404</body></html>\n')
    const { status, stdout } = await utfallHere('ingest', ...at)
    expect(status).toBe(3)
    expect(stdout).toContain('avvisad')
    expect(stdout).toContain('Stopp:')
  })

  test('a delivery that takes away much is paused until it is accepted', async () => {
    const { data, at } = tinyPlace()
    await utfallHere('ingest', ...at)
    const file = tinyDelivery(data, 'inskrivna.csv')
    const lines = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${lines.slice(0, 12).join('\n')}\n`)
    const paused = await utfallHere('ingest', ...at)
    expect(paused.status).toBe(3)
    expect(paused.stdout).toContain('pausad')
    expect(paused.stdout).toContain('--accept')
    const accepted = await utfallHere('ingest', ...at, '--accept')
    expect(accepted.status).toBe(0)
    expect(accepted.stdout).toContain('borttagna 13')
  })
})

test('serve refuses a port that is taken', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { status, stderr } = await utfallHere('serve', '--port', String(port), '--home', scratchFolder())
  other.close()
  expect(status).toBe(2)
  expect(stderr).toContain(`Port ${port} används redan`)
})

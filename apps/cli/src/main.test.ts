import { expect, test } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { main } from './main.ts'
import { wrongOption } from './messages/faults.ts'

async function ended(cwd: () => string, ...argv: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const into = (stream: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[stream] += text
    },
  })
  const status = await main(argv, { stdout: into('stdout'), stderr: into('stderr'), env: {}, cwd })
  return { status, ...written }
}

const broken = () => {
  throw new Error("Could not convert '19800101-2397'")
}

test('a bug ends with status 1 and its stack trace, in which no identity number is shown', async () => {
  const { status, stdout, stderr } = await ended(broken, 'status')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain("Could not convert '•••'")
  expect(stderr).toMatch(/ {4}at .*main\.test\.ts/)
})

test('a bug leaves a document for a program that reads standard output', async () => {
  const { status, stdout } = await ended(broken, 'status', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bug' } })
})

test('an expected fault ends with its status and its sentence alone', async () => {
  const { status, stderr } = await ended(() => '/', 'status', '--data', '/nowhere', '--lang', 'en')
  expect(status).toBe(2)
  expect(stderr).toBe(
    'There is no folder /nowhere/agreements. Say with --data where agreements and deliveries are.\n',
  )
})

const full = () => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

test('what the computer refuses is a sentence too, and no stack trace', async () => {
  const { status, stderr } = await ended(full, 'status', '--lang', 'en')
  expect(status).toBe(2)
  expect(stderr).toBe(
    'The disk is full. Make room and run the command again. The publication that held still holds.\n',
  )
})

test.each([
  [
    ['export', '--as-of', '2025-12-31'],
    'There is no option "--as-of" for utfall export. It belongs to utfall publish and utfall run.',
  ],
  [
    ['publish', '--as-off', '2025-12-31'],
    'There is no option "--as-off" for utfall publish. Did you mean "--as-of"?',
  ],
  [
    ['publish', '--accept=x'],
    'There is no option "--accept" for utfall publish. It belongs to utfall ingest.',
  ],
  [['run', '--acept'], 'There is no option "--acept" for utfall run.'],
  [['--jsn'], 'There is no option "--jsn". Did you mean "--json"?'],
])('utfall %j: %s', async (argv, sentence) => {
  const { status, stderr } = await ended(() => '/', ...argv, '--lang', 'en')
  expect(status).toBe(2)
  expect(stderr).toBe(`${sentence} "--help" shows those there are.\n`)
})

test.each(['publish', 'run'])('utfall %s takes the day that the publication speaks of', async (command) => {
  const { status, stderr } = await ended(
    () => '/',
    command,
    '--as-of',
    'today',
    '--note',
    'x',
    '--lang',
    'en',
  )
  expect(status).toBe(2)
  expect(stderr).toBe('--as-of is "today". Expected: a date like 2026-10-31.\n')
})

const taking = COMMANDS.flatMap(({ flags }) => flags.map((flag) => flag.flags))
  .map((flags) => /^--([a-z-]+) </.exec(flags)?.[1])
  .filter((name) => name !== undefined)

test.each([...new Set(taking)])('a wrong value of --%s is told what it should be', (name) => {
  const option = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  expect(wrongOption(option, 'x').sentence.sv).not.toContain('ett annat värde')
})

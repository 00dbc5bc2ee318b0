import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from './scratch.ts'
import { COMMAND } from './utfall-command.ts'

/** Makes this Node like an older one, which runs no TypeScript. */
const WITHOUT_TYPESCRIPT = '--no-experimental-strip-types'

function run(file: string) {
  return spawnSync(process.execPath, [WITHOUT_TYPESCRIPT, file, '--version'], { encoding: 'utf8' })
}

test('a Node that runs no TypeScript hands over to the one that the lockfile pins', () => {
  const { status, stdout, stderr } = run(COMMAND)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('and says what to do where that one is not installed', () => {
  const alone = join(scratchFolder(), 'utfall.mjs')
  copyFileSync(COMMAND, alone)
  const { status, stdout, stderr } = run(alone)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('npm ci')
})

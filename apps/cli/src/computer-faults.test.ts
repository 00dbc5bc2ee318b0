import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultOfComputer } from './computer-faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-'))
writeFileSync(join(folder, 'file'), '')
mkdirSync(join(folder, 'folder'))

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const system = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: something, open`), { code, path })

test.each([
  [
    'a file where a folder should be',
    () => mkdirSync(join(folder, 'file'), { recursive: true }),
    'no_folder',
  ],
  [
    'a file on the way to a folder',
    () => mkdirSync(join(folder, 'file/in'), { recursive: true }),
    'no_folder',
  ],
  [
    'a folder where a file should be',
    () => renameSync(join(folder, 'file'), join(folder, 'folder')),
    'no_file',
  ],
])('%s is told with its place', (_, work, code) => {
  const fault = faultOfComputer(thrownBy(work))
  expect(fault).toMatchObject({ code, exitStatus: 2 })
  expect(fault?.sentence.sv).toContain(folder)
})

test.each([
  [system('ENOSPC'), 'disk_full'],
  [new Error('Fatal: could not write to "x.duckdb": No space left on device'), 'disk_full'],
  [system('EROFS', '/ro/x'), 'not_allowed'],
  [new Error('IO Error: Cannot open file "/ro/w.duckdb": Read-only file system'), 'not_allowed'],
  [new Error('IO Error: Corrupt database file: computed checksum 1 does not match'), 'warehouse_damaged'],
  [
    new Error('IO Error: Could not read enough bytes from file "/h/warehouse.duckdb": attempted to read 1'),
    'warehouse_damaged',
  ],
])('%s is %s', (error, code) => {
  expect(faultOfComputer(error)).toMatchObject({ code, exitStatus: 2 })
})

test.each([new Error('No agreement x, though it was chosen'), system('ENOENT', '/x'), 'thrown'])(
  '%s is a bug',
  (error) => {
    expect(faultOfComputer(error)).toBeUndefined()
  },
)

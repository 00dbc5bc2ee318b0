import { open } from 'node:fs/promises'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Field,
  List,
  RecordBatchStreamWriter,
  Schema,
  Table,
  Utf8,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow'
import { afterAll, describe, expect, test } from 'vitest'
import { checkArrow } from './arrow-check.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-arrow-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function check(bytes: Uint8Array): Promise<void> {
  const file = join(folder, 'fil.arrow')
  writeFileSync(file, bytes)
  const handle = await open(file)
  try {
    await checkArrow(handle, bytes.length)
  } finally {
    await handle.close()
  }
}

const TABLE = new Table({ deltagare: vectorFromArray(['a', 'b'], new Utf8()), n: vectorFromArray([1, 2]) })

/** The places of a whole number of four bytes, least significant first. */
function places(bytes: Buffer, number: number, from = 0): number[] {
  const sign = Buffer.alloc(4)
  sign.writeInt32LE(number)
  const found: number[] = []
  for (let at = bytes.indexOf(sign, from); at !== -1; at = bytes.indexOf(sign, at + 1)) found.push(at)
  return found
}

/** What is said against the file when a count that makes no sense stands at one of the places, each in turn. */
async function saidOf(whole: Buffer, at: readonly number[]): Promise<string[]> {
  const said: string[] = []
  for (const place of at) {
    const changed = Buffer.from(whole)
    changed.writeInt32LE(0x7ffffff0, place)
    await check(changed).catch((error: unknown) => said.push(String(error)))
  }
  return said
}

describe.each(['file', 'stream'] as const)('as a %s', (form) => {
  const whole = Buffer.from(tableToIPC(TABLE, form))

  test('a sound one passes, a part of it does not', async () => {
    await check(whole)
    for (let left = 1; left < whole.length - 8; left += 5)
      await expect(check(whole.subarray(0, left))).rejects.toThrow(RangeError)
  })

  test('counts of more than there is are refused wherever they stand', async () => {
    // Both columns, and the two vectors of nodes and buffers, are counted by small numbers.
    expect(await saidOf(whole, [...places(whole, 2), ...places(whole, 5)])).toEqual(
      expect.arrayContaining(['RangeError: A vector reaches out of the buffer']),
    )
  })
})

test('a footer that has more blocks than bytes is refused', async () => {
  const whole = Buffer.from(tableToIPC(TABLE, 'file'))
  const footer = whole.length - 10 - whole.readInt32LE(whole.length - 10)
  const said = await saidOf(whole, places(whole, 1, footer))
  expect(said).toContain('RangeError: A vector reaches out of the buffer')
})

test('columns within columns end somewhere', async () => {
  const nested = Array.from({ length: 20 }).reduce<Utf8 | List>(
    (type) => new List(new Field('i', type)),
    new Utf8(),
  )
  const writer = new RecordBatchStreamWriter()
  writer.reset(undefined, new Schema([new Field('djup', nested)]))
  await expect(check(writer.finish().toUint8Array(true))).rejects.toThrow('within columns')
})

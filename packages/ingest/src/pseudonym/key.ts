import { createHmac, randomBytes } from 'node:crypto'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { z } from 'zod'
import { finishChange, readKeyFile, writeKeyFile } from './key-file.ts'

const KEY_BYTES = 32
const BLOCK_BYTES = 64
const SETTING = 'pseudonym_key_fingerprint'

/** The two blocks that HMAC-SHA256 (RFC 2104) hashes before the message: the key in its two paddings. */
export interface KeyPads {
  readonly inner: Uint8Array
  readonly outer: Uint8Array
}

/** The key that makes pseudonyms of identities, and those that it was changed to since, the oldest first. */
export type KeyChain = readonly [KeyPads, ...KeyPads[]]

/**
 * The key of this home. Makes one where neither a key nor a warehouse that knows one exists. Throws `ExpectedFault`
 * when the warehouse was filled under a key that is lost or another: its people could not be told apart from new ones.
 * A dry run leaves nothing behind: where there is no key yet, it uses one that nobody keeps.
 */
export async function pseudonymKey(warehouse: Warehouse, home: Home, dryRun: boolean): Promise<KeyChain> {
  const kept = await keptKey(warehouse, home)
  if (kept !== null) return chainOf(kept)
  if (dryRun) return chainOf(keyOnFile(home) ?? newKey())
  return chainOf(await firstKey(warehouse, home))
}

/** The bytes of the key that the warehouse was filled under; null where it was filled under none. */
export async function keptKey({ connection }: Warehouse, home: Home): Promise<Buffer | null> {
  const [known] = await queryRows(
    connection,
    z.object({ value: z.string() }),
    'select value from setting where name = $name',
    { name: SETTING },
  )
  if (known === undefined) return null
  finishChange(home.key, (key) => fingerprintOf(key) === known.value)
  const key = readKeyFile(home.key)
  if (key === null) throw keyFault('pseudonym_key_lost', lost(home.key))
  if (fingerprintOf(key) !== known.value) throw keyFault('pseudonym_key_changed', changed(home.key))
  return key
}

/** Writes down which key the warehouse is filled under, never the key itself. */
export async function rememberKey({ connection }: Warehouse, key: Buffer): Promise<void> {
  await connection.run('insert or replace into setting values ($name, $value)', {
    name: SETTING,
    value: fingerprintOf(key),
  })
}

export const newKey = (): Buffer => randomBytes(KEY_BYTES)

/** Keys that follow one another in one file, as HMAC takes them. */
function chainOf(key: Buffer): KeyChain {
  const [first, ...later] = Array.from({ length: key.length / KEY_BYTES }, (_, at) =>
    padsOf(key.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES)),
  )
  if (first === undefined) throw new Error('A key of no bytes')
  return [first, ...later]
}

export function padsOf(key: Uint8Array): KeyPads {
  const block = Buffer.alloc(BLOCK_BYTES)
  block.set(key)
  return { inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) }
}

async function firstKey(warehouse: Warehouse, home: Home): Promise<Buffer> {
  const found = keyOnFile(home)
  const key = found ?? newKey()
  if (found === null) writeKeyFile(home.key, key)
  await rememberKey(warehouse, key)
  return key
}

function keyOnFile(home: Home): Buffer | null {
  const key = readKeyFile(home.key)
  if (key !== null && (key.length === 0 || key.length % KEY_BYTES !== 0))
    throw keyFault('pseudonym_key_changed', changed(home.key))
  return key
}

/** Tells whether a key is the same, and nothing else about it. */
function fingerprintOf(key: Buffer): string {
  return createHmac('sha256', key).update('utfall pseudonym key').digest('hex')
}

const keyFault = (code: string, sentence: Sentence) => new ExpectedFault(code, sentence, EXIT_STATUS.wrongUse)

const lost = (file: string): Sentence => ({
  sv: `Nyckeln ${file} saknas, men lagret är fyllt med den. Lägg tillbaka den från säkerhetskopian: med en ny nyckel skulle samma person räknas två gånger. Finns ingen kopia: läs in alla leveranser på nytt i en ny mapp (--home).`,
  en: `The key ${file} is missing, but the warehouse was filled with it. Put it back from the backup: with a new key the same person would count twice. If there is no backup: ingest all deliveries again in a new folder (--home).`,
})

const changed = (file: string): Sentence => ({
  sv: `Nyckeln ${file} är inte den som lagret är fyllt med. Lägg tillbaka den rätta från säkerhetskopian.`,
  en: `The key ${file} is not the one that the warehouse was filled with. Put the right one back from the backup.`,
})

import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { z } from 'zod'

const KEY_BYTES = 32
const BLOCK_BYTES = 64
const SETTING = 'pseudonym_key_fingerprint'

/** The two blocks that HMAC-SHA256 (RFC 2104) hashes before the message: the key in its two paddings. */
export interface KeyPads {
  readonly inner: Uint8Array
  readonly outer: Uint8Array
}

/**
 * The key of this home. Makes one where neither a key nor a warehouse that knows one exists. Throws `ExpectedFault`
 * when the warehouse was filled under a key that is lost or another: its people could not be told apart from new ones.
 * A dry run leaves nothing behind: where there is no key yet, it uses one that nobody keeps.
 */
export async function pseudonymKey(warehouse: Warehouse, home: Home, dryRun: boolean): Promise<KeyPads> {
  const [known] = await queryRows(
    warehouse.connection,
    z.object({ value: z.string() }),
    'select value from setting where name = $name',
    { name: SETTING },
  )
  const kept = readKey(home.key)
  if (known && !kept) throw keyFault('pseudonym_key_lost', lost(home.key))
  if (dryRun && !known) return padsOf(kept ?? randomBytes(KEY_BYTES))
  const key = kept ?? createKey(home.key)
  const fingerprint = fingerprintOf(key)
  if (known && known.value !== fingerprint) throw keyFault('pseudonym_key_changed', changed(home.key))
  if (!known) {
    await warehouse.connection.run('insert into setting values ($name, $value)', {
      name: SETTING,
      value: fingerprint,
    })
  }
  return padsOf(key)
}

export function padsOf(key: Uint8Array): KeyPads {
  const block = Buffer.alloc(BLOCK_BYTES)
  block.set(key)
  return { inner: block.map((byte) => byte ^ 0x36), outer: block.map((byte) => byte ^ 0x5c) }
}

/** Tells whether a key is the same, and nothing else about it. */
function fingerprintOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('utfall pseudonym key').digest('hex')
}

function readKey(file: string): Buffer | null {
  try {
    const key = readFileSync(file)
    if (key.length !== KEY_BYTES) throw keyFault('pseudonym_key_changed', changed(file))
    return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function createKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  const descriptor = openSync(file, 'wx', 0o600)
  writeSync(descriptor, key)
  fsyncSync(descriptor)
  closeSync(descriptor)
  return key
}

const keyFault = (code: string, sentence: Sentence) => new ExpectedFault(code, sentence, EXIT_STATUS.wrongUse)

const lost = (file: string): Sentence => ({
  sv: `Nyckeln ${file} saknas, men lagret är fyllt med den. Lägg tillbaka den från säkerhetskopian: med en ny nyckel skulle samma person räknas två gånger.`,
  en: `The key ${file} is missing, but the warehouse was filled with it. Put it back from the backup: with a new key the same person would count twice.`,
})

const changed = (file: string): Sentence => ({
  sv: `Nyckeln ${file} är inte den som lagret är fyllt med. Lägg tillbaka den rätta från säkerhetskopian.`,
  en: `The key ${file} is not the one that the warehouse was filled with. Put the right one back from the backup.`,
})

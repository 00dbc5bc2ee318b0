import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** The bytes of a key file; null where there is none. */
export function readKeyFile(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes a key that only the owner can read. Never over another. */
export function writeKeyFile(file: string, key: Buffer): void {
  const descriptor = openSync(file, 'wx', 0o600)
  writeSync(descriptor, key)
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/**
 * Lays the key that is to come beside the one that holds. Which of them holds is for the warehouse to say: it remembers
 * the new one in the same transaction as it changes its pseudonyms, and `finishChange` follows it.
 */
export function layNextKey(file: string, key: Buffer): void {
  rmSync(nextTo(file), { force: true })
  writeKeyFile(nextTo(file), key)
}

/** Puts the key that was laid beside in the place of the old one where the warehouse has it, and else throws it away. */
export function finishChange(file: string, holds: (key: Buffer) => boolean): void {
  const next = readKeyFile(nextTo(file))
  if (next === null) return
  if (!holds(next)) return rmSync(nextTo(file))
  renameSync(nextTo(file), file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

const nextTo = (file: string): string => `${file}.next`

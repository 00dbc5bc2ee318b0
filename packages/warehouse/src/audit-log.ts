import { appendFileSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import type { Home } from './home.ts'

export const ACTS = ['publish', 'explain_members', 'erase', 'accept', 'key_change'] as const

/** Something that was done to or with rows about people. `details` never holds an identity, a name or a sender's id. */
export interface Act {
  readonly what: (typeof ACTS)[number]
  readonly when: Date
  /** The analyst's own words, where there are any. */
  readonly why?: string | undefined
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Adds one line to `<home>/audit.jsonl`: who, what, when and why. Nothing is ever taken out of it. */
export function logAct(home: Home, { what, when, why, details }: Act): void {
  mkdirSync(home.folder, { recursive: true, mode: 0o700 })
  const line = { who: userInfo().username, what, when: when.toISOString(), why: why ?? null, ...details }
  appendFileSync(home.auditLog, `${JSON.stringify(line)}\n`, { mode: 0o600 })
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { answerInParts, answerNotJson, answerTooLarge, notAnswered, notReached } from './messages/fetch.ts'

/** What came of asking: the file is new, it says something else than before, or the same. */
export type AnswerVerdict = 'new' | 'changed' | 'unchanged'

const TIME_LIMIT_MS = 60_000
const SIZE_LIMIT = 50_000_000

/** Where Kolada's v3 and v2 say that an answer goes on. */
const InParts = z.union([z.object({ next_url: z.string() }), z.object({ next_page: z.string() })])

/**
 * Asks a public API and keeps the answer as a file, whole or not at all. Throws `ExpectedFault` when the
 * address does not answer, answers something else than JSON, or answers only a first part.
 */
export async function keepAnswer(address: string, file: string): Promise<AnswerVerdict> {
  const answer = await ask(address)
  checkWhole(address, answer)
  const isNew = !existsSync(file)
  if (!isNew && readFileSync(file).equals(answer)) return 'unchanged'
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.part`
  writeFileSync(draft, answer)
  renameSync(draft, file)
  return isNew ? 'new' : 'changed'
}

async function ask(address: string): Promise<Buffer> {
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  }).catch((error: unknown) => {
    throw notReached(address, reasonOf(error))
  })
  if (!response.ok) throw notAnswered(address, response.status)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.length
      if (size > SIZE_LIMIT) break
      parts.push(part)
    }
  } catch (error) {
    throw notReached(address, reasonOf(error))
  }
  if (size > SIZE_LIMIT) throw answerTooLarge(address, SIZE_LIMIT)
  return Buffer.concat(parts)
}

function checkWhole(address: string, answer: Buffer): void {
  let json: unknown
  try {
    json = JSON.parse(answer.toString('utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw answerNotJson(address)
  }
  if (InParts.safeParse(json).success) throw answerInParts(address)
}

/** `fetch` says only that it failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>
type Coding = 'br' | 'gzip'

/** A whole answer in memory, in every form that it is sent in. It never changes. */
export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  /** Of the content: two answers with the same tag are the same. */
  readonly tag: string
  readonly body: Bytes
  readonly coded: ReadonlyMap<Coding, Bytes>
  /** What it takes in memory. */
  readonly bytes: number
}

const TEXT = /^(text\/|image\/svg|application\/(json|csvm\+json))/
/** Shorter than this, the headers of a compressed answer weigh more than what is saved. */
const WORTH_COMPRESSING = 1000
/** Nearly as small as the best, at a tenth of its time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Reads a response to its end. Text is compressed at once, away from the event loop. */
export async function answerOf(response: Response): Promise<Answer> {
  const body: Bytes = new Uint8Array(await response.arrayBuffer())
  const headers = [...response.headers].filter(([name]) => name !== 'content-length' && name !== 'etag')
  const isText = TEXT.test(response.headers.get('content-type') ?? '')
  const coded = isText && body.length >= WORTH_COMPRESSING ? await compressed(body) : new Map<Coding, Bytes>()
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const bytes = [body, ...coded.values()].reduce((sum, form) => sum + form.length, 0)
  return { status: response.status, headers, tag, body, coded, bytes }
}

async function compressed(body: Bytes): Promise<ReadonlyMap<Coding, Bytes>> {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(body, BROTLI), promisify(gzip)(body)])
  return new Map([
    ['br', new Uint8Array(br)],
    ['gzip', new Uint8Array(gz)],
  ])
}

/**
 * The answer to one reader: in the form that the browser takes, or 304 where it has it already. The tag is
 * strong (RFC 9110, 8.8.3), and hence its own for each form.
 */
export function respondWith(answer: Answer, asked: Headers): Response {
  const coding = (['br', 'gzip'] as const).find(
    (each) => answer.coded.has(each) && takes(asked.get('accept-encoding') ?? '', each),
  )
  const body = (coding && answer.coded.get(coding)) ?? answer.body
  const headers = new Headers()
  for (const [name, value] of answer.headers) headers.set(name, value)
  if (answer.coded.size > 0) headers.append('vary', 'accept-encoding')
  if (answer.status !== 200) {
    return new Response(answer.body.length > 0 ? answer.body : null, { status: answer.status, headers })
  }
  const etag = coding ? `"${answer.tag}-${coding}"` : `"${answer.tag}"`
  headers.set('etag', etag)
  if (isAmong(asked.get('if-none-match') ?? '', etag)) return new Response(null, { status: 304, headers })
  if (coding) headers.set('content-encoding', coding)
  headers.set('content-length', String(body.length))
  return new Response(body, { headers })
}

/** Whether the header `Accept-Encoding` allows a coding; `q=0` forbids it. */
function takes(accepted: string, coding: Coding): boolean {
  const [, weight = '1'] = new RegExp(`(?:^|,)\\s*${coding}\\s*(?:;\\s*q=([\\d.]+)\\s*)?(?:,|$)`, 'i').exec(
    accepted,
  ) ?? ['', '0']
  return Number(weight) > 0
}

/** Whether the header `If-None-Match` names the tag. It compares weakly. */
const isAmong = (tags: string, etag: string): boolean =>
  tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

import { answerOf, respondWith } from '#lib/answer/answer.ts'
import { keepAnswers } from '#lib/answer/kept-answers.ts'
import { toKnownAddress } from '#lib/answer/known-address.ts'
import { compressed } from '#lib/reader/compressed.ts'
import type { Publication } from '#lib/publication/publication.ts'
import { openShelf } from '#lib/publication/shelf.ts'
import { linksFor } from '#lib/reader/links.ts'
import { wordsIn } from '#lib/words/words.ts'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { join } from 'node:path'

const MEMORY_FOR_PAGES = 64 * 2 ** 20
/** Files as they were published go from disk to the reader, and are not held in memory. */
const FROM_DISK = '/data/[...path]'

/** What Svelte leaves for a script that would take over the page; none does, and they are a fifth of it. */
const MARKERS = /<!--.*?-->/gs

const shelf = openShelf(join(process.env.UTFALL_HOME ?? 'var', 'publications'))
const pages = keepAnswers(MEMORY_FOR_PAGES)
let newest: Publication | undefined

/** Beside the Content-Security-Policy, which the build writes. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const handle: Handle = async ({ event, resolve }) => {
  const { request, url } = event
  toKnownAddress(url)
  const language = url.searchParams.get('lang') === 'en' ? 'en' : 'sv'
  const asked = url.searchParams.get('publication') ?? undefined
  const publication = await publicationOf(asked)
  const make = () => {
    const choice = { language, publication: asked } as const
    Object.assign(event.locals, {
      shelf,
      choice,
      words: wordsIn(language),
      href: linksFor(choice),
      publication,
    } satisfies App.Locals)
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', language).replaceAll(MARKERS, ''),
      preload: ({ type, path }) => type === 'css' || (type === 'font' && path.includes('latin-')),
    })
  }
  const isKept = publication && request.method === 'GET' && event.route.id && event.route.id !== FROM_DISK
  const response = isKept
    ? respondWith(
        await pages.take(`${publication.manifest.id} ${url.pathname}${url.search}`, async () =>
          answerOf(await make()),
        ),
        request.headers,
      )
    : compressed(await make(), request.headers.get('accept-encoding') ?? '')
  secure(response.headers, request.headers)
  return response
}

/** The publication that the reader sees. When a new one has come, no page of before is shown again. */
async function publicationOf(asked: string | undefined): Promise<Publication | undefined> {
  const now = await shelf.newest()
  if (now !== newest) pages.forget()
  newest = now
  return asked === undefined ? now : shelf.find(asked)
}

function secure(headers: Headers, asked: Headers): void {
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  if (asked.get('x-forwarded-proto') === 'https') {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
}

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'unknown') console.error(error)
}

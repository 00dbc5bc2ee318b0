import { compressed } from '#lib/reader/compressed.ts'
import { openShelf } from '#lib/publication/shelf.ts'
import { linksFor } from '#lib/reader/links.ts'
import { wordsIn } from '#lib/words/words.ts'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { join } from 'node:path'

const shelf = openShelf(join(process.env.UTFALL_HOME ?? 'var', 'publications'))

/** Beside the Content-Security-Policy, which the build writes. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const handle: Handle = async ({ event, resolve }) => {
  const language = event.url.searchParams.get('lang') === 'en' ? 'en' : 'sv'
  const asked = event.url.searchParams.get('publication') ?? undefined
  const choice = { language, publication: asked } as const
  Object.assign(event.locals, {
    shelf,
    choice,
    words: wordsIn(language),
    href: linksFor(choice),
    publication: await (asked === undefined ? shelf.newest() : shelf.find(asked)),
  } satisfies App.Locals)
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', language),
    preload: ({ type, path }) => type === 'css' || (type === 'font' && path.includes('latin-')),
  })
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  if (event.request.headers.get('x-forwarded-proto') === 'https') {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-cache')
  return compressed(response, event.request.headers.get('accept-encoding') ?? '')
}

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'unknown') console.error(error)
}

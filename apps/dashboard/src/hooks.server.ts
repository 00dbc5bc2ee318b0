import { isOutside, visitorOf } from '#lib/access/door.ts'
import { openToMembers } from '#lib/access/members.ts'
import type { Members } from '#lib/access/members.ts'
import { memberSettings } from '#lib/access/settings.ts'
import { answerOf, respondWith } from '#lib/answer/answer.ts'
import { keepAnswers } from '#lib/answer/kept-answers.ts'
import { toKnownAddress } from '#lib/answer/known-address.ts'
import { compressed } from '#lib/reader/compressed.ts'
import { openShelves } from '#lib/publication/shelves.ts'
import { linksFor } from '#lib/reader/links.ts'
import { wordsIn } from '#lib/words/words.ts'
import { ExpectedFault } from '@utfall/contracts'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'

const MEMORY_FOR_PAGES = 64 * 2 ** 20
/** Files as they were published go from disk to the reader, and are not held in memory. */
const FROM_DISK = '/data/[...path]'

/** What Svelte leaves for a script that would take over the page; none does, and they are a fifth of it. */
const MARKERS = /<!--.*?-->/gs

/** Both are answered alike; the server leaves out the content of the latter. */
const READING = new Set(['GET', 'HEAD'])

const pages = keepAnswers(MEMORY_FOR_PAGES)
const shelves = openShelves(process.env.UTFALL_HOME ?? 'var', pages.forget)
let members: Members | undefined

/** A site that was meant for members is never opened to all by a slip of the pen: then it does not start. */
export const init: ServerInit = () => {
  try {
    const settings = memberSettings(process.env)
    members = settings && openToMembers(settings)
  } catch (fault) {
    if (!(fault instanceof ExpectedFault)) throw fault
    console.error(`${fault.sentence.sv}\n\n${fault.sentence.en}`)
    process.exit(fault.exitStatus)
  }
}

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
  const visitor = await visitorOf(event, members)
  if (visitor instanceof Response) return secured(visitor, request.headers)
  if (!isOutside(event)) toKnownAddress(url)
  const language = url.searchParams.get('lang') === 'en' ? 'en' : 'sv'
  const asked = url.searchParams.get('publication') ?? undefined
  const publication = visitor && (await shelves.find(asked, visitor))
  const make = () => {
    const choice = { language, publication: asked } as const
    Object.assign(event.locals, {
      shelf: shelves.published,
      drafts: () => (visitor ? shelves.draftsFor(visitor) : Promise.resolve([])),
      members,
      visitor,
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
  const isPage = event.route.id && event.route.id !== FROM_DISK && !isOutside(event)
  const isKept = publication && READING.has(request.method) && isPage
  const response = isKept
    ? respondWith(
        await pages.take(
          `${request.method} ${visitor} ${publication.manifest.id} ${url.pathname}${url.search}`,
          async () => answerOf(await make()),
        ),
        request.headers,
      )
    : compressed(await make(), request.headers.get('accept-encoding') ?? '')
  return secured(response, request.headers)
}

function secured(response: Response, asked: Headers): Response {
  const { headers } = response
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  if (asked.get('x-forwarded-proto') === 'https') {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  if (!headers.has('cache-control')) headers.set('cache-control', members ? 'private, no-cache' : 'no-cache')
  return response
}

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'unknown') console.error(error)
}

import type { RequestHandler } from './$types'

/** For whoever watches the server: it runs. Says nothing of what it holds, so anyone may ask. */
export const GET: RequestHandler = () =>
  new Response('ok\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

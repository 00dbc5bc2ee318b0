const TEXT = /^(text\/|application\/(json|csvm\+json))/

/** The same answer as gzip, where it is text and the reader's browser takes it. */
export function compressed(response: Response, acceptEncoding: string): Response {
  const { body, status, headers } = response
  if (body === null || !TEXT.test(headers.get('content-type') ?? '') || !/\bgzip\b/.test(acceptEncoding)) {
    return response
  }
  const changed = new Headers(headers)
  changed.delete('content-length')
  changed.set('content-encoding', 'gzip')
  changed.append('vary', 'accept-encoding')
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status, headers: changed })
}

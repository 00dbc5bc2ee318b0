import { error } from '@sveltejs/kit'
import { mediaType } from '#lib/publication/files.ts'
import { publicationFor } from '#lib/reader/read.ts'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { RequestHandler } from './$types'

/** One file of the publication, as published. Only what its manifest lists can be asked for. */
export const GET: RequestHandler = ({ locals, params, request }) => {
  const { folder, manifest } = publicationFor(locals)
  const listed = manifest.files.find(({ path }) => path === params.path)
  if (!listed && params.path !== 'manifest.json') error(404, 'No such file')

  const etag = `W/"${listed?.sha256 ?? manifest.id}"`
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers: { etag } })
  const file = createReadStream(join(folder, params.path))
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
    headers: {
      etag,
      'content-type': mediaType(params.path),
      'content-disposition': `attachment; filename="${manifest.id}-${params.path.replaceAll(/[^\w.-]/g, '-')}"`,
      ...(listed && { 'content-length': String(listed.bytes) }),
    },
  })
}

import { error } from '@sveltejs/kit'
import type { FigureView } from '#lib/figure/figure.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { pngOf } from './png.ts'
import { standaloneSvg } from './svg.ts'

/** Answers with a figure as a file of its own; `form` is `svg` or `png`, 404 for anything else. */
export async function pictureAnswer(
  figure: FigureView | undefined,
  form: string,
  { agreement }: { readonly agreement: Pick<Reading['agreement'], 'id' | 'title'> },
): Promise<Response> {
  if (!figure || (form !== 'svg' && form !== 'png')) error(404, 'No such figure')
  const svg = standaloneSvg(figure, agreement.title)
  return new Response(form === 'svg' ? svg : await pngOf(svg), {
    headers: {
      'content-type': form === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
      'content-disposition': `attachment; filename="${agreement.id}-${figure.id}.${form}"`,
    },
  })
}

import { error } from '@sveltejs/kit'
import { cutCsv } from '#lib/publication/csv-cut.ts'
import { indicatorOf, readingOf } from '#lib/reader/read.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestHandler } from './$types'

/** The published rows of one indicator; `per` and `uppdelning` cut them down, `profil=excel` is for Excel. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const indicator = indicatorOf(reading, params.indicator)
  const { publication } = reading
  const excel = url.searchParams.get('profil') === 'excel'
  const file = excel ? 'results.excel.csv' : 'results.csv'
  if (!publication.manifest.files.some(({ path }) => path === file)) error(404, `No ${file}`)

  const type = url.searchParams.get('per')
  const breakdowns = url.searchParams.getAll('uppdelning')
  const wanted = publication
    .results(params.agreement, indicator.id)
    .filter((row) => type === null || row.period_type === type)
    .filter((row) => breakdowns.length === 0 || breakdowns.includes(row.breakdown))
  const places = new Set(wanted.map((row) => publication.placeOf(row)))

  const cut = cutCsv(await readFile(join(publication.folder, file), 'utf8'), (record) => places.has(record))
  const name = [params.agreement, indicator.id, type, ...breakdowns].filter(Boolean).join('-')
  return new Response(cut, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '-')}${excel ? '.excel' : ''}.csv"`,
    },
  })
}

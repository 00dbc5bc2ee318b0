import { correctionsTable } from '#lib/corrections/corrections.ts'
import { publicationFor } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

/** What every publication up to the one that is read has corrected, newest first. */
export const load: PageServerLoad = async ({ locals }) => {
  const { manifest } = publicationFor(locals)
  const { shelf, words } = locals
  const publications = await Promise.all((await shelf.ids()).map((id) => shelf.find(id)))
  return {
    tables: publications.flatMap((publication) => {
      const inTime = publication !== undefined && publication.manifest.created <= manifest.created
      const table = inTime ? correctionsTable(publication, words) : undefined
      return table ? [{ id: publication?.manifest.id ?? '', table }] : []
    }),
  }
}

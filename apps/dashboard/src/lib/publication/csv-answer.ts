import { error } from '@sveltejs/kit'
import type { TableName } from '@utfall/contracts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cutCsv } from './csv-cut.ts'
import type { Publication } from './publication.ts'

/** Answers with those records of a published table that `keep` holds, named by the parts of `name`. */
export async function csvAnswer(
  { folder, manifest }: Publication,
  table: TableName,
  keep: (place: number) => boolean,
  name: readonly (string | null)[],
  excel: boolean,
): Promise<Response> {
  const ending = excel ? 'excel.csv' : 'csv'
  const file = `${table}.${ending}`
  if (!manifest.files.some(({ path }) => path === file)) error(404, `No ${file}`)
  const cut = cutCsv(await readFile(join(folder, file), 'utf8'), keep)
  const bare = name
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w.-]/g, '-')
  return new Response(cut, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${bare}.${ending}"`,
    },
  })
}

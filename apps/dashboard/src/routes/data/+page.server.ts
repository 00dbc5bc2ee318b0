import { TABLES, columnsOf } from '@utfall/contracts'
import { tableAndForm } from '#lib/publication/files.ts'
import { publicationFor } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const { manifest } = publicationFor(locals)
  const { words, href, shelf, drafts } = locals
  const say = words.say.dataPage
  const listed = (id: string) => ({
    id,
    href: href('/data', { publication: id }),
    shown: id === manifest.id,
  })
  const files = manifest.files.map(({ path, bytes, rows, sha256 }) => {
    const { table, form } = tableAndForm(path)
    return {
      path,
      table,
      what: say.descriptions[path] ?? `${say.tableNames[table] ?? table}, ${say.formats[form] ?? form}`,
      rows: rows === null ? '' : words.number(rows),
      size: inKilobytes(bytes, words.number),
      sha256,
      href: href(`/data/${path}`),
    }
  })
  return {
    tables: files.filter(({ path }) => inTables(path)),
    words: [
      ...files.filter(({ path }) => !inTables(path)),
      {
        path: 'manifest.json',
        table: 'manifest',
        what: say.descriptions['manifest.json'] ?? '',
        rows: '',
        size: '',
        sha256: '',
        href: href('/data/manifest.json'),
      },
    ],
    columns: Object.entries(TABLES).map(([table, schema]) => ({
      table,
      columns: columnsOf(schema).map(({ name, type, nullable, description }) => ({
        name,
        type: say.types[type],
        nullable,
        meaning: words.pick(description),
      })),
    })),
    drafts: (await drafts()).map(listed),
    publications: (await shelf.ids()).map(listed),
  }
}

/** Whether a file holds rows; others describe them. */
const inTables = (path: string): boolean => tableAndForm(path).table in TABLES && !path.endsWith('.json')

const inKilobytes = (bytes: number, number: (value: number, decimals?: number) => string): string =>
  bytes < 1_000_000
    ? `${number(Math.max(1, bytes / 1000))}\u00A0kB`
    : `${number(bytes / 1_000_000, 1)}\u00A0MB`

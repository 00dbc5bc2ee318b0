/** Media types by the ending of a published file. */
const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['.csv-metadata.json', 'application/csvm+json'],
  ['.csv', 'text/csv; charset=utf-8; header=present'],
  ['.json', 'application/json'],
  ['.arrow', 'application/vnd.apache.arrow.file'],
  ['.parquet', 'application/vnd.apache.parquet'],
]

export const mediaType = (path: string): string =>
  MEDIA_TYPES.find(([ending]) => path.endsWith(ending))?.[1] ?? 'application/octet-stream'

/** `results.excel.csv` is the table `results` in the form `excel.csv`. */
export function tableAndForm(path: string): { readonly table: string; readonly form: string } {
  const dot = path.indexOf('.')
  return { table: path.slice(0, dot), form: path.slice(dot + 1) }
}

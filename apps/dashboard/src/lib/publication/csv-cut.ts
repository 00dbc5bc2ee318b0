/**
 * The header of a published CSV and those of its records that `keep` holds, by their place among the
 * records counted from 0. Nothing is written anew, so a cut cannot disagree with the whole.
 */
export function cutCsv(text: string, keep: (record: number) => boolean): string {
  const [header = '', ...records] = splitRecords(text)
  return header + records.filter((_, index) => keep(index)).join('')
}

/** Records with their line ends. A line break inside quotes belongs to its record. */
function splitRecords(text: string): string[] {
  const records: string[] = []
  let open = ''
  for (const line of text.split(/(?<=\n)/)) {
    open += line
    if (quotes(open) % 2 === 0) {
      records.push(open)
      open = ''
    }
  }
  return open === '' ? records : [...records, open]
}

const quotes = (text: string): number => text.split('"').length - 1

// The beginning of the attendance file as a sender's program would write it in another format.
import { mkdirSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { dakBytes, xlsxBytes } from '@utfall/synthetic'

/** An attendance file of a million rows is more than any association sends in these formats. */
const MOST_ROWS = 200_000
const GROUPS = 100

/** Writes the first rows of a canonical attendance CSV as DAK and as XLSX, each among deliveries of its own. */
export async function writeOtherFormats(csv: string, agreement: string, place: string) {
  const rows = await firstRows(csv)
  const head = { municipality: '0000', association: 'Mätning', number: '802000-0000', activity: 'insats-1' }
  const attendance = rows
    .slice(1)
    .map(([date = '', activity = '', person = '', , start = '', end = ''], at) => ({
      date,
      activity,
      person,
      session: `Grupp ${at % GROUPS}`,
      start,
      end,
      minutes: 0,
      mark: 'present' as const,
      role: 'participant' as const,
    }))
  return [
    { format: 'DAK', ...keep('xml', dakBytes(head, attendance)) },
    { format: 'XLSX', ...keep('xlsx', xlsxBytes('attendance', rows)) },
  ]

  function keep(extension: string, content: Uint8Array) {
    const data = join(place, extension)
    const folder = join(data, 'agreements/matning')
    mkdirSync(join(folder, 'deliveries'), { recursive: true })
    writeFileSync(join(folder, `deliveries/narvaro.${extension}`), content)
    writeFileSync(join(folder, 'agreement.yaml'), agreement.replace('narvaro.csv', `narvaro.${extension}`))
    return { data, rows: rows.length - 1, bytes: content.length }
  }
}

async function firstRows(csv: string): Promise<string[][]> {
  const rows: string[][] = []
  const file = await open(csv)
  for await (const line of file.readLines()) {
    rows.push(line.split(','))
    if (rows.length > MOST_ROWS) break
  }
  return rows
}

import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportEvaluation } from './evaluation-package.ts'
import { openExample } from './publication/example.ts'
import type { Example } from './publication/example.ts'
import { TABLE_NAMES } from './publication/published-table.ts'
import { writePublication } from './publication/write.ts'

let example: Example
let publicationFolder: string
let out: string
let files: Record<string, Buffer>

const ROOT = 'utfall-example-2025/'

beforeAll(async () => {
  example = await openExample()
  publicationFolder = (await writePublication(example.writing)).folder
  out = join(example.home.folder, 'new', 'folder')
  const { file } = await exportEvaluation({ publicationFolder, agreement: 'example', year: 2025, out })
  const entries = Object.entries(unzipSync(readFileSync(file)))
  files = Object.fromEntries(entries.map(([path, content]) => [path.replace(ROOT, ''), Buffer.from(content)]))
})
afterAll(() => example.warehouse.close())

const text = (file: string) => files[file]?.toString('utf8') ?? ''
const column = (file: string, name: string) => {
  const [header = '', ...lines] = text(file).trimEnd().split('\r\n')
  const at = header.split(',').indexOf(name)
  return lines.map((line) => line.split(',')[at])
}

describe('the evaluation package', () => {
  test('is one zip by the name of agreement and year', () => {
    expect(readdirSync(out)).toEqual(['utfall-example-2025.zip'])
    expect(Object.keys(files)[0]).toBe('LASMIG-README.txt')
  })

  test('has every table in both profiles with metadata', () => {
    for (const table of [...TABLE_NAMES, 'codebook']) {
      for (const profile of ['csv', 'excel.csv']) {
        expect(files).toHaveProperty([`${table}.${profile}`])
        expect(files).toHaveProperty([`${table}.${profile}-metadata.json`])
      }
    }
    expect(files).toHaveProperty(['definitions.md'])
  })

  test('has the year to read and print, with the title of the agreement', () => {
    const report = files['rapport.pdf']?.toString('latin1') ?? ''
    expect(report.slice(0, 8)).toBe('%PDF-1.7')
    const title = Buffer.from('Exemplet: Underlag för årlig utvärdering 2025', 'utf16le').swap16()
    expect(report.includes(title.toString('latin1'))).toBe(true)
    expect(text('LASMIG-README.txt')).toMatch(/rapport\.pdf +årets siffror/)
  })

  test('holds the year, its parts, agreement years that touch it and the whole agreement', () => {
    expect([...new Set(column('costs.csv', 'period'))]).toEqual(['2025', '2025-T1', '1', 'all'])
    expect(column('costs.csv', 'period')).toHaveLength(8)
    expect([...new Set(column('results.csv', 'period_start'))].sort()).toEqual(['2024-09-01', '2025-01-01'])
  })

  test('has checksums that are right, of every file', () => {
    const lines = text('SHA256SUMS').trimEnd().split('\n')
    const sums = Object.entries(files)
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}`)
    expect(lines.sort()).toEqual(sums.sort())
  })

  test('says row counts, what is hidden and why, and the deliveries with their hashes', () => {
    const readme = text('LASMIG-README.txt')
    const results = column('results.csv', 'agreement').length
    expect(readme).toContain(`Rader: ${results}.`)
    expect(readme).toContain(`Rows: ${results}.`)
    expect(readme).toContain('Uppgifter till:   2025-08-31')
    expect(readme).toContain('Antal personer från 1 till 4 visas inte')
    expect(readme).toMatch(/suppressed +4 {2}talet är dolt/)
    expect(readme).toMatch(/narvaro\/a\.csv\r\n {2}Åkern, 812 rader, .*\r\n {2}SHA-256 (ab){32}/)
    expect(readme).toMatch(/narvaro\/b\.csv\r\n {2}Åkern, \.\. rader, .*\r\n {2}SHA-256 \.\.\r/)
    expect(readme.indexOf('UNDERLAG')).toBeLessThan(readme.indexOf('DATA FOR'))
  })

  test('explains every column and every code that the tables use', () => {
    const explained = new Set(
      text('codebook.csv')
        .split('\r\n')
        .map((line) => line.split(',').slice(0, 3).join(',')),
    )
    const header = text('results.csv').split('\r\n')[0] ?? ''
    for (const name of header.split(',')) expect(explained).toContain(`results,${name},`)
    for (const status of column('costs.csv', 'status')) expect(explained).toContain(`costs,status,${status}`)
    for (const item of column('costs.csv', 'item')) expect(explained).toContain(`costs,item,${item}`)
    expect(explained).toContain('results,category,motesplats')
  })

  test('is described by a data package that names each file', () => {
    const description: { resources: { path: string; encoding?: string; rows?: number }[] } = JSON.parse(
      text('datapackage.json'),
    )
    expect(description.resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'datapackage.json' && path !== 'SHA256SUMS')
        .sort(),
    )
    expect(description.resources.find(({ path }) => path === 'costs.csv')).toMatchObject({ rows: 8 })
    const report = description.resources.find(({ path }) => path === 'rapport.pdf')
    expect(report).toMatchObject({ mediatype: 'application/pdf' })
    expect(report).not.toHaveProperty('encoding')
  })

  test('is the same bytes from the same publication', async () => {
    const again = join(example.home.folder, 'again')
    const { file } = await exportEvaluation({
      publicationFolder,
      agreement: 'example',
      year: 2025,
      out: again,
    })
    expect(readFileSync(file).equals(readFileSync(join(out, 'utfall-example-2025.zip')))).toBe(true)
  })

  test('says which years and agreements there are', async () => {
    const request = { publicationFolder, agreement: 'example', year: 2023, out }
    await expect(exportEvaluation(request)).rejects.toMatchObject({
      code: 'year_not_published',
      exitStatus: 2,
      message: expect.stringContaining('2024, 2025'),
    })
    await expect(exportEvaluation({ ...request, agreement: 'annat' })).rejects.toMatchObject({
      code: 'agreement_not_published',
      message: expect.stringContaining('example'),
    })
  })

  test('leaves nothing half done where it cannot be put', async () => {
    const place = join(out, 'taken')
    mkdirSync(join(place, 'utfall-example-2025.zip'), { recursive: true })
    const request = { publicationFolder, agreement: 'example', year: 2025, out: place }
    await expect(exportEvaluation(request)).rejects.toThrow('EISDIR')
    expect(readdirSync(place)).toEqual(['utfall-example-2025.zip'])
    rmSync(place, { recursive: true })
  })

  test('is not made from a file that was changed after publishing', async () => {
    const { folder } = await writePublication({ ...example.writing, note: 'Ska ändras.' })
    chmodSync(join(folder, 'costs.arrow'), 0o600)
    writeFileSync(join(folder, 'costs.arrow'), 'x')
    await expect(
      exportEvaluation({ publicationFolder: folder, agreement: 'example', year: 2025, out }),
    ).rejects.toMatchObject({ code: 'publication_damaged' })
  })
})

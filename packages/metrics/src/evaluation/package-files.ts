import { PublishedAgreements, PublishedIndicators } from '@utfall/contracts'
import type { Manifest, PublishedAgreement } from '@utfall/contracts'
import type { z } from 'zod'
import { cellsOf } from '../publication/cells.ts'
import { dataPackage } from '../publication/data-package.ts'
import { TABLE_NAMES } from '../publication/published-table.ts'
import { writeCsvMetadata, writeCsvProfiles } from '../publication/table-files.ts'
import { writeContent, writeJson } from '../publication/written-file.ts'
import type { WrittenFile } from '../publication/written-file.ts'
import { codebook, codebookInWords } from './codebook.ts'
import { definitionsInWords } from './definitions-in-words.ts'
import { readPublishedJson, readPublishedTable } from './published-tables.ts'
import type { TableOfRows } from './published-tables.ts'
import { readme } from './readme.ts'
import { reportPdf } from './report/pdf.ts'
import { yearReport } from './report/report.ts'
import { reportSource } from './report/source.ts'
import { cutTable } from './year-cut.ts'
import type { YearCut } from './year-cut.ts'

export interface PackageSource {
  readonly publicationFolder: string
  readonly manifest: Manifest
  readonly cut: YearCut
}

/** Writes everything that the package of one agreement and year holds; the readme is first, the checksums last. */
export async function writePackageFiles(
  source: PackageSource,
  folder: string,
  name: string,
): Promise<WrittenFile[]> {
  const { publicationFolder, manifest, cut } = source
  const agreement = agreementOf(source)
  const published = TABLE_NAMES.map((table) => readPublishedTable(publicationFolder, manifest, table))
  const tables = published.map((table) => cutTable(table, cut))
  const indicators = new Set(tables.flatMap(({ rows }) => rows.map((row) => row['indicator'])))
  const definitions = readJson(source, 'indicators.json', PublishedIndicators)
  const book = codebook(tables, agreement)
  const described = [...tables, book].map(inColumns)
  const report = yearReport(reportSource({ published, tables }, { manifest, agreement, cut, definitions }))

  const files = [
    writeContent(folder, 'LASMIG-README.txt', readme({ manifest, agreement, cut, tables })),
    writeContent(
      folder,
      'rapport.pdf',
      await reportPdf(report, {
        source: `${agreement.title}, publicering ${manifest.id}`,
        created: new Date(manifest.created),
      }),
    ),
    ...described.flatMap((table) => writeCsvProfiles(folder, table)),
    ...described.flatMap((table) => writeCsvMetadata(folder, table)),
    writeContent(folder, 'codebook.md', codebookInWords(book, tables)),
    writeContent(
      folder,
      'definitions.md',
      definitionsInWords(
        definitions.filter(({ id }) => indicators.has(id)),
        cut.agreement,
      ),
    ),
  ]
  const description = dataPackage({
    name,
    title: `${agreement.title}, ${cut.year}`,
    version: manifest.id,
    sources: [...new Set(cut.deliveries.map(({ sender, source: from }) => `${sender}: ${from}`))].toSorted(),
    tables: described,
    files,
  })
  const all = [...files, writeJson(folder, 'datapackage.json', description)]
  return [...all, writeContent(folder, 'SHA256SUMS', checksums(all))]
}

const inColumns = ({ rows, ...table }: TableOfRows) => ({ ...table, cells: cellsOf(table.columns, rows) })

/** As `sha256sum --check` reads it. */
const checksums = (files: readonly WrittenFile[]) =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')

function readJson<Schema extends z.ZodType>(source: PackageSource, path: string, schema: Schema) {
  return readPublishedJson(source.publicationFolder, source.manifest, path, schema)
}

function agreementOf(source: PackageSource): PublishedAgreement {
  const { agreement: id } = source.cut
  const agreement = readJson(source, 'agreements.json', PublishedAgreements).find((each) => each.id === id)
  if (agreement === undefined) throw new Error(`The manifest names ${id}, agreements.json does not`)
  return agreement
}

import type { DuckDBConnection } from '@duckdb/node-api'
import type { AgreementSource, DatasetName } from '@utfall/contracts'
import type { AgreementFolder, Belonging, Found } from './find.ts'
import { belongings } from './find.ts'
import { mapHeaders } from './mapping.ts'
import type { Encoding } from './readers/encoding.ts'
import { headingOf } from './readers/csv.ts'
import { RowUnreadable } from './readers/records.ts'
import type { Reader, ReadingFault } from './readers/reader.ts'
import { knownInWorkbook } from './readers/xlsx.ts'

/** The one source that a file belongs to, or why there is none. */
type Belongs = Belonging | ReadingFault

/**
 * By its path; where that leaves several sources or none, by its headers: the source whose required fields are all
 * there and that knows the most of them. A file without headers belongs to a source of the dataset that its format is of.
 */
export async function belongsTo(
  connection: DuckDBConnection,
  { file, candidates }: Found,
  reader: Reader,
  encoding: Encoding,
  folders: readonly AgreementFolder[],
): Promise<Belongs> {
  const [only, ...more] = candidates
  if (only && more.length === 0) return only
  const asked = candidates.length > 0 ? candidates : belongings(folders)
  const ranked = reader.datasets
    ? ofDatasets(asked, reader.datasets)
    : await byHeaders({ connection, file }, reader, encoding, asked)
  const best = ranked.filter(({ known }) => known === ranked[0]?.known)
  const [winner] = best
  if (winner && best.length === 1) return winner.belonging
  if (winner)
    return { rule: 'source_ambiguous', line: null, detail: namesOf(best.map(({ belonging }) => belonging)) }
  return { rule: 'source_unknown', line: null, detail: namesOf(asked) }
}

interface Ranked {
  readonly belonging: Belonging
  readonly known: number
}

async function byHeaders(
  request: { readonly connection: DuckDBConnection; readonly file: string },
  reader: Reader,
  encoding: Encoding,
  asked: readonly Belonging[],
): Promise<Ranked[]> {
  const { file } = request
  const names = await reader.columnsIn?.(request)
  const ranked: Ranked[] = []
  for (const belonging of asked) {
    const { source } = belonging
    const known = names
      ? knownAmong(names, source)
      : reader.format === 'xlsx'
        ? await knownInWorkbook(file, source)
        : await knownInText(file, encoding, source)
    if (known !== null) ranked.push({ belonging, known })
  }
  return ranked.toSorted((a, b) => b.known - a.known)
}

/** How many fields of the source's dataset the headers name; null where one that is required is missing. */
async function knownInText(
  file: string,
  encoding: Encoding,
  source: AgreementSource,
): Promise<number | null> {
  const heading = await headingOf(file, encoding, source).catch(unlessUnreadable)
  return heading && knownAmong(heading.headers, source)
}

/** A file whose first row has no end names nothing. */
function unlessUnreadable(error: unknown): null {
  if (error instanceof RowUnreadable) return null
  throw error
}

function knownAmong(headers: readonly string[], source: AgreementSource): number | null {
  const { missing, columns } = mapHeaders(source, headers)
  return missing.length === 0 ? columns.length : null
}

function ofDatasets(asked: readonly Belonging[], datasets: readonly DatasetName[]): Ranked[] {
  return asked
    .filter(({ source }) => datasets.includes(source.dataset))
    .map((belonging) => ({ belonging, known: 1 }))
}

function namesOf(belonging: readonly Belonging[]): string {
  return belonging.map(({ agreement, source }) => `${agreement.id}/${source.id}`).join(', ')
}

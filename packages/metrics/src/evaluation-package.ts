import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePackageFiles } from './evaluation/package-files.ts'
import { readManifest } from './evaluation/published-tables.ts'
import { yearCut } from './evaluation/year-cut.ts'
import { zipFile } from './evaluation/zip.ts'

export interface EvaluationRequest {
  readonly publicationFolder: string
  readonly agreement: string
  readonly year: number
  /** The folder to write in; made when it is not there. */
  readonly out: string
}

/**
 * Writes `utfall-<agreement>-<year>.zip` from a publication and nothing else: the same publication gives
 * the same bytes. Throws `ExpectedFault` that names what there is, when the agreement or year is not in it.
 */
export async function exportEvaluation(request: EvaluationRequest): Promise<{ file: string }> {
  const { publicationFolder, agreement, year, out } = request
  const manifest = readManifest(publicationFolder)
  const cut = yearCut(manifest, agreement, year)
  const name = `utfall-${agreement}-${year}`
  const folder = mkdtempSync(join(tmpdir(), 'utfall-'))
  try {
    const files = await writePackageFiles({ publicationFolder, manifest, cut }, folder, name)
    const entries = files.map(({ path }) => ({
      path: `${name}/${path}`,
      content: readFileSync(join(folder, path)),
    }))
    return { file: putInPlace(out, `${name}.zip`, await zipFile(entries, manifest.as_of)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** At no instant is there half a file of that name, and where it cannot be put there nothing is left beside it. */
function putInPlace(folder: string, name: string, content: Uint8Array): string {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `.${name}.writing`)
  try {
    writeFileSync(draft, content)
    renameSync(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  return join(folder, name)
}

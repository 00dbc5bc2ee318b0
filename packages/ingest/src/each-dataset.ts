import type { Found } from './find.ts'
import { chunksOf } from './readers/encoding.ts'
import { readerOf } from './readers/readers.ts'

/**
 * A file that the analyst named, once for each dataset that its format feeds: a member register is both memberships
 * and participants where two sources point to it. Any other file is itself.
 */
export async function forEachDataset(found: readonly Found[]): Promise<Found[]> {
  const parted = await Promise.all(found.map(parts))
  return parted.flat()
}

async function parts(found: Found): Promise<Found[]> {
  const { candidates } = found
  const datasets = new Set(candidates.map(({ source }) => source.dataset))
  if (found.byGlob || datasets.size < 2) return [found]
  const fed = readerOf(await headOf(found.file)).datasets ?? []
  if (fed.length < 2) return [found]
  const each = fed.map((dataset) => candidates.filter(({ source }) => source.dataset === dataset))
  return each.filter((those) => those.length > 0).map((those) => ({ ...found, candidates: those }))
}

/** Nothing where the file cannot be read: its delivery says so. */
async function headOf(file: string): Promise<Buffer> {
  try {
    for await (const chunk of chunksOf(file, 1 << 16)) return Buffer.from(chunk)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  return Buffer.alloc(0)
}

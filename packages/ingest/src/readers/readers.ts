import { csvReader } from './csv.ts'
import { headOf } from './head.ts'
import type { Reader } from './reader.ts'
import { sieReader } from './sie.ts'

/** Every format, the most particular first. */
const READERS: readonly Reader[] = [sieReader, csvReader]

/** The reader that recognises what is in the file. */
export async function readerOf(file: string): Promise<Reader> {
  const head = await headOf(file)
  return READERS.find(({ recognises }) => recognises(head)) ?? csvReader
}

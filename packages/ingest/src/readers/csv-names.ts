import { mapHeaders } from '../mapping.ts'
import { csvReader, headingOf } from './csv.ts'
import { namesBeside } from './names-beside.ts'
import { RowUnreadable, delimitedRows } from './records.ts'
import type { Reader, Reading, ReadingFault, ReadingRequest } from './reader.ts'

/**
 * Delimited text that has names of persons beside their numbers is read once more for these: they are not among what
 * the reader leaves, and nothing of them is kept.
 */
export const csvWithNames: Reader = {
  ...csvReader,
  read: async (request) => {
    const reading = await csvReader.read(request)
    return reading.rows === 0 ? reading : withFaults(reading, await nameFaults(request))
  },
}

function withFaults(reading: Reading, more: readonly ReadingFault[]): Reading {
  const { faults, inPlace } = reading
  return {
    ...reading,
    faults: [...faults, ...more],
    ...(inPlace && {
      inPlace: { ...inPlace, otherwise: async () => withFaults(await inPlace.otherwise(), more) },
    }),
  }
}

async function nameFaults({ file, content, source }: ReadingRequest): Promise<readonly ReadingFault[]> {
  const { encoding } = content.form
  try {
    const heading = await headingOf(file, encoding, source)
    const mapping = heading && mapHeaders(source, heading.headers)
    if (!mapping || mapping.names.length === 0 || !mapping.columns.some(isParticipant)) return []
    const names = namesBeside(mapping)
    for await (const batch of delimitedRows(file, encoding, heading.separator)) {
      for (const { line, cells } of batch) if (line > heading.line) names.look(line, cells)
    }
    return names.faults()
  } catch (error) {
    // What cannot be read has been told already.
    if (error instanceof RowUnreadable) return []
    throw error
  }
}

const isParticipant = ({ field }: { readonly field: { readonly type: string } }) =>
  field.type === 'participant'

import { documentIn } from '../json/document.ts'
import { outermostKeys } from '../json/keys.ts'
import { JsonStat, jsonStatObservations } from '../reference/json-stat.ts'
import { noObservations, stageObservations } from '../reference/observation.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'

/** A table of Statistics Sweden as JSON-stat 2.0. */
export const jsonStatReader: Reader = { format: 'json-stat', datasets: ['reference'], recognises, read }

/** The values may lie beyond the beginning of a large file. */
function recognises(head: Uint8Array): boolean {
  const keys = outermostKeys(head)
  return keys.has('dimension') || (keys.has('class') && keys.has('id'))
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, content } = request
  const answer = await documentIn(file, content.form.encoding, JsonStat)
  if (!answer.ok) return noObservations('json-stat', answer.fault)
  return stageObservations(request, {
    format: 'json-stat',
    headers: { series: 'metric', municipality: 'geo', period: 'time', value: 'value', gender: 'Kon' },
    observations: jsonStatObservations(answer.data),
  })
}

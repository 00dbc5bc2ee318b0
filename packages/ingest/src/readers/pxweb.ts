import { documentIn } from '../json/document.ts'
import { outermostKeys } from '../json/keys.ts'
import { noObservations, stageObservations } from '../reference/observation.ts'
import { PxWebAnswer, pxwebObservations } from '../reference/pxweb.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'

/** A table of Statistics Sweden in PxWeb's own JSON. */
export const pxwebReader: Reader = {
  format: 'pxweb',
  datasets: ['reference'],
  recognises: (head) => outermostKeys(head).has('columns'),
  read,
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, content } = request
  const answer = await documentIn(file, content.form.encoding, PxWebAnswer)
  if (!answer.ok) return noObservations('pxweb', answer.fault)
  return stageObservations(request, {
    format: 'pxweb',
    headers: { series: 'columns', municipality: 'Region', period: 'Tid', value: 'values', gender: 'Kon' },
    observations: pxwebObservations(answer.data),
  })
}

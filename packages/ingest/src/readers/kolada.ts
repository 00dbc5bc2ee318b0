import type { FormatNote } from '@utfall/contracts'
import { documentIn } from '../json/document.ts'
import { outermostKeys } from '../json/keys.ts'
import { KoladaAnswer, hasMorePages, koladaObservations, unitsIn } from '../reference/kolada.ts'
import { noObservations, stageObservations } from '../reference/observation.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'

/** Figures of Kolada, saved as its API gives them, v2 and v3: a row of `reference` for each year, place and gender. */
export const koladaReader: Reader = {
  format: 'kolada',
  datasets: ['reference'],
  recognises: (head) => outermostKeys(head).has('values'),
  read,
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { file, content } = request
  const version = outermostKeys(content.head).has('next_url') ? ' v3' : ''
  const answer = await documentIn(file, content.form.encoding, KoladaAnswer)
  if (!answer.ok) return noObservations(`kolada${version}`, answer.fault)
  return stageObservations(request, {
    format: `kolada${version}`,
    headers: {
      series: 'kpi',
      municipality: 'municipality',
      period: 'period',
      value: 'value',
      gender: 'gender',
    },
    observations: koladaObservations(answer.data),
    notes: unitNote(unitsIn(answer.data)),
    faults: hasMorePages(answer.data) ? [{ rule: 'reference_more_pages', line: null }] : [],
  })
}

function unitNote(units: number): FormatNote[] {
  if (units === 0) return []
  return [
    {
      id: 'kolada_units',
      ok: null,
      sentence: {
        sv: `Uppgifter om skolor och andra enheter (${units}) lästes inte: här jämförs kommuner.`,
        en: `Figures of schools and other units (${units}) were not read: municipalities are compared here.`,
      },
    },
  ]
}

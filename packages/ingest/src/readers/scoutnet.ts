import { documentIn } from '../json/document.ts'
import { outermostKeys } from '../json/keys.ts'
import { REGISTER_DATASETS, registerNotes, stageMembers } from '../registers/member.ts'
import { ScoutnetMembers, scoutnetMembers } from '../registers/scoutnet.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'

/** The member list of Scoutnet, saved as its API gives it. */
export const scoutnetReader: Reader = {
  format: 'scoutnet',
  datasets: REGISTER_DATASETS,
  recognises: (head) => {
    const keys = outermostKeys(head)
    return keys.has('data') && !keys.has('columns')
  },
  read,
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { connection, file, content, source } = request
  const answer = await documentIn(file, content.form.encoding, ScoutnetMembers)
  const { dataset } = source
  if (!answer.ok) {
    return { dataset, format: 'scoutnet', rows: 0, headers: {}, notes: [], faults: [answer.fault] }
  }
  const stage = await stageMembers(connection, request)
  try {
    for (const member of scoutnetMembers(answer.data, source.sender)) stage.add(member)
  } finally {
    stage.close()
  }
  return {
    dataset: stage.dataset,
    format: 'scoutnet',
    rows: stage.rows(),
    headers: HEADERS,
    notes: registerNotes(0, { sv: '', en: '' }),
    faults: stage.faults(),
  }
}

/** Field → what the format calls it. */
const HEADERS = {
  participant: 'ssno',
  birth_date: 'date_of_birth',
  gender: 'sex',
  association: 'group',
  start_date: 'confirmed_at',
}

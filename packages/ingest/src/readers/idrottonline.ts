import { RowUnreadable } from './records.ts'
import { asciiHeading, headedRows, separatorIn } from './headed-rows.ts'
import type { HeadedRow } from './headed-rows.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'
import {
  REGISTER_DATASETS,
  genderOf,
  isWholeNumber,
  noMembers,
  registerNotes,
  stageMembers,
} from '../registers/member.ts'
import type { Member } from '../registers/member.ts'

/** The member register of IdrottOnline, as its export gives it: a row is a member of the association that sent it. */
export const idrottOnlineReader: Reader = {
  format: 'idrottonline',
  datasets: REGISTER_DATASETS,
  recognises: (head) => /delsedat\.\/Personnr\./.test(asciiHeading(head)),
  read,
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { connection, file, content, source } = request
  const { encoding } = content.form
  const format = `idrottonline ${encoding}`
  const stage = await stageMembers(connection, request)
  let leftOut = 0
  try {
    for await (const batch of headedRows(file, encoding, separatorIn(asciiHeading(content.head)))) {
      for (const row of batch) {
        if (isGuardian(row) || (stage.dataset === 'memberships' && isTrial(row))) leftOut += 1
        else stage.add(memberOf(row, source.sender))
      }
    }
  } catch (error) {
    if (error instanceof RowUnreadable) return noMembers(request, format, error.rule, error.line)
    throw error
  } finally {
    stage.close()
  }
  return {
    dataset: stage.dataset,
    format,
    rows: stage.rows(),
    headers: HEADERS,
    notes: registerNotes(leftOut, LEFT_OUT),
    faults: stage.faults(),
  }
}

const LEFT_OUT = {
  sv: 'Målsmän, och den som provar på utan att vara medlem, gav ingen rad',
  en: 'Guardians, and those who try without being members, gave no row',
}

/** Field → what the format calls it. */
const HEADERS = {
  participant: 'Födelsedat./Personnr.',
  birth_date: 'Födelsedat./Personnr.',
  gender: 'Kön',
  association: 'avsändaren',
  start_date: 'Medlem sedan',
  end_date: 'Medlem t.o.m.',
}

function memberOf({ line, cell }: HeadedRow, association: string): Member {
  const born = cell('Födelsedat./Personnr.')
  const number = [born, cell('LMA/Samordningsnr.')].find(isWholeNumber)
  return {
    line,
    participant: number ?? (cell('IdrottsID') || born),
    name: `${cell('Förnamn')} ${cell('Efternamn')}`,
    birthDate: isWholeNumber(born) ? '' : born.replace(/[-–](?:0000|x{3,4})$/i, ''),
    gender: genderOf(cell('Kön')),
    association,
    start: cell('Medlem sedan'),
    end: cell('Medlem t.o.m.'),
  }
}

/** A parent stands in the register beside the child. */
const isGuardian = ({ cell }: HeadedRow) => cell('Målsman') !== ''
const isTrial = ({ cell }: HeadedRow) =>
  /^(?:ja|j|x|1|true|sant)$/i.test(cell('Prova-på')) || /^prova/i.test(cell('Typ'))

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { agreementFault, closest, readAgreement } from '@utfall/contracts'
import type { Agreement, AgreementFault, AgreementReading, Sentence } from '@utfall/contracts'
import { unknownIndicators } from './agreement-indicators.ts'
import { unreadParameters } from './agreement-parameters.ts'
import { noAgreements, noDataFolder, unknownAgreement } from './messages/faults.ts'

/** An agreement and where its deliveries are. */
export interface AgreementAt {
  readonly agreement: Agreement
  /** Absolute. */
  readonly deliveries: string
}

/**
 * Every agreement in `<data>/agreements/<id>/agreement.yaml`, by id. Throws one `ExpectedFault` with all
 * faults of all files, each with file, line and column.
 *
 * @param indicators ids of the indicators that exist: an agreement that names another one is at fault.
 */
export function loadAgreements(data: string, indicators: readonly string[]): AgreementAt[] {
  const folder = join(data, 'agreements')
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw noDataFolder(folder)
  const ids = readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'agreement.yaml')))
    .sort()
  if (ids.length === 0) throw noAgreements(folder)
  const readings = ids.map((id) => readFolder(data, id, indicators))
  const faults = readings.flatMap((reading) => ('faults' in reading ? reading.faults : []))
  if (faults.length > 0) throw agreementFault(faults)
  return readings.flatMap((reading) => ('agreement' in reading ? [reading] : []))
}

/** Those of the agreements that `--agreement` asks for: all when it is not given. */
export function chosenAgreements(all: readonly AgreementAt[], id: string | undefined): AgreementAt[] {
  if (id === undefined) return [...all]
  const chosen = all.filter(({ agreement }) => agreement.id === id)
  if (chosen.length > 0) return chosen
  const known = all.map(({ agreement }) => agreement.id)
  throw unknownAgreement(id, known, closest(id, known))
}

function readFolder(
  data: string,
  id: string,
  indicators: readonly string[],
): AgreementAt | { readonly faults: readonly AgreementFault[] } {
  const folder = join(data, 'agreements')
  const file = join(folder, id, 'agreement.yaml')
  const text = textOf(file)
  if (text === null) return { faults: [unreadable(file)] }
  const reading = readAgreement(text, file)
  if (!reading.ok) return reading
  const faults = [
    ...otherFolder(reading, id),
    ...unknownIndicators(reading, indicators),
    ...unreadParameters(reading, data),
  ]
  if (faults.length > 0) return { faults }
  return { agreement: reading.agreement, deliveries: resolve(folder, id, 'deliveries') }
}

/** Null where the file cannot be read: it is a folder, or belongs to somebody else. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function unreadable(file: string): AgreementFault {
  const isFolder = statSync(file).isDirectory()
  return {
    file,
    line: 1,
    column: 1,
    path: '',
    expected: 'YAML',
    sentence: isFolder ? IS_FOLDER : FORBIDDEN,
  }
}

const IS_FOLDER: Sentence = {
  sv: 'Det är en mapp, inte en fil. Flytta undan den och lägg avtalet i en fil med det namnet.',
  en: 'This is a folder, not a file. Move it away and put the agreement in a file of that name.',
}

const FORBIDDEN: Sentence = {
  sv: 'Filen går inte att läsa. Ge den som kör Utfall rätt att läsa den.',
  en: 'The file cannot be read. Let the user that runs Utfall read it.',
}

type Read = Extract<AgreementReading, { ok: true }>

function otherFolder({ agreement, locate }: Read, folder: string): AgreementFault[] {
  if (agreement.id === folder) return []
  return [
    {
      ...locate(['id']),
      path: 'id',
      expected: folder,
      closest: folder,
      sentence: {
        sv: `Avtalet heter ”${agreement.id}” men mappen ”${folder}”. Väntat: samma id på båda.`,
        en: `The agreement is called "${agreement.id}" but its folder "${folder}". Expected: the same id for both.`,
      },
    },
  ]
}

import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'

/** What the computer refuses, or has lost, as a sentence that says how to go on; undefined where the error is a bug. */
export function faultOfComputer(error: unknown): ExpectedFault | undefined {
  if (!(error instanceof Error)) return undefined
  const { message } = error
  const { code, path, syscall } = ofSystem(error)
  if (isOneOf(code, ['ENOSPC', 'EDQUOT']) || message.includes('No space left on device')) return DISK_FULL
  if (isOneOf(code, ['EACCES', 'EPERM', 'EROFS'])) return forbidden(path)
  if (code === 'ENOTDIR' || (code === 'EEXIST' && syscall === 'mkdir')) return noFolder(path)
  if (code === 'EISDIR') return noFile(path)
  const closed = /Cannot open file "([^"]*)": (?:Read-only file system|Permission denied)/.exec(message)
  if (closed !== null) return forbidden(closed[1])
  return DAMAGED_WAREHOUSE.test(message) ? damagedWarehouse() : undefined
}

/** As DuckDB says that its own file is cut short or was written in by others. */
const DAMAGED_WAREHOUSE = /Corrupt database file|Could not read enough bytes from file "[^"]*\.duckdb"/

/** A rename fails because of the place that it leads to. */
function ofSystem(error: Error) {
  const of = new Map<string, unknown>(Object.entries(error))
  const place = of.get('dest') ?? of.get('path')
  return {
    code: of.get('code'),
    syscall: of.get('syscall'),
    path: typeof place === 'string' ? place : undefined,
  }
}

const isOneOf = (code: unknown, codes: readonly string[]) => typeof code === 'string' && codes.includes(code)

const DISK_FULL = inTheWay('disk_full', {
  sv: 'Disken är full. Frigör utrymme och kör kommandot igen. Den publikation som gällde gäller fortfarande.',
  en: 'The disk is full. Make room and run the command again. The publication that held still holds.',
})

function forbidden(path: string | undefined) {
  return inTheWay('not_allowed', {
    sv: `Datorn tillåter inte att ${path ?? 'en fil'} läses eller skrivs. Ändra rättigheterna, eller ange en annan mapp.`,
    en: `The computer does not allow ${path ?? 'a file'} to be read or written. Change its permissions, or name another folder.`,
  })
}

function noFolder(path: string | undefined) {
  return inTheWay('no_folder', {
    sv: `${path ?? 'Sökvägen'} går inte att använda som mapp, för en fil ligger i vägen. Ange en annan mapp.`,
    en: `${path ?? 'The path'} cannot be used as a folder, since a file is in the way. Name another folder.`,
  })
}

function noFile(path: string | undefined) {
  return inTheWay('no_file', {
    sv: `${path ?? 'Sökvägen'} är en mapp, men där ska en fil ligga. Flytta undan mappen och kör kommandot igen.`,
    en: `${path ?? 'The path'} is a folder where a file should be. Move the folder away and run the command again.`,
  })
}

function damagedWarehouse() {
  return inTheWay('warehouse_damaged', {
    sv: 'Lagret (warehouse.duckdb) är skadat. Lägg tillbaka det ur en säkerhetskopia, eller flytta undan filen och läs in leveranserna på nytt.',
    en: 'The warehouse (warehouse.duckdb) is damaged. Put it back from a backup, or move the file away and ingest the deliveries again.',
  })
}

function inTheWay(code: string, sentence: Sentence): ExpectedFault {
  return new ExpectedFault(code, sentence, EXIT_STATUS.wrongUse)
}

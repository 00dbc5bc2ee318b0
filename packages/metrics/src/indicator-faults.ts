import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'

/** What can be wrong with the SELECT of an indicator, whether it counts people or money. */

export function refused(path: string, { sv, en }: Sentence): ExpectedFault {
  return new ExpectedFault('indicator', { sv: `${path}: ${sv}`, en: `${path}: ${en}` }, EXIT_STATUS.wrongUse)
}

export const cannotRun = (message: string): Sentence => ({
  sv: `SELECT-satsen går inte att köra (${message}). Rätta den; indicators/README.md visar vad den får läsa.`,
  en: `The SELECT cannot be run (${message}). Mend it; indicators/README.md shows what it may read.`,
})

export const unknownColumns = (columns: readonly string[]): Sentence => ({
  sv: `Kolumnen ”${columns.join(', ')}” räknas inte. Ta bort den, eller rätta namnet enligt indicators/README.md.`,
  en: `The column "${columns.join(', ')}" is not counted. Remove it, or mend its name by indicators/README.md.`,
})

export const unknownRoles = (roles: readonly string[]): Sentence => ({
  sv: `Rollen ”${roles.join(', ')}” finns inte, eller så saknas period_id. Rätta enligt indicators/README.md.`,
  en: `There is no role "${roles.join(', ')}", or period_id is missing. Mend it by indicators/README.md.`,
})

export const TWICE: Sentence = {
  sv: 'Samma person kommer flera gånger i samma period och insats. Ge en rad för var och en.',
  en: 'The same person comes more than once in a period and activity. Yield one row for each.',
}

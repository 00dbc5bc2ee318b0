import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'

/** The words of `utfall fetch`. */
export const FETCH = {
  nothing: {
    sv: 'Ingen källa har något att hämta. Skriv adressen under ”fetch” hos källan i agreement.yaml.',
    en: 'No source has anything to fetch. Write the address under "fetch" of the source in agreement.yaml.',
  },
  head: [
    { sv: 'avtal', en: 'agreement' },
    { sv: 'källa', en: 'source' },
    { sv: 'fil', en: 'file' },
    { sv: 'svar', en: 'answer' },
  ],
}

export const notReached = (address: string, reason: string) =>
  fault('address_not_reached', {
    sv: `${address} svarade inte (${reason}). Kontrollera adressen och nätet och försök igen, eller spara svaret som fil för hand.`,
    en: `${address} did not answer (${reason}). Check the address and the network and try again, or save the answer as a file by hand.`,
  })

export const notAnswered = (address: string, status: number) =>
  fault('address_refused', {
    sv: `${address} svarade med HTTP-status ${status} i stället för tal. Kontrollera serien och kommunen i adressen.`,
    en: `${address} answered with HTTP status ${status} instead of figures. Check the series and the municipality in the address.`,
  })

export const answerNotJson = (address: string) =>
  fault('answer_not_json', {
    sv: `Svaret från ${address} är inte JSON. Be API:et om JSON, JSON-stat2 eller PxWeb-JSON i adressen.`,
    en: `The answer of ${address} is not JSON. Ask the API for JSON, JSON-stat2 or PxWeb JSON in the address.`,
  })

export const answerInParts = (address: string) =>
  fault('answer_in_parts', {
    sv: `Svaret från ${address} är bara den första delen av flera. Fråga om färre serier, kommuner eller år åt gången.`,
    en: `The answer of ${address} is only the first of several parts. Ask for fewer series, municipalities or years at a time.`,
  })

export const answerTooLarge = (address: string, limit: number) =>
  fault('answer_too_large', {
    sv: `Svaret från ${address} är större än ${limit / 1e6} MB. Fråga om färre serier, kommuner eller år åt gången.`,
    en: `The answer of ${address} is larger than ${limit / 1e6} MB. Ask for fewer series, municipalities or years at a time.`,
  })

export const notOfSource = (file: string, source: string, globs: string) =>
  new ExpectedFault(
    'fetch_outside_source',
    {
      sv: `”${file}” under ”fetch” hos källan ”${source}” hör inte till källans filer (${globs}). Ge filen ett sådant namn.`,
      en: `"${file}" under "fetch" of the source "${source}" is none of the source's files (${globs}). Give the file such a name.`,
    },
    EXIT_STATUS.wrongUse,
  )

function fault(code: string, sentence: Sentence): ExpectedFault {
  return new ExpectedFault(code, sentence, EXIT_STATUS.deliveryStopped)
}

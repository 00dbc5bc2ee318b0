import { matchesGlob, normalize, resolve } from 'node:path'
import { ExpectedFault } from '@utfall/contracts'
import type { AgreementSource, Sentence } from '@utfall/contracts'
import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import type { AgreementAt } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { FETCH, notOfSource } from '../messages/fetch.ts'
import { AGREEMENT_FLAG } from '../messages/help.ts'
import { keepAnswer } from '../public-answer.ts'
import type { AnswerVerdict } from '../public-answer.ts'

const ANSWER_WORDS: Readonly<Record<AnswerVerdict | 'failed', Sentence>> = {
  new: { sv: 'ny', en: 'new' },
  changed: { sv: 'ändrad', en: 'changed' },
  unchanged: { sv: 'oförändrad', en: 'unchanged' },
  failed: { sv: 'ej hämtad', en: 'not fetched' },
}

interface Wanted {
  readonly agreement: string
  readonly source: string
  readonly file: string
  readonly address: string
  /** Absolute path of the file. */
  readonly path: string
}

interface Answered extends Omit<Wanted, 'path'> {
  readonly answer: AnswerVerdict | 'failed'
  readonly fault?: { readonly code: string; readonly sentence: Sentence }
}

export const fetchAnswers = defineCommand({
  name: 'fetch',
  summary: { sv: 'hämtar offentliga jämförelsetal', en: 'fetch public figures to compare with' },
  description: {
    sv: 'Hämtar de svar från Kolada och SCB som avtalens källor har adresser till (under ”fetch” i agreement.yaml) och sparar dem bland leveranserna. ”utfall ingest” läser sedan in dem.',
    en: 'Fetches the answers of Kolada and Statistics Sweden that the sources of the agreements have addresses of (under "fetch" in agreement.yaml) and keeps them among the deliveries. "utfall ingest" then loads them.',
  },
  flags: [AGREEMENT_FLAG],
  options: z.object({ agreement: z.string().optional() }),
  run: async ({ data }, { agreement }) => {
    const agreements = chosenAgreements(loadAgreements(data, knownIndicators(data)), agreement)
    const answered: Answered[] = []
    for (const wanted of agreements.flatMap(addressesOf)) answered.push(await answerOf(wanted))
    return {
      document: { fetched: answered },
      status: answered.some(({ answer }) => answer === 'failed') ? 3 : 0,
      page: (page) => {
        if (answered.length === 0) return page.line(page.say(FETCH.nothing))
        page.table(
          FETCH.head,
          answered.map(({ answer, ...each }) => [
            each.agreement,
            each.source,
            each.file,
            page.say(ANSWER_WORDS[answer]),
          ]),
        )
        for (const { fault } of answered) if (fault) page.line(page.paint('red', page.say(fault.sentence)))
      },
    }
  },
})

function addressesOf({ agreement, deliveries }: AgreementAt): Wanted[] {
  return agreement.sources.flatMap((source) =>
    Object.entries(source.fetch ?? {}).map(([file, address]) => {
      if (!isOf(source, file)) throw notOfSource(file, source.id, [source.files].flat().join(', '))
      return { agreement: agreement.id, source: source.id, file, address, path: resolve(deliveries, file) }
    }),
  )
}

/** A file that the source would not read, or that climbs out of the deliveries, is not written. */
function isOf({ files }: AgreementSource, file: string): boolean {
  return normalize(file) === file && [files].flat().some((glob) => matchesGlob(file, glob))
}

async function answerOf({ path, ...wanted }: Wanted): Promise<Answered> {
  try {
    return { ...wanted, answer: await keepAnswer(wanted.address, path) }
  } catch (error) {
    if (!(error instanceof ExpectedFault)) throw error
    return { ...wanted, answer: 'failed', fault: { code: error.code, sentence: error.sentence } }
  }
}

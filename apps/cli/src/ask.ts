import { createInterface } from 'node:readline/promises'
import type { Context } from './command.ts'
import { NEW_AGREEMENT, QUESTIONS } from './messages/new-agreement.ts'
import { NewAgreement } from './new-agreement.ts'

/** What has been answered so far. */
type Answers = { [Name in keyof NewAgreement]?: NewAgreement[Name] | undefined }

/** Asks for the answers that are not given, where there is a terminal to ask on; else leaves them out. */
export async function askFor({ language, say }: Context, given: Answers): Promise<Answers> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return given
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answers = { ...given }
    for (const name of NewAgreement.keyof().options) {
      while (answers[name] === undefined) {
        const answer = (await terminal.question(`${QUESTIONS[name][language]}: `)).trim()
        if (NewAgreement.shape[name].safeParse(answer).success) answers[name] = answer
        else say(NEW_AGREEMENT.again(QUESTIONS[name]))
      }
    }
    return answers
  } finally {
    terminal.close()
  }
}

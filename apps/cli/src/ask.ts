import { createInterface } from 'node:readline/promises'
import type { Context } from './command.ts'
import { notFinished } from './messages/faults.ts'
import { NEW_AGREEMENT, QUESTIONS } from './messages/new-agreement.ts'
import { NewAgreement, isAnswer } from './new-agreement.ts'

/** What has been answered so far. */
type Answers = { [Name in keyof NewAgreement]?: NewAgreement[Name] | undefined }

/**
 * Asks for the answers that are not given, where there is a terminal to ask on; else leaves them out. Throws
 * `ExpectedFault` where somebody breaks off.
 */
export async function askFor(context: Context, given: Answers): Promise<Answers> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return given
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await answersTo((question) => terminal.question(question), context, given)
  } catch (error) {
    throw error instanceof Error && error.name === 'AbortError' ? notFinished() : error
  } finally {
    terminal.close()
  }
}

/** Asks in the order of the questions, and each again until its answer will do. */
export async function answersTo(
  ask: (question: string) => Promise<string>,
  { language, say }: Pick<Context, 'language' | 'say'>,
  given: Answers,
): Promise<Answers> {
  const answers = { ...given }
  for (const name of NewAgreement.keyof().options) {
    while (answers[name] === undefined) {
      const answer = (await ask(`${QUESTIONS[name][language]}: `)).trim()
      if (isAnswer(name, answer, answers.start)) answers[name] = answer
      else say(NEW_AGREEMENT.again(QUESTIONS[name]))
    }
  }
  return answers
}

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ExpectedFault, Language } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { masked } from '@utfall/ingest'
import { homeAt } from '@utfall/warehouse'
import { z } from 'zod'
import { parseOptions } from './command.ts'
import { faultOfComputer } from './computer-faults.ts'
import { languageOf } from './language.ts'
import { BUG } from './messages/faults.ts'
import { pageOn } from './print/page.ts'
import { parseCommandLine } from './program.ts'
import type { Called } from './program.ts'
import { progressOn } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

const PROGRAM_VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version

const EXIT_STATUS_OF_A_BUG = 1

/** Runs one command line and answers with its exit status. Everything it prints goes to `surroundings`. */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const language = languageOf(argv, surroundings.env)
  const asJson = argv.includes('--json')
  try {
    const called = await parseCommandLine(argv, { language, version: PROGRAM_VERSION, surroundings })
    return called === undefined ? 0 : await run(called, language, surroundings)
  } catch (error) {
    return fail(error, language, asJson, surroundings)
  }
}

async function run({ command, files, options }: Called, language: Language, surroundings: Surroundings) {
  const { stdout, stderr, env, cwd } = surroundings
  const GlobalOptions = z.object({
    data: z.string().min(1).default('data'),
    home: z
      .string()
      .min(1)
      .default(env.UTFALL_HOME || 'var'),
    json: z.boolean().default(false),
    lang: Language.optional(),
  })
  const { data, home, json } = parseOptions(GlobalOptions, options)
  const progress = progressOn(stderr, language)
  const context = {
    data,
    home: homeAt(resolve(cwd(), home)),
    language,
    now: new Date(),
    program: `utfall ${PROGRAM_VERSION}`,
    progress,
    say: (sentence: Sentence) => stderr.write(`${sentence[language]}\n`),
  }
  const outcome = await command.run(context, options, files).finally(progress.end)
  if (json) stdout.write(`${JSON.stringify(outcome.document, null, 2)}\n`)
  else outcome.page(pageOn(stdout, language, stdout.isTTY === true && !env.NO_COLOR))
  return outcome.status
}

/**
 * An expected fault is a sentence and a status; anything else is a bug, with its stack trace. The message of
 * a bug may quote a row: identity numbers are masked in it as everywhere.
 */
function fail(error: unknown, language: Language, asJson: boolean, { stdout, stderr }: Surroundings): number {
  const expected = error instanceof ExpectedFault ? error : faultOfComputer(error)
  const { code, sentence } = expected ?? { code: 'bug', sentence: BUG }
  if (asJson) stdout.write(`${JSON.stringify({ error: { code, sentence } }, null, 2)}\n`)
  else if (expected) stderr.write(`${sentence[language]}\n`)
  if (!expected) stderr.write(`${masked(traceOf(error))}\n`)
  return expected?.exitStatus ?? EXIT_STATUS_OF_A_BUG
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

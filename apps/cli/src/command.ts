import type { Language, Sentence } from '@utfall/contracts'
import type { Home } from '@utfall/warehouse'
import type { z } from 'zod'
import { wrongOption } from './messages/faults.ts'
import type { Page } from './print/page.ts'
import type { Progress } from './progress.ts'

/** What every command is given, whatever its own options are. */
export interface Context {
  /** Folder with agreements and deliveries, as it was written. */
  readonly data: string
  /** Where the program keeps what it makes; absolute. */
  readonly home: Home
  readonly language: Language
  readonly now: Date
  readonly program: string
  readonly progress: Progress
  /** Tells the analyst something while the command runs, on standard error. */
  readonly say: (sentence: Sentence) => void
}

/** How a command ended: the same answer for programs and for people. */
export interface Outcome {
  /** What `--json` prints; undefined where there is nothing to tell. */
  readonly document: unknown
  /** What a person reads. */
  readonly page: (page: Page) => void
  readonly status: 0 | 2 | 3
}

export interface Flag {
  /** As commander writes it: `--as-of <date>`. */
  readonly flags: string
  readonly words: Sentence
}

export interface Command {
  readonly name: string
  readonly summary: Sentence
  readonly description: Sentence
  /** Whether it takes files after its name. */
  readonly takesFiles: boolean
  /** The word after its name, for a command that takes one. */
  readonly word?: { readonly name: Sentence; readonly words: Sentence }
  readonly flags: readonly Flag[]
  readonly run: (context: Context, options: unknown, files: readonly string[]) => Promise<Outcome>
}

interface CommandOf<Options extends z.ZodType> extends Omit<Command, 'run' | 'takesFiles' | 'flags'> {
  readonly takesFiles?: boolean
  readonly flags?: readonly Flag[]
  readonly options: Options
  readonly run: (
    context: Context,
    options: z.infer<Options>,
    files: readonly string[],
  ) => Promise<Outcome> | Outcome
}

/** Ties a command to the schema of its options, so that `run` gets only options that hold. */
export function defineCommand<Options extends z.ZodType>(command: CommandOf<Options>): Command {
  const { options: schema, run, ...rest } = command
  return {
    takesFiles: false,
    flags: [],
    ...rest,
    run: async (context, given, files) => run(context, parseOptions(schema, given), files),
  }
}

/** The options when they hold; throws the first fault as wrong use of that option. */
export function parseOptions<Options extends z.ZodType>(schema: Options, given: unknown): z.infer<Options> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const name = String(parsed.error.issues[0]?.path[0] ?? '')
  throw wrongOption(name, valueOf(given, name))
}

function valueOf(given: unknown, name: string): string | undefined {
  const value = new Map(Object.entries(given ?? {})).get(name)
  return value === undefined ? undefined : String(value)
}

import { closest } from '@utfall/contracts'
import type { ExpectedFault, Language, Sentence } from '@utfall/contracts'
import { CommanderError, Command as Commander } from 'commander'
import type { Command } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import {
  noCommand,
  optionWithoutValue,
  tooManyArguments,
  unknownCommand,
  unknownOption,
} from './messages/faults.ts'
import { EXIT_STATUSES, GLOBAL_FLAGS, HELP, TITLES } from './messages/help.ts'
import type { Surroundings } from './surroundings.ts'

interface Settings {
  readonly language: Language
  readonly version: string
  readonly surroundings: Surroundings
}

/** A command as it was called. `options` are commander's, not yet checked. */
export interface Called {
  readonly command: Command
  readonly files: readonly string[]
  readonly options: unknown
}

/**
 * What the command line calls for, or undefined when it only asked for help or the version.
 * Throws `ExpectedFault` on wrong use.
 */
export async function parseCommandLine(
  argv: readonly string[],
  settings: Settings,
): Promise<Called | undefined> {
  let called: Called | undefined
  const program = define(settings, (call) => {
    called = call
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return called
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return undefined
    throw wrongUse(error, program)
  }
}

function define({ language, version, surroundings }: Settings, onCall: (called: Called) => void): Commander {
  const say = (sentence: Sentence) => sentence[language]
  const program = new Commander('utfall')
    .description(say(HELP.description))
    .usage(say(HELP.usage))
    .version(version, '-V, --version', say(HELP.version))
    .helpOption('-h, --help', say(HELP.help))
    .helpCommand(`help [${say(HELP.commandWord)}]`, say(HELP.help))
    .addHelpText('after', `\n${say(EXIT_STATUSES)}`)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: (text) => surroundings.stdout.write(text), writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => command.name(),
      styleTitle: (title) => say(TITLES[title] ?? same(title)),
    })
  for (const { flags, words } of GLOBAL_FLAGS) program.option(flags, say(words))
  for (const command of COMMANDS) {
    const sub = program
      .command(command.name)
      .summary(say(command.summary))
      .description(say(command.description))
      .usage(usageOf(command, say))
      .helpOption('-h, --help', say(HELP.help))
    for (const { flags, words } of command.flags) sub.option(flags, say(words))
    if (command.takesFiles) sub.argument(`[${say(HELP.fileWord)}...]`, say(HELP.files))
    if (command.word) sub.argument(`[${say(command.word.name)}]`, say(command.word.words))
    sub.action(() => onCall({ command, files: sub.args, options: sub.optsWithGlobals() }))
  }
  return program
}

function usageOf({ takesFiles, word }: Command, say: (sentence: Sentence) => string): string {
  if (takesFiles) return say(HELP.usageWithFiles)
  const plain = say(HELP.usageWithoutFiles)
  return word === undefined ? plain : `${plain} ${say(word.name).toUpperCase()}`
}

/** Commander's own faults, in our words. It tells what was written only inside its English message. */
function wrongUse(error: CommanderError, program: Commander): ExpectedFault {
  const written = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(
        written,
        closest(
          written,
          COMMANDS.map(({ name }) => name),
        ),
      )
    case 'commander.unknownOption':
      return unknownFlag(written, program)
    case 'commander.optionMissingArgument':
      return optionWithoutValue(written)
    case 'commander.excessArguments':
      return tooManyArguments()
    case 'commander.help':
      return noCommand()
    default:
      throw error
  }
}

/** A flag that other commands have is theirs; any other was meant to be one of this command's. */
function unknownFlag(written: string, program: Commander): ExpectedFault {
  const command = program.commands.find((each) => program.args.includes(each.name()))
  const [flag = written] = written.split('=')
  const owners = program.commands.filter((each) => flagsOf(each).includes(flag)).map((each) => each.name())
  const known = [...flagsOf(program), ...(command ? flagsOf(command) : []), '--help']
  return unknownOption(flag, owners.length === 0 ? closest(flag, known) : undefined, command?.name(), owners)
}

const flagsOf = ({ options }: Commander) => options.flatMap(({ long }) => long ?? [])

const same = (text: string): Sentence => ({ sv: text, en: text })

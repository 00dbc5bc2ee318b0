import { Language } from '@utfall/contracts'

/**
 * The language to speak before the options are parsed, help and faults in the options included:
 * `--lang` where it is given and valid, else what the environment says, else Swedish.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const given = Language.safeParse(optionValue(argv, '--lang'))
  if (given.success) return given.data
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.toLowerCase().startsWith('en') ? 'en' : 'sv'
}

function optionValue(argv: readonly string[], option: string): string | undefined {
  const joined = argv.find((each) => each.startsWith(`${option}=`))
  if (joined !== undefined) return joined.slice(option.length + 1)
  const at = argv.indexOf(option)
  return at < 0 ? undefined : argv[at + 1]
}

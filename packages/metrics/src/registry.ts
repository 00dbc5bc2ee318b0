import { readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IndicatorHeader, expectation } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { LineCounter, isNode, parseDocument } from 'yaml'

/** One indicator: its definition for people, and the SELECT that yields its units. */
export interface Indicator {
  readonly header: IndicatorHeader
  readonly sql: string
  readonly path: string
}

/** The folder of the indicators that come with the program. */
export const INDICATORS_FOLDER = fileURLToPath(new URL('../indicators', import.meta.url))

/** Whether an analyst wrote it: those that come with the program need not be tried each time. */
export const isOwn = ({ path }: Indicator) => dirname(path) !== INDICATORS_FOLDER

/** What is wrong with one file. Lines count from 1. */
export interface RegistryFault {
  readonly path: string
  readonly line: number
  readonly sentence: Sentence
}

/** All indicators that can be counted, by id and version, and the faults of those that cannot: one bad file leaves its siblings alone. */
export interface Registry {
  readonly indicators: readonly Indicator[]
  readonly faults: readonly RegistryFault[]
}

/** Reads every `<id>.sql` and `<id>@<version>.sql` of the folders, in the order of ids and versions. */
export function readRegistry(folders: readonly string[]): Registry {
  const readings = folders.flatMap(readingsIn)
  const indicators: Indicator[] = []
  const faults: RegistryFault[] = []
  for (const reading of readings) {
    if ('faults' in reading) {
      faults.push(...reading.faults)
      continue
    }
    const earlier = indicators.find(
      ({ header }) => header.id === reading.header.id && header.version === reading.header.version,
    )
    if (earlier) faults.push(duplicate(reading, earlier))
    else indicators.push(reading)
  }
  return { indicators: indicators.toSorted(byIdAndVersion), faults }
}

function byIdAndVersion({ header: a }: Indicator, { header: b }: Indicator): number {
  return a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1
}

type IndicatorReading = Indicator | { readonly faults: readonly RegistryFault[] }

function readingsIn(folder: string): IndicatorReading[] {
  const names = unlessRefused(() => readdirSync(folder))
  if (names === null) return [unreadable(folder, statSync(folder).isDirectory() ? FORBIDDEN : NO_FOLDER)]
  return names
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const path = join(folder, name)
      const text = unlessRefused(() => readFileSync(path, 'utf8'))
      if (text !== null) return readIndicator(text, path)
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      return unreadable(path, isFolder ? NO_FILE : FORBIDDEN)
    })
}

/** What the file system gives; null where it refuses. */
function unlessRefused<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

const unreadable = (path: string, sentence: Sentence) => ({ faults: [{ path, line: 1, sentence }] })

const FILE = /^\s*\/\*(?<header>[\s\S]*?)\*\/(?<select>[\s\S]*)$/

/** One file: a header of YAML in its first comment, then one SELECT. */
export function readIndicator(text: string, path: string): IndicatorReading {
  const { header = '', select = '' } = FILE.exec(text)?.groups ?? {}
  if (header.trim() === '') return { faults: [{ path, line: 1, sentence: NO_HEADER }] }
  const sql = select.trim().replace(/;$/, '')
  const linesBefore = text.slice(0, text.indexOf('/*')).split('\n').length - 1
  const lines = new LineCounter()
  const document = parseDocument(header, { lineCounter: lines })
  const fault = (offset: number, sentence: Sentence): RegistryFault => ({
    path,
    line: linesBefore + Math.max(1, lines.linePos(offset).line),
    sentence,
  })
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => fault(error.pos[0], notYaml(error.message))) }
  }
  const parsed = IndicatorHeader.safeParse(document.toJS())
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => {
        const node = document.getIn(issue.path, true)
        return fault(isNode(node) ? (node.range?.[0] ?? 0) : 0, wrongField(issue))
      }),
    }
  }
  const { id, version } = parsed.data
  if (![`${id}.sql`, `${id}@${version}.sql`].includes(basename(path)))
    return { faults: [fault(0, wrongName(id, path))] }
  if (!/^(select|with|from)\b/i.test(withoutComments(sql))) {
    const line = text.slice(0, text.length - select.trimStart().length).split('\n').length
    return { faults: [{ path, line, sentence: NO_SELECT }] }
  }
  return { header: parsed.data, sql, path }
}

const withoutComments = (sql: string) => sql.replace(/^(\s*--[^\n]*\n)*\s*/, '')

const NO_FILE: Sentence = {
  sv: 'Det är en mapp, inte en fil. Flytta undan den, eller ge den ett namn som inte slutar på .sql.',
  en: 'This is a folder, not a file. Move it away, or give it a name that does not end in .sql.',
}

const NO_FOLDER: Sentence = {
  sv: 'Det är en fil, inte en mapp. Flytta undan den; egna indikatorer ligger som filer i en mapp med det namnet.',
  en: 'This is a file, not a folder. Move it away; indicators of your own are files in a folder of that name.',
}

const FORBIDDEN: Sentence = {
  sv: 'Det går inte att läsa. Ge den som kör Utfall rätt att läsa det, eller ta bort det.',
  en: 'This cannot be read. Let the user that runs Utfall read it, or remove it.',
}

const NO_HEADER: Sentence = {
  sv: 'Filen börjar inte med en kommentar /* … */ som innehåller definitionen i YAML. Lägg till den; indicators/README.md visar hur.',
  en: 'The file does not begin with a comment /* … */ that holds the definition in YAML. Add it; indicators/README.md shows how.',
}

const NO_SELECT: Sentence = {
  sv: 'Efter definitionen ska en SELECT-sats stå. Skriv den; indicators/README.md visar vad den ska ge.',
  en: 'A SELECT must follow the definition. Write it; indicators/README.md shows what it must yield.',
}

function notYaml(message: string): Sentence {
  const what = message.split(/ at line |\n/)[0] ?? message
  return {
    sv: `Definitionen går inte att läsa som YAML (${what}). Rätta indrag, citattecken eller kolon på raden.`,
    en: `The definition is not valid YAML (${what}). Mend indentation, quotes or colons on this line.`,
  }
}

function wrongField(issue: Parameters<typeof expectation>[0]): Sentence {
  const name = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      sv: `Fältet ”${keys}” finns inte. Ta bort det, eller rätta namnet enligt indicators/README.md.`,
      en: `There is no field "${keys}". Remove it, or mend its name by indicators/README.md.`,
    }
  }
  const expected = expectation(issue)
  return {
    sv: `Fältet ”${name}” saknas eller är fel. Väntat: ${expected.sv}.`,
    en: `The field "${name}" is missing or wrong. Expected: ${expected.en}.`,
  }
}

function wrongName(id: string, path: string): Sentence {
  return {
    sv: `Filen heter ${basename(path)} men definierar ”${id}”. Döp om filen till ${id}.sql, eller rätta id.`,
    en: `The file is named ${basename(path)} but defines "${id}". Rename it to ${id}.sql, or mend the id.`,
  }
}

function duplicate({ header, path }: Indicator, earlier: Indicator): RegistryFault {
  return {
    path,
    line: 1,
    sentence: {
      sv: `”${header.id}” version ${header.version} finns redan i ${earlier.path}. Ge indikatorn ett eget id, eller definitionen en ny version.`,
      en: `"${header.id}" version ${header.version} is already in ${earlier.path}. Give the indicator an id of its own, or the definition a new version.`,
    },
  }
}

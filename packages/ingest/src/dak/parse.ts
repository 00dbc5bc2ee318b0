import { SaxesParser } from 'saxes'
import type { ReadingFault } from '../readers/reader.ts'
import { noMessage } from './file.ts'
import type { DakMessage, DakRole, DakSink } from './file.ts'

/**
 * The elements whose text is read, of a session and of a person. Names are read only to tell whether one number has
 * several of them, and are kept nowhere; `Handikapp` (health) is not read at all.
 */
const OF_SESSION: ReadonlyMap<string, 'activity' | 'start' | 'stop' | 'stopDate' | 'method'> = new Map([
  ['Aktivitet', 'activity'],
  ['StartTid', 'start'],
  ['StoppTid', 'stop'],
  ['StoppDatum', 'stopDate'],
  ['Metod', 'method'],
])
const OF_PERSON: ReadonlyMap<string, 'present' | 'number' | 'firstName' | 'lastName'> = new Map([
  ['Naervarande', 'present'],
  ['Personnummer', 'number'],
  ['Foernamn', 'firstName'],
  ['Efternamn', 'lastName'],
])
const ROLES: ReadonlyMap<string, DakRole> = new Map([
  ['Deltagare', 'participant'],
  ['Ledare', 'leader'],
])

/** Elements within each other. The format has nine. */
const DEEPEST = 64

/** Characters. A name, value or text that is longer was never meant as one. */
const LONGEST = 1 << 24

/** Leaves the parser, which goes on after an error. */
class Stopped extends Error {}

/** How a whole file ends, and more characters than that takes. */
const ENDING = /<\/(?:[\w.-]+:)?Aktivitetskort\s*>\s*$/
const ENDING_LENGTH = 256

/** What the file says of itself, as written. */
export interface DakHead {
  namespace: string
  version: string
}

interface Person {
  readonly line: number
  readonly role: DakRole
  readonly id: string
  present: string
  number: string
  firstName: string
  lastName: string
}

const nobody = { present: '', number: '', firstName: '', lastName: '' }

type Attributes = Readonly<Record<string, string>>

/**
 * Reads a DAK file a piece at a time, by the local names of its elements, and tells the sink of each mark, message
 * and person as they end. Only the five entities of XML itself are known; nothing outside the file is ever asked for.
 */
export function startDak(sink: DakSink) {
  const parser = new SaxesParser()
  const head: DakHead = { namespace: '', version: '' }
  const within: string[] = []
  const card = { association: '', number: '', activity: '' }
  let message: DakMessage | null = null
  let person: Person | null = null
  let messages = 0
  let line = 0
  let text = ''
  let sinceTag = 0
  /** Line of the last tag, and how the file ends so far. */
  let tagLine = 0
  let tail = ''
  let ended = false
  let fault: ReadingFault | null = null

  parser.on('error', stop)
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    tagLine = parser.line
    text = ''
    within.push(localName(name))
    if (within.length > DEEPEST) stop()
    if (fault === null) open(name, attributes)
  })
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    sinceTag = 0
    tagLine = parser.line
    const name = within.pop()
    if (fault === null && name !== undefined) close(name, text.trim())
    text = ''
  })

  /** A lone `&` takes all that follows for the name of an entity: then the file is whole, though the parser met its end. */
  function stop(): void {
    const isWhole = ended && ENDING.test(tail)
    fault ??=
      ended && !isWhole
        ? { rule: 'dak_cut_off', line: parser.line }
        : { rule: 'dak_malformed', line: isWhole ? tagLine : parser.line }
    throw new Stopped()
  }

  /** Nothing is read beyond a fault: each sign of a damaged file may be one more. */
  function unlessStopped(work: () => void): ReadingFault | null {
    try {
      if (fault === null) work()
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
    return fault
  }

  function take(more: string): void {
    const name = within.at(-1) ?? ''
    if (OF_SESSION.has(name) || OF_PERSON.has(name)) text += more
  }

  /** A line tells a row from others: where several begin on one, each has the line after that of the row before it. */
  function ownLine(): number {
    line = Math.max(line + 1, parser.line)
    return line
  }

  function open(name: string, attributes: Attributes): void {
    const given = (attribute: string) => attributes[attribute]?.trim() ?? ''
    const local = localName(name)
    const role = ROLES.get(local)
    if (role) person = { ...nobody, line: ownLine(), role, id: given('id') }
    else if (local === 'Aktivitetskort') head.namespace = namespaceOf(name, attributes)
    else if (local === 'Kommun') head.version = given('version')
    else if (local === 'Foerening') card.association = given('foereningsID') || given('organisationsnummer')
    else if (local === 'Naervarokort')
      Object.assign(card, { number: given('NaervarokortNummer'), activity: '' })
    else if (local === 'Sammankomst') {
      messages += 1
      const code = [card.association, card.number, given('kod')].join(' ')
      message = { ...noMessage, number: messages, line: ownLine(), code, date: given('Datum') }
    }
  }

  function close(name: string, said: string): void {
    const ofSession = OF_SESSION.get(name)
    const ofPerson = OF_PERSON.get(name)
    if (ofSession && message) message[ofSession] = said
    else if (ofPerson && person) person[ofPerson] = said
    else if (name === 'Aktivitet') card.activity = said
    else if (ROLES.has(name)) endPerson()
    else if (name === 'Sammankomst') endMessage()
  }

  function endPerson(): void {
    if (person === null) return
    const { present, number, firstName, lastName, ...who } = person
    if (message === null) sink.registered({ ...who, number, name: `${firstName} ${lastName}`.trim() })
    else sink.mark({ ...who, message: message.number, present: /^(?:true|1)$/i.test(present) })
    person = null
  }

  function endMessage(): void {
    if (message) sink.message({ ...message, cardActivity: card.activity })
    message = null
  }

  return {
    head,
    /** How many messages the file has so far. */
    messages: () => messages,
    /** Returns why the reading stopped; null while it goes on. */
    read(piece: string): ReadingFault | null {
      sinceTag += piece.length
      tail = (tail + piece).slice(-ENDING_LENGTH)
      return unlessStopped(() => {
        parser.write(piece)
        if (sinceTag > LONGEST) stop()
      })
    },
    /** Nothing more comes. */
    end(): ReadingFault | null {
      ended = true
      return unlessStopped(() => parser.close())
    },
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The namespace that an element is in, by its own declarations. */
function namespaceOf(name: string, attributes: Attributes): string {
  const prefix = name.slice(0, Math.max(name.indexOf(':'), 0))
  return attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? ''
}

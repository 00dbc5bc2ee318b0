import { SaxesParser } from 'saxes'
import type { ReadingFault } from '../readers/reader.ts'
import { noMessage } from './file.ts'
import type { DakMessage, DakRole, DakSink } from './file.ts'

/** The elements whose text is read. Names and `Handikapp` (health) are not among them, and are kept nowhere. */
const READ = new Set([
  'Aktivitet',
  'StartTid',
  'StoppTid',
  'StoppDatum',
  'Metod',
  'Naervarande',
  'Personnummer',
])

/** Elements within each other. The format has nine. */
const DEEPEST = 64

/** Characters. One name, value or text that is longer was never meant as one. */
const LONGEST = 1 << 24

/** What the file says of itself. */
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
}

/**
 * Reads a DAK file a piece at a time, by the local names of its elements, and tells the sink of each message, mark
 * and person as they end. Only the five entities of XML itself are known; nothing outside the file is ever asked for.
 */
export function startDak(sink: DakSink) {
  const parser = new SaxesParser()
  const head: DakHead = { namespace: '', version: '' }
  const names: string[] = []
  let fault: ReadingFault | null = null
  let ending = false
  let line = 0
  let quiet = 0
  let text = ''
  let messages = 0
  let association = ''
  let card = ''
  let cardActivity = ''
  let message: DakMessage | null = null
  let person: Person | null = null

  parser.on('error', () => stop())
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    text = ''
    names.push(localName(name))
    if (names.length > DEEPEST) stop()
    if (fault === null) open(name, attributes)
  })
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    quiet = 0
    const name = names.pop()
    if (fault === null && name !== undefined) close(name)
    text = ''
  })

  function stop(): void {
    fault ??= { rule: ending ? 'dak_cut_off' : 'dak_malformed', line: parser.line }
  }

  function take(more: string): void {
    if (READ.has(names.at(-1) ?? '')) text += more
  }

  /** Lines tell rows apart: where several begin on one, each counts as the line after the row before it. */
  function nextLine(): number {
    line = Math.max(line + 1, parser.line)
    return line
  }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    const given = (attribute: string) => attributes[attribute]?.trim() ?? ''
    switch (localName(name)) {
      case 'Aktivitetskort':
        head.namespace = given(name.includes(':') ? `xmlns:${name.split(':')[0]}` : 'xmlns')
        break
      case 'Kommun':
        head.version = given('version')
        break
      case 'Foerening':
        association = given('foereningsID') || given('organisationsnummer')
        break
      case 'Naervarokort':
        card = given('NaervarokortNummer')
        cardActivity = ''
        break
      case 'Sammankomst':
        messages += 1
        message = {
          ...noMessage,
          number: messages,
          line: nextLine(),
          code: [association, card, given('kod')].join(' '),
          date: given('Datum'),
        }
        break
      case 'Deltagare':
      case 'Ledare':
        person = {
          line: nextLine(),
          role: localName(name) === 'Ledare' ? 'leader' : 'participant',
          id: given('id'),
          present: '',
          number: '',
        }
    }
  }

  function close(name: string): void {
    const said = text.trim()
    switch (name) {
      case 'Aktivitet':
        if (message === null) cardActivity = said
        else message.activity = said
        break
      case 'StartTid':
        if (message) message.start = said
        break
      case 'StoppTid':
        if (message) message.stop = said
        break
      case 'StoppDatum':
        if (message) message.stopDate = said
        break
      case 'Metod':
        if (message) message.method = said.toLowerCase()
        break
      case 'Naervarande':
        if (person) person.present = said
        break
      case 'Personnummer':
        if (person) person.number = said
        break
      case 'Deltagare':
      case 'Ledare':
        if (person) tellOf(person)
        person = null
        break
      case 'Sammankomst':
        if (message) sink.message({ ...message, cardActivity })
        message = null
    }
  }

  function tellOf({ line: at, role, id, present, number }: Person): void {
    if (message === null) sink.registered({ line: at, role, id, number })
    else
      sink.mark({
        message: message.number,
        line: at,
        role,
        id,
        present: present === 'true' || present === '1',
      })
  }

  return {
    head,
    messages: () => messages,
    /** Returns why the reading stopped, or null while it goes on. */
    read(piece: string): ReadingFault | null {
      quiet += piece.length
      parser.write(piece)
      if (quiet > LONGEST) stop()
      return fault
    },
    /** Nothing more comes. */
    end(): ReadingFault | null {
      ending = true
      parser.close()
      return fault
    },
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

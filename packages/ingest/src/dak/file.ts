export type DakRole = 'participant' | 'leader'

/** One `Sammankomst`, texts as written. */
export interface DakMessage {
  /** From 1, in the order of the file. */
  number: number
  line: number
  /** Association, card and `kod`: what a session is known by. */
  code: string
  date: string
  start: string
  stop: string
  stopDate: string
  /** The session's own, and its card's. */
  activity: string
  cardActivity: string
  /** `Metod`. A message without one adds. */
  method: string
}

export const noMessage: DakMessage = {
  number: 0,
  line: 0,
  code: '',
  date: '',
  start: '',
  stop: '',
  stopDate: '',
  activity: '',
  cardActivity: '',
  method: 'Add',
}

/** One person in the list of a session. */
interface DakMark {
  readonly message: number
  readonly line: number
  readonly role: DakRole
  readonly id: string
  readonly present: boolean
}

/** One person in a register. */
interface DakRegistered {
  readonly line: number
  readonly role: DakRole
  readonly id: string
  readonly number: string
  readonly name: string
}

/** Who is told of what a file says. A session's marks come before its message, which ends after them. */
export interface DakSink {
  readonly message: (message: DakMessage) => void
  readonly mark: (mark: DakMark) => void
  readonly registered: (registered: DakRegistered) => void
}

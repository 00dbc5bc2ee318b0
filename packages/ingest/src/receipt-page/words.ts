import type { DatasetName, Identities, Receipt, Severity, Verdict } from '@utfall/contracts'

/** What each verdict means to whoever sent the file. */
export const VERDICT_SAYS: Readonly<Record<Verdict, string>> = {
  approved: 'Allt i filen är rätt och har lästs in.',
  approved_with_remarks: 'Filen har lästs in. Något i den behöver rättas eller kontrolleras: det står nedan.',
  paused:
    'Filen har inte lästs in än. Den ändrar så mycket av det som fanns att kommunen först måste bekräfta att den är rätt.',
  rejected: 'Filen kunde inte läsas in. Varför, och hur det rättas, står nedan.',
}

export const TRIED: Readonly<Record<Verdict, string>> = {
  approved: 'Filen har bara prövats. Den är rätt, och skulle läsas in som den är.',
  approved_with_remarks:
    'Filen har bara prövats. Den skulle läsas in, men något behöver rättas eller kontrolleras.',
  paused: 'Filen har bara prövats. Den ändrar så mycket att kommunen skulle behöva bekräfta att den är rätt.',
  rejected: 'Filen har bara prövats. Den går inte att läsa in; varför, och hur det rättas, står nedan.',
}

/** Of a file that was turned away because every row in it is at fault. */
export const UNUSABLE = {
  done: 'Filen togs emot, men ingen rad gick att använda: alla ligger i karantän, och inget annat har ändrats. Varför, och hur det rättas, står nedan.',
  tried: 'Filen har bara prövats. Ingen rad i den går att använda; varför, och hur det rättas, står nedan.',
} as const

export const SEVERITY: Readonly<Record<Severity, string>> = {
  stop: 'Filen stoppades',
  error: 'Raden lästes inte in',
  check: 'Kontrollera',
}

export const DATASET: Readonly<Record<DatasetName, string>> = {
  participants: 'deltagare',
  attendance: 'närvaro',
  headcount: 'besök utan identitet',
  engagements: 'inskrivningar',
  statuses: 'lägesuppgifter',
  memberships: 'medlemskap',
  surveys: 'enkäter',
  funding: 'bidrag och insatser',
  costs: 'kostnader',
  reference: 'offentlig statistik',
}

/** What names a person. */
export const IDENTITY: Readonly<Record<keyof Identities, string>> = {
  personal: 'personnummer',
  coordination: 'samordningsnummer',
  interim: 'T-nummer',
  wrong_check_digit: 'nummer med fel kontrollsiffra',
  own_id: 'egna id',
  birth_date: 'bara födelsedatum',
  destroyed: 'förstörda nummer',
}

/** What the file speaks for, and hence what became of rows that it has not. */
export function scopeWords(scope: Receipt['scope']): string {
  if (scope === null) return 'ingen källa'
  const { replaces, start, end } = scope
  const period = start !== null && end !== null ? ` ${start} till ${end}` : ''
  switch (replaces) {
    case 'rows':
      return `de rader som står i filen${period === '' ? '' : ` (${period.trim()})`}`
    case 'period':
      return `hela perioden${period}`
    case 'everything':
      return 'allt som källan omfattar'
  }
}

/** `2025-04-02 10:00`, as the clock is in Sweden. */
export function momentWords(received: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(received))
}

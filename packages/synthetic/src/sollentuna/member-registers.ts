import type { Day } from '../days.ts'
import { earliest } from '../days.ts'
import type { Delivery, DeliveredRow } from '../delivery.ts'
import { EXCEL, EXCEL_UTF8 } from '../delivery.ts'
import type { MembershipFact } from '../facts.ts'
import { remarksOn, writeIdentity } from '../writing.ts'
import { delivery } from './attendance-files.ts'
import { REGISTERS, SPORTS_CLUB, knownOn } from './memberships.ts'

type Arrivals = ReadonlyMap<string, Day>

/** The municipality's register of associations, whole each tertial: all but the club that sends its own. */
export function membershipFiles(memberships: readonly MembershipFact[], arrivals: Arrivals): Delivery[] {
  const header = ['Personnummer', 'Förening', 'Medlem från', 'Medlem till']
  const others = memberships.filter(({ association }) => association !== SPORTS_CLUB)
  return REGISTERS.map(({ code, end: day }) => {
    const rows = knownOn(day, others, arrivals).map((fact) =>
      memberRow(fact, day, [
        writeIdentity(fact.person, 'ten_hyphen'),
        fact.association,
        fact.start,
        fact.end ?? '',
      ]),
    )
    return delivery('medlemskap', 'everything', code, header, rows, EXCEL)
  })
}

const EXPORT =
  `Prova-på;Förnamn;Alt. förnamn;Efternamn;Kön;Nationalitet;IdrottsID;Födelsedat./Personnr.;LMA/Samordningsnr.;\
Telefon mobil;E-post kontakt;Medlemsnr.;Medlem sedan;Medlem t.o.m.`.split(';')

/** The sports club's members among the participants, as IdrottOnline exports them, whole each tertial. Names are invented. */
export function sportsClubFiles(memberships: readonly MembershipFact[], arrivals: Arrivals): Delivery[] {
  const own = memberships.filter(({ association }) => association === SPORTS_CLUB)
  return REGISTERS.map(({ code, end: day }) => {
    const rows = knownOn(day, own, arrivals).map((fact, index) => {
      const gender = Number(fact.person[10]) % 2 === 0 ? 'Kvinna' : 'Man'
      const number = writeIdentity(fact.person, 'twelve_hyphen')
      const who = ['', 'Exempel', '', 'Exempelsson', gender, 'Sverige', `IID${10_000_001 + index}`, number]
      return memberRow(fact, day, [...who, '', '', '', String(index + 1), fact.start, fact.end ?? ''])
    })
    return delivery('basketklubben', 'everything', code, EXPORT, rows, EXCEL_UTF8)
  })
}

function memberRow(
  { person, association, start, end }: MembershipFact,
  day: Day,
  cells: string[],
): DeliveredRow {
  return {
    cells,
    key: JSON.stringify([person, association, start]),
    content: JSON.stringify([end]),
    date: earliest(start, day),
    remarks: remarksOn(person),
  }
}

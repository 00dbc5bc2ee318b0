import type { Day } from '../days.ts'
import { earliest } from '../days.ts'
import type { Delivery, DeliveredRow } from '../delivery.ts'
import { EXCEL, EXCEL_UTF8 } from '../delivery.ts'
import type { MembershipFact } from '../facts.ts'
import { remarksOn, writeIdentity } from '../writing.ts'
import { delivery } from './attendance-files.ts'
import { REGISTERS, SCOUT_GROUP, SPORTS_CLUB, knownOn } from './memberships.ts'

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

/**
 * The scout group's members among the participants, as Scoutnet's API answers: those of the day, since who has left is
 * no longer there. The municipality's register has the same memberships. Names and numbers of members are invented.
 */
export function scoutGroupFile(memberships: readonly MembershipFact[], arrivals: Arrivals): Delivery[] {
  const own = memberships.filter(({ association }) => association === SCOUT_GROUP)
  return REGISTERS.slice(-1).map(({ code, end: day }) => {
    const current = knownOn(day, own, arrivals).filter(({ end }) => end === null)
    const members = current.map(({ person, start }, index) => [
      String(3_900_001 + index),
      {
        member_no: { value: String(3_900_001 + index) },
        first_name: { value: 'Exempel' },
        last_name: { value: 'Exempelsson' },
        ssno: { value: writeIdentity(person, 'twelve_hyphen') },
        date_of_birth: { value: `${person.slice(0, 4)}-${person.slice(4, 6)}-${person.slice(6, 8)}` },
        status: { raw_value: '2', value: 'Aktiv' },
        confirmed_at: { value: start },
        group: { raw_value: '999', value: SCOUT_GROUP },
        sex:
          Number(person[10]) % 2 === 0
            ? { raw_value: '2', value: 'Kvinna' }
            : { raw_value: '1', value: 'Man' },
      },
    ])
    const labels = {
      member_no: 'Medlemsnr.',
      first_name: 'Förnamn',
      last_name: 'Efternamn',
      ssno: 'Personnummer',
    }
    return {
      source: 'scoutkaren',
      replaces: 'everything',
      file: `scoutkaren/${code}.json`,
      bytes: Buffer.from(`${JSON.stringify({ data: Object.fromEntries(members), labels })}\n`),
      rows: current.map((fact) => memberRow(fact, day, [])),
    }
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

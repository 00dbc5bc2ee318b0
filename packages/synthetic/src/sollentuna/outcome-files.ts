import { monthCode, monthEnd, monthOf, monthsIn, tertialCode } from '../days.ts'
import type { Day } from '../days.ts'
import type { Delivery, DeliveredRow } from '../delivery.ts'
import { EXCEL, EXCEL_UTF8, PLAIN } from '../delivery.ts'
import type { EngagementFact, Facts, StatusFact, SurveyFact } from '../facts.ts'
import { filesBy, remarksOn, writeIdentity } from '../writing.ts'
import { delivery, termCode } from './attendance-files.ts'
import { withBadEngagements, withBadRegistration, withBadSurvey, withNumberInText } from './faults.ts'
import { AS_OF, SOLLENTUNA_START } from './opening.ts'

/** The participants' register, a file a month: those who are new and those who moved. */
export function registerFiles(people: Facts['people']): Delivery[] {
  const header = ['Deltagar-ID', 'Födelseår', 'Kön', 'Stadsdel']
  const genders = { woman: 'Tjej', man: 'Kille', other: 'Annat', unknown: 'Vet ej' }
  const entries = [...people].flatMap(([id, { registered }]) => registered.map((entry) => ({ id, ...entry })))
  return filesBy(entries, ({ from }) => monthCode(from)).map(([month, facts]) => {
    const rows = facts.map(({ id, birthYear, gender, district }): DeliveredRow => ({
      cells: [writeIdentity(id, 'twelve_hyphen'), String(birthYear), genders[gender], district ?? ''],
      key: id,
      content: JSON.stringify([birthYear, gender, district]),
      date: null,
      remarks: remarksOn(id),
    }))
    return delivery('deltagare', 'rows', month, header, withBadRegistration(month, rows), EXCEL)
  })
}

const REASONS = {
  work: 'Arbete',
  studies: 'Studier',
  other_authority: 'Annan myndighet',
  completed: 'Fullföljd',
  dropped_out: 'Avbrutit',
  moved: 'Flyttat',
  deceased: '',
  other: 'Övrigt',
  unknown: 'Okänt',
}
const OCCUPATIONS = {
  work: 'Arbete',
  studies: 'Studier',
  work_and_studies: '',
  internship: 'Praktik',
  unemployed: 'Arbetssökande',
  neither: 'Varken eller',
  leave: '',
  unknown: 'Okänt',
  declined: 'Vill inte svara',
}

/** The list of stays, whole each time, at the end of every other month. */
export function engagementFiles(engagements: readonly EngagementFact[]): Delivery[] {
  const header = [
    'Deltagare',
    'Insats',
    'Inskriven',
    'Utskriven',
    'Orsak',
    'Hänvisad av',
    'Sysselsättning vid start',
  ]
  const days = monthsIn(SOLLENTUNA_START, AS_OF)
    .filter((month) => monthOf(month) % 2 === 0)
    .map(monthEnd)
  return days.map((day) => {
    const month = monthCode(day)
    const rows = engagements.filter(({ start }) => start <= day).map((fact) => engagementRow(fact, day))
    return delivery('inskrivningar', 'everything', month, header, withBadEngagements(month, rows), EXCEL_UTF8)
  })
}

function engagementRow(fact: EngagementFact, day: Day): DeliveredRow {
  const { person, activity, start, referral, occupation } = fact
  const over = fact.end !== null && fact.end <= day
  const end = over ? (fact.end ?? '') : ''
  const reason = over && fact.reason !== null ? REASONS[fact.reason] : ''
  return {
    cells: [
      writeIdentity(person, 'ten_hyphen'),
      activity ?? '',
      start,
      end,
      reason,
      referral,
      OCCUPATIONS[occupation],
    ],
    key: JSON.stringify([person, start, activity]),
    content: JSON.stringify([end, reason, referral, occupation]),
    date: start,
    remarks: remarksOn(person),
  }
}

/** What the staff noted, a file a tertial. */
export function statusFiles(statuses: readonly StatusFact[]): Delivery[] {
  const header = ['Deltagare', 'Datum', 'Livsområde', 'Värde', 'Skede', 'Källa']
  return filesBy(statuses, ({ date }) => tertialCode(date)).map(([tertial, facts]) => {
    const rows = facts.map(({ person, date, domain, value, stage }): DeliveredRow => ({
      cells: [writeIdentity(person, 'twelve'), date, domain, value, stage, 'staff'],
      key: JSON.stringify([person, date, domain]),
      content: JSON.stringify([value, stage]),
      date,
      remarks: remarksOn(person),
    }))
    return delivery('uppfoljning', 'rows', tertial, header, withNumberInText(tertial, rows), PLAIN)
  })
}

/** The answers on self-efficacy, a file a term. */
export function surveyFiles(surveys: readonly SurveyFact[]): Delivery[] {
  const questions = Array.from({ length: 10 }, (_, index) => `Fråga ${index + 1}`)
  const header = ['Deltagare', 'Datum', 'Mättillfälle', 'Instrument', ...questions, 'Summa']
  const stages = { start: 'Start', end: 'Slut', followup: 'Uppföljning' }
  return filesBy(surveys, ({ date }) => termCode(date)).map(([term, facts]) => {
    const rows = facts.map(({ person, date, stage, items, total }): DeliveredRow => {
      const answers = items.length > 0 ? items.map((item) => String(item ?? '')) : questions.map(() => '')
      const sum = items.length > 0 ? '' : String(total)
      return {
        cells: [writeIdentity(person, 'twelve'), date, stages[stage], 's-gse', ...answers, sum],
        key: JSON.stringify([person, date, stage]),
        content: JSON.stringify([items, total]),
        date,
        remarks: remarksOn(person),
      }
    })
    return delivery('enkat', 'rows', term, header, withBadSurvey(term, rows), EXCEL_UTF8)
  })
}

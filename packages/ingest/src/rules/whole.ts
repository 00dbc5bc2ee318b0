import type { Rule } from './rule.ts'

/** What shows only when rows are seen together, or beside what the warehouse holds. */
export const WHOLE_RULES: readonly Rule[] = [
  {
    id: 'twice_at_session',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Samma person står två gånger på samma tillfälle. Den räknas en gång.',
      en: 'The same person stands twice at one session and is counted once.',
    },
    why: {
      sv: 'Dubbletter skulle blåsa upp deltagartillfällena.',
      en: 'Doubles would inflate the attendances.',
    },
    mend: {
      sv: 'Ta bort den ena raden om den är en dubblett.',
      en: 'Remove one of the rows if it is a double.',
    },
  },
  {
    id: 'duplicate_row',
    severity: 'check',
    sentence: {
      sv: 'Samma uppgift står flera gånger i filen. Den räknas en gång.',
      en: 'The same fact stands several times in the file and is counted once.',
    },
    why: { sv: 'Dubbletter skulle räknas två gånger.', en: 'Doubles would be counted twice.' },
    mend: { sv: 'Ta bort dubbletten.', en: 'Remove the double.' },
  },
  {
    id: 'repeated_with_other_content',
    severity: 'check',
    sentence: {
      sv: 'Uppgiften står flera gånger med olika innehåll. Den sista raden gäller.',
      en: 'The fact stands several times with different content. The last row holds.',
    },
    why: {
      sv: 'Det går inte att veta vilken av raderna avsändaren menade.',
      en: 'There is no telling which of the rows the sender meant.',
    },
    mend: { sv: 'Behåll bara den rad som är rätt.', en: 'Keep only the row that is right.' },
  },
  {
    id: 'attendance_after_exit',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Personen är utskriven före datumet.',
      en: 'The person had left before this date.',
    },
    why: {
      sv: 'Antingen är slutdatumet eller närvaron fel.',
      en: 'Either the end date or the attendance is wrong.',
    },
    mend: { sv: 'Kontrollera slutdatumet på insatsen.', en: 'Check the end date of the engagement.' },
  },
  {
    id: 'volume_unusual',
    severity: 'check',
    sentence: {
      sv: 'Antalet rader är långt från vad källan brukar skicka för en lika lång tid (rader / vanligen): {detail}.',
      en: 'The number of rows is far from what the source usually sends for as long a time (rows / usual): {detail}.',
    },
    why: {
      sv: 'En ofullständig fil ser ut så här, och en där samma rader kommit med flera gånger.',
      en: 'This is what an incomplete file looks like, and one that has the same rows several times.',
    },
    mend: {
      sv: 'Fråga avsändaren om filen är hel. Är den det behövs ingenting.',
      en: 'Ask the sender whether the file is whole. If it is, nothing is needed.',
    },
  },
  {
    id: 'told_by_newer',
    severity: 'check',
    sentence: {
      sv: 'En nyare fil har redan sagt vad som gäller här, så raden ändrar ingenting.',
      en: 'A newer file has already said what holds here, so the row changes nothing.',
    },
    why: {
      sv: 'En äldre export skulle annars skriva över nyare uppgifter bara för att den kom sist.',
      en: 'An older export would otherwise overwrite newer facts merely by coming last.',
    },
    mend: {
      sv: 'Är filen bara sen behövs ingenting. Är den en rättelse: ge den samma period i namnet som den nyare filen.',
      en: 'Nothing, if the file is merely late. If it is a correction: give it the same period in its name as the newer file has.',
    },
  },
  {
    id: 'corrects_part',
    severity: 'check',
    sentence: {
      sv: 'Filen gäller en del av en längre period som redan är levererad. Den tas som en rättelse av den delen.',
      en: 'The file is for a part of a longer period that was delivered before. It is taken as a correction of that part.',
    },
    why: {
      sv: 'Är filen i stället en gammal export som kommer sent skriver den över nyare uppgifter.',
      en: 'If it is an old export that comes late instead, it overwrites newer facts.',
    },
    mend: {
      sv: 'Är den en rättelse behövs ingenting. Annars: skicka filen för den längre perioden igen.',
      en: 'Nothing, if it is a correction. Otherwise: send the file for the longer period again.',
    },
  },
  {
    id: 'removes_much',
    severity: 'check',
    sentence: {
      sv: 'Filen tar bort mer än en tiondel av det som fanns: {detail}.',
      en: 'The file removes more than a tenth of what was there: {detail}.',
    },
    why: {
      sv: 'En ofullständig fil ser ut så här.',
      en: 'This is what an incomplete file looks like.',
    },
    mend: {
      sv: 'Kontrollera att filen är hel. Är den rätt: läs in den med --accept.',
      en: 'Check that the file is whole. If it is right: ingest it with --accept.',
    },
  },
  {
    id: 'changes_much',
    severity: 'check',
    sentence: {
      sv: 'Filen ändrar mer än hälften av det som fanns: {detail}.',
      en: 'The file changes more than half of what was there: {detail}.',
    },
    why: {
      sv: 'En förskjuten kolumn eller fel fil ser ut så här.',
      en: 'This is what a shifted column or the wrong file looks like.',
    },
    mend: {
      sv: 'Kontrollera att det är rätt fil. Är den rätt: läs in den med --accept.',
      en: 'Check that it is the right file. If it is right: ingest it with --accept.',
    },
  },
]

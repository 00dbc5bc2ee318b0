import type { Rule } from './rule.ts'

const exportAgain = {
  sv: 'Exportera närvarofilen på nytt ur föreningens system och skicka den igen, utan att ändra i den.',
  en: "Export the attendance file again from the association's system and send it once more, without changing it.",
}

const lost = {
  sv: 'Den närvaro som saknas skulle läsas som borttagen.',
  en: 'The attendance that is missing would be read as removed.',
}

/** What can be wrong with a DAK file, the attendance cards of an association's system. */
export const DAK_RULES: readonly Rule[] = [
  {
    id: 'dak_cut_off',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarofilen (DAK XML) är avkortad: den slutar innan alla element är stängda.',
      en: 'The attendance file (DAK XML) is cut off: it ends before all its elements are closed.',
    },
    why: lost,
    mend: exportAgain,
  },
  {
    id: 'dak_malformed',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarofilen (DAK XML) är inte giltig XML och går inte att läsa längre än till den här raden.',
      en: 'The attendance file (DAK XML) is not valid XML and cannot be read beyond this line.',
    },
    why: lost,
    mend: exportAgain,
  },
  {
    id: 'dak_doctype',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarofilen (DAK XML) har en dokumenttypsdeklaration (DOCTYPE), och sådana läses inte.',
      en: 'The attendance file (DAK XML) has a document type declaration (DOCTYPE), and such are not read.',
    },
    why: {
      sv: 'En sådan kan hämta innehåll utifrån eller få filen att växa utan gräns. Formatet har ingen.',
      en: 'It can fetch content from elsewhere or make the file grow without limit. The format has none.',
    },
    mend: exportAgain,
  },
  {
    id: 'dak_without_sessions',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarofilen (DAK XML) har inga sammankomster.',
      en: 'The attendance file (DAK XML) has no sessions.',
    },
    why: {
      sv: 'Utan sammankomster går det inte att veta vad filen gäller.',
      en: 'Without sessions there is no telling what the file speaks of.',
    },
    mend: {
      sv: 'Kontrollera vilken period och vilka närvarokort som valdes vid exporten, och exportera igen.',
      en: 'Check which period and which cards were chosen for the export, and export again.',
    },
  },
  {
    id: 'dak_not_registered',
    severity: 'error',
    datasets: ['attendance'],
    sentence: {
      sv: 'Personens id i närvarolistan finns inte i filens register, eller står där för flera personer.',
      en: "The person's id in the attendance list is not in the file's register, or stands there for several persons.",
    },
    why: {
      sv: 'Det går inte att veta vem som var där.',
      en: 'There is no telling who was there.',
    },
    mend: {
      sv: 'Rätta personen i föreningens system och exportera igen: raderna lämnar karantänen när de kommer rätt.',
      en: "Mend the person in the association's system and export again: the rows leave quarantine when they arrive right.",
    },
  },
  {
    id: 'dak_unknown_method',
    severity: 'error',
    datasets: ['attendance'],
    sentence: {
      sv: 'Sammankomstens metod (Metod) är varken Add, Update eller Remove: {detail}.',
      en: "The session's method (Metod) is neither Add, Update nor Remove: {detail}.",
    },
    why: {
      sv: 'Det går inte att veta om sammankomsten ska läggas till, ändras eller tas bort.',
      en: 'There is no telling whether the session is to be added, changed or removed.',
    },
    mend: exportAgain,
  },
  {
    id: 'dak_repeated_code',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Flera sammankomster på olika dagar har samma kod. De skiljs åt med datum. Förening, kort och kod: {detail}.',
      en: 'Several sessions on different days have the same code. They are told apart by date. Association, card and code: {detail}.',
    },
    why: {
      sv: 'Flyttas en sådan sammankomst till en annan dag syns den som en ny.',
      en: 'If such a session is moved to another day, it is taken for a new one.',
    },
    mend: {
      sv: 'Be systemets leverantör att ge varje sammankomst en egen kod.',
      en: 'Ask the vendor of the system to give each session a code of its own.',
    },
  },
  {
    id: 'dak_told_again',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Samma sammankomst kommer igen senare i filen, och det senare gäller. Förening, kort, kod och datum: {detail}.',
      en: 'The same session comes again later in the file, and the later holds. Association, card, code and date: {detail}.',
    },
    why: {
      sv: 'Är det två sammankomster samma dag räknas bara den sista.',
      en: 'If they are two sessions on one day, only the last is counted.',
    },
    mend: {
      sv: 'Är det två sammankomster: ge dem olika koder i föreningens system och exportera igen.',
      en: "If they are two sessions: give them different codes in the association's system and export again.",
    },
  },
  {
    id: 'dak_many_days',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Sammankomsten varar mer än ett dygn. Den räknas som 24 timmar på sin första dag. Datum: {detail}.',
      en: 'The session lasts more than a day and a night. It counts as 24 hours on its first day. Date: {detail}.',
    },
    why: {
      sv: 'Ett läger över flera dagar ger annars fel antal timmar per dag.',
      en: 'A camp of several days would otherwise give wrong hours by day.',
    },
    mend: {
      sv: 'Registrera en sammankomst för varje dag om alla dagar ska räknas.',
      en: 'Register one session for each day if every day is to count.',
    },
  },
]

import type { Rule } from './rule.ts'

const saveAsWorkbook = {
  sv: 'Öppna filen i Excel, välj Spara som ”Excel-arbetsbok (.xlsx)” och skicka den nya filen.',
  en: 'Open the file in Excel, choose Save as "Excel Workbook (.xlsx)", and send the new file.',
}

const cannotBeRead = {
  sv: 'Ingenting i filen gick att läsa.',
  en: 'Nothing in the file could be read.',
}

/** What can be wrong with a workbook. */
export const XLSX_RULES: readonly Rule[] = [
  {
    id: 'workbook_encrypted',
    severity: 'stop',
    sentence: {
      sv: 'Arbetsboken är skyddad med lösenord.',
      en: 'The workbook is protected by a password.',
    },
    why: cannotBeRead,
    mend: {
      sv: 'Ta bort lösenordet i Excel (Arkiv, Information, Skydda arbetsbok) och skicka filen igen på ett säkert sätt.',
      en: 'Remove the password in Excel (File, Info, Protect Workbook) and send the file again in a safe way.',
    },
  },
  {
    id: 'workbook_old',
    severity: 'stop',
    sentence: {
      sv: 'Filen är sparad i ett gammalt Office-format (.xls), från tiden före 2007.',
      en: 'The file is saved in an old Office format (.xls), from before 2007.',
    },
    why: cannotBeRead,
    mend: saveAsWorkbook,
  },
  {
    id: 'workbook_other',
    severity: 'stop',
    sentence: {
      sv: 'Filen är inte en Excel-arbetsbok (.xlsx) utan något annat: {detail}.',
      en: 'The file is not an Excel workbook (.xlsx) but something else: {detail}.',
    },
    why: cannotBeRead,
    mend: {
      sv: `Är det packade filer (ZIP): packa upp dem och skicka var och en för sig. Annars: ${saveAsWorkbook.sv.replace('Öppna', 'öppna')}`,
      en: `If it is an archive (ZIP), unpack it and send each file by itself. Else ${saveAsWorkbook.en.replace('Open', 'open')}`,
    },
  },
  {
    id: 'workbook_damaged',
    severity: 'stop',
    sentence: {
      sv: 'Arbetsboken är skadad eller avkortad.',
      en: 'The workbook is damaged or cut off.',
    },
    why: {
      sv: 'De rader som saknas skulle kunna läsas som borttagna.',
      en: 'The rows that are missing could be read as removed.',
    },
    mend: saveAsWorkbook,
  },
  {
    id: 'workbook_too_large',
    severity: 'stop',
    sentence: {
      sv: 'Arbetsboken är för stor när den packas upp, över gränsen: {detail}.',
      en: 'The workbook is too large when it is unpacked, above the limit: {detail}.',
    },
    why: {
      sv: 'En liten fil kan packas upp till något som fyller hela datorns minne.',
      en: 'A small file can unpack into something that fills all memory of the computer.',
    },
    mend: {
      sv: 'Ta bort bilder och onödiga blad, dela upp filen eller skicka raderna som CSV.',
      en: 'Remove pictures and sheets that are not needed, split the file, or send the rows as CSV.',
    },
  },
  {
    id: 'sheets_not_read',
    severity: 'check',
    sentence: {
      sv: 'Arbetsboken har fler blad, som inte lästes: {detail}.',
      en: 'The workbook has more sheets, which were not read: {detail}.',
    },
    why: {
      sv: 'Det som står på de andra bladen kommer inte med.',
      en: 'What the other sheets hold is not used.',
    },
    mend: {
      sv: 'Är bladen överflödiga behövs ingenting. Annars: skicka dem som egna filer.',
      en: 'Nothing, if the sheets are not needed. Else send them as files of their own.',
    },
  },
  {
    id: 'card_without_year',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarokortet säger inte vilket år det gäller, och inte filens namn heller.',
      en: 'The attendance card does not tell its year, nor does the name of the file.',
    },
    why: {
      sv: 'Kortet har bara månad och dag för varje sammankomst.',
      en: 'The card has only the month and the day of each meeting.',
    },
    mend: {
      sv: 'Fyll i året överst på kortet, eller skriv det i filens namn, och skicka filen igen.',
      en: 'Fill in the year at the top of the card, or put it in the name of the file, and send the file again.',
    },
  },
  {
    id: 'card_without_marks',
    severity: 'stop',
    datasets: ['attendance'],
    sentence: {
      sv: 'Närvarokortet har inga markeringar.',
      en: 'The attendance card has no marks.',
    },
    why: {
      sv: 'Ett tomt kort skulle kunna läsas som att allt är borttaget.',
      en: 'An empty card could be read as if everything was removed.',
    },
    mend: {
      sv: 'Markera med 1 eller x dem som var med på varje sammankomst, och skicka filen igen.',
      en: 'Mark with 1 or x who took part in each meeting, and send the file again.',
    },
  },
  {
    id: 'card_rows_as_persons',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Kortet saknar personnummer för några deltagare, som i stället räknas efter sin rad på kortet: {detail}.',
      en: 'The card has no identity number for some participants, who are counted by their row on the card instead: {detail}.',
    },
    why: {
      sv: 'Den som står på flera kort räknas en gång för varje kort, och raderna får inte byta plats mellan två leveranser.',
      en: 'Who stands on several cards is counted once for each, and rows must not change places between two deliveries.',
    },
    mend: {
      sv: 'Skriv personnummer i stället för födelsedatum om föreningen får lämna det. Annars behövs ingenting.',
      en: 'Write identity numbers instead of birth dates if the association may hand them over. Otherwise nothing.',
    },
  },
]

import type { Rule } from './rule.ts'

const mendCell = {
  sv: 'Rätta cellen och skicka filen igen: raden lämnar karantänen när den kommer rätt.',
  en: 'Mend the cell and send the file again: the row leaves quarantine when it arrives right.',
}

/** What can be wrong with a value by itself, or with two values of one row. */
export const VALUE_RULES: readonly Rule[] = [
  {
    id: 'value_missing',
    severity: 'error',
    sentence: { sv: 'Ett obligatoriskt värde saknas.', en: 'A required value is missing.' },
    why: { sv: 'Utan värdet kan raden inte räknas.', en: 'Without the value the row cannot be counted.' },
    mend: mendCell,
  },
  {
    id: 'not_a_date',
    severity: 'error',
    sentence: { sv: 'Värdet är inget datum.', en: 'The value is not a date.' },
    why: {
      sv: 'Raden går inte att placera i tiden.',
      en: 'The row cannot be placed in time.',
    },
    mend: {
      sv: 'Skriv datum som 2025-03-01 och skicka filen igen.',
      en: 'Write dates as 2025-03-01 and send the file again.',
    },
  },
  {
    id: 'date_in_future',
    severity: 'error',
    sentence: { sv: 'Datumet har inte inträffat än.', en: 'The date has not come yet.' },
    why: {
      sv: 'Det som redovisas ska ha hänt; oftast är året felskrivet.',
      en: 'What is reported must have happened; most often the year is mistyped.',
    },
    mend: mendCell,
  },
  {
    id: 'outside_agreement',
    severity: 'error',
    datasets: ['attendance', 'headcount'],
    sentence: {
      sv: 'Datumet ligger utanför avtalets tid.',
      en: 'The date is outside the period of the agreement.',
    },
    why: {
      sv: 'Verksamhet före eller efter avtalet hör inte till det.',
      en: 'Activity before or after the agreement is not part of it.',
    },
    mend: {
      sv: 'Rätta datumet, eller ta bort raden om den hör till något annat.',
      en: 'Mend the date, or remove the row if it belongs to something else.',
    },
  },
  {
    id: 'near_agreement',
    severity: 'check',
    datasets: ['statuses', 'surveys', 'funding'],
    sentence: {
      sv: 'Datumet ligger före avtalets start.',
      en: 'The date is before the agreement starts.',
    },
    why: {
      sv: 'Pengar före starten räknas inte alls. Enkäter och uppgifter om sysselsättning och fritid räknas i det kalenderår och den del av året där de ligger, om avtalet pågår någon gång i den, men inte i avtalsåren eller i hela avtalet.',
      en: 'Money before the start does not count at all. Surveys and statuses count in the calendar year and the part of the year that they lie in, where the agreement runs at some time in it, but not in the agreement years or in all of the agreement.',
    },
    mend: { sv: 'Kontrollera datumet.', en: 'Check the date.' },
  },
  {
    id: 'outside_file_period',
    severity: 'error',
    sentence: {
      sv: 'Datumet ligger utanför den period som filen gäller enligt sitt namn: {detail}.',
      en: 'The date is outside the period that the file is for by its name: {detail}.',
    },
    why: {
      sv: 'Filen ersätter bara sin egen period, och får inte ändra något annat.',
      en: 'The file replaces its own period only, and may change nothing else.',
    },
    mend: {
      sv: 'Rätta datumet, eller skicka raden i filen för rätt period.',
      en: 'Mend the date, or send the row in the file of its own period.',
    },
  },
  {
    id: 'unknown_activity',
    severity: 'error',
    sentence: {
      sv: 'Aktiviteten finns inte i avtalet: {detail}.',
      en: 'The activity is not in the agreement: {detail}.',
    },
    why: {
      sv: 'Raden går inte att räkna till någon del av avtalet.',
      en: 'The row cannot be counted in any part of the agreement.',
    },
    mend: {
      sv: 'Rätta namnet, eller lägg till aktiviteten eller avsändarens kod i agreement.yaml.',
      en: "Mend the name, or add the activity or the sender's code to agreement.yaml.",
    },
  },
  {
    id: 'unknown_code',
    severity: 'error',
    sentence: { sv: 'Koden är okänd: {detail}.', en: 'The code is not known: {detail}.' },
    why: {
      sv: 'En kod som inte känns igen gissas aldrig.',
      en: 'A code that is not known is never guessed.',
    },
    mend: {
      sv: 'Rätta koden, eller ange under codes i agreement.yaml vad den betyder.',
      en: 'Mend the code, or say under codes in agreement.yaml what it means.',
    },
  },
  {
    id: 'taken_as_inactive',
    severity: 'check',
    datasets: ['statuses'],
    sentence: {
      sv: 'Värdet är varken active, inactive, unknown eller declined, och räknas som inactive: {detail}.',
      en: 'The value is neither active, inactive, unknown nor declined, and counts as inactive: {detail}.',
    },
    why: {
      sv: 'Betyder värdet att personen är aktiv i föreningslivet, eller i kultur och fritid, räknas en person för lite.',
      en: 'If the value means that the person is active in associations, or in culture and leisure, one person too few is counted.',
    },
    mend: {
      sv: 'Rätta värdet, eller ange under codes i agreement.yaml vad det betyder.',
      en: 'Mend the value, or say under codes in agreement.yaml what it means.',
    },
  },
  {
    id: 'unknown_domain',
    severity: 'check',
    datasets: ['statuses'],
    sentence: {
      sv: 'Området är inget som Utfalls indikatorer läser: {detail}.',
      en: "The domain is none that Utfall's indicators read: {detail}.",
    },
    why: {
      sv: 'Uppgiften sparas men räknas inte, om inte en egen indikator läser området.',
      en: 'The status is kept but not counted, unless an indicator of your own reads the domain.',
    },
    mend: {
      sv: 'Är området eget behövs ingenting. Annars: skriv occupation, association_life, culture_leisure eller housing, eller ange under codes i agreement.yaml vad avsändarens ord betyder.',
      en: "Nothing, if the domain is one of your own. Else write occupation, association_life, culture_leisure or housing, or say under codes in agreement.yaml what the sender's word means.",
    },
  },
  {
    id: 'not_a_time',
    severity: 'error',
    sentence: { sv: 'Värdet är inget klockslag.', en: 'The value is not a time of day.' },
    why: {
      sv: 'Tiden på aktiviteten går inte att räkna ut.',
      en: 'The length of the session cannot be computed.',
    },
    mend: {
      sv: 'Skriv klockslag som 18:30 och skicka filen igen.',
      en: 'Write times as 18:30 and send the file again.',
    },
  },
  {
    id: 'spreadsheet_error',
    severity: 'error',
    sentence: {
      sv: 'Cellen innehåller ett felvärde från ett kalkylprogram (som #REFERENS! eller #SAKNAS!).',
      en: 'The cell holds an error of a spreadsheet (as #REF! or #N/A).',
    },
    why: {
      sv: 'En formel har slutat att fungera, så det rätta värdet finns inte i filen.',
      en: 'A formula no longer works, so the right value is not in the file.',
    },
    mend: {
      sv: 'Rätta formeln, eller skriv in värdet, och skicka filen igen.',
      en: 'Mend the formula, or write the value, and send the file again.',
    },
  },
  {
    id: 'not_a_number',
    severity: 'error',
    sentence: { sv: 'Värdet är inget tal.', en: 'The value is not a number.' },
    why: { sv: 'Värdet kan inte räknas med.', en: 'The value cannot be used in a sum.' },
    mend: mendCell,
  },
  {
    id: 'not_a_whole_number',
    severity: 'error',
    sentence: { sv: 'Värdet är inget heltal.', en: 'The value is not a whole number.' },
    why: {
      sv: 'Antal, minuter och poäng räknas i hela tal.',
      en: 'Counts, minutes and scores are whole numbers.',
    },
    mend: mendCell,
  },
  {
    id: 'end_before_start',
    severity: 'error',
    datasets: ['engagements', 'memberships'],
    sentence: { sv: 'Slutdatum ligger före startdatum.', en: 'The end date is before the start date.' },
    why: { sv: 'Tiden i insatsen blir negativ.', en: 'The time in the activity would be negative.' },
    mend: mendCell,
  },
  {
    id: 'minutes_out_of_range',
    severity: 'error',
    datasets: ['attendance', 'headcount'],
    sentence: {
      sv: 'Antalet minuter är inte mellan 1 och 1440.',
      en: 'The minutes are not between 1 and 1440.',
    },
    why: {
      sv: 'Ett orimligt värde förstör antalet aktivitetstimmar.',
      en: 'An impossible value spoils the activity hours.',
    },
    mend: mendCell,
  },
  {
    id: 'minutes_differ',
    severity: 'check',
    datasets: ['attendance', 'headcount'],
    sentence: {
      sv: 'Minuterna stämmer inte med start- och sluttid. De angivna minuterna används.',
      en: 'The minutes do not match the start and end times. The minutes as given are used.',
    },
    why: { sv: 'Aktivitetstimmarna kan bli fel.', en: 'The activity hours may be wrong.' },
    mend: {
      sv: 'Ange antingen minuter eller tider, eller rätta det som är fel.',
      en: 'Give minutes or times, or mend the one that is wrong.',
    },
  },
  {
    id: 'long_session',
    severity: 'check',
    datasets: ['attendance', 'headcount'],
    sentence: {
      sv: 'Tillfället är längre än 16 timmar.',
      en: 'The session is longer than 16 hours.',
    },
    why: {
      sv: 'En sluttid före starttiden räknas som efter midnatt; ofta är tiderna omkastade.',
      en: 'An end before the start counts as past midnight; often the times are swapped.',
    },
    mend: { sv: 'Kontrollera start- och sluttid.', en: 'Check the start and end times.' },
  },
  {
    id: 'negative_count',
    severity: 'error',
    datasets: ['headcount'],
    sentence: { sv: 'Antalet är negativt.', en: 'The count is negative.' },
    why: { sv: 'Antalet besök kan inte vara mindre än noll.', en: 'Visits cannot be fewer than none.' },
    mend: mendCell,
  },
  {
    id: 'amount_negative',
    severity: 'check',
    datasets: ['funding'],
    sentence: { sv: 'Beloppet är negativt.', en: 'The amount is negative.' },
    why: {
      sv: 'En återbetalning är negativ, men oftast är tecknet fel.',
      en: 'A repayment is negative, but most often the sign is wrong.',
    },
    mend: { sv: 'Kontrollera tecknet.', en: 'Check the sign.' },
  },
  {
    id: 'survey_item_out_of_scale',
    severity: 'error',
    datasets: ['surveys'],
    sentence: {
      sv: 'Svaret ligger utanför enkätens skala, 1–4.',
      en: 'The answer is outside the scale of the survey, 1–4.',
    },
    why: { sv: 'Summan skulle bli fel.', en: 'The total would be wrong.' },
    mend: mendCell,
  },
  {
    id: 'survey_total_out_of_scale',
    severity: 'error',
    datasets: ['surveys'],
    sentence: {
      sv: 'Summan ligger utanför enkätens skala, 10–40.',
      en: 'The total is outside the scale of the survey, 10–40.',
    },
    why: { sv: 'Medelvärdet skulle bli fel.', en: 'The mean would be wrong.' },
    mend: mendCell,
  },
  {
    id: 'survey_total_differs',
    severity: 'check',
    datasets: ['surveys'],
    sentence: {
      sv: 'Summan stämmer inte med de tio svaren. Svaren används.',
      en: 'The total does not match the ten answers. The answers are used.',
    },
    why: { sv: 'Något svar kan vara fel inskrivet.', en: 'An answer may be mistyped.' },
    mend: { sv: 'Kontrollera svaren mot enkäten.', en: 'Check the answers against the form.' },
  },
  {
    id: 'survey_incomplete',
    severity: 'check',
    datasets: ['surveys'],
    sentence: {
      sv: 'Enkäten saknar svar på någon av de tio frågorna, så ingen summa kan räknas.',
      en: 'The survey lacks an answer to one of the ten items, so no total can be computed.',
    },
    why: {
      sv: 'Personen räknas som svarande men ingår inte i medelvärdet.',
      en: 'The person counts as a respondent but is not part of the mean.',
    },
    mend: { sv: 'Fyll i svaret om det finns.', en: 'Fill in the answer if there is one.' },
  },
  {
    id: 'unknown_instrument',
    severity: 'error',
    datasets: ['surveys'],
    sentence: {
      sv: 'Enkäten är okänd: {detail}.',
      en: 'The survey instrument is not known: {detail}.',
    },
    why: {
      sv: 'Skalan och hur summan räknas är inte kända.',
      en: 'Its scale and how its total is computed are not known.',
    },
    mend: {
      sv: 'Ange s-gse, eller en kod för den under codes i agreement.yaml.',
      en: 'Give s-gse, or a code for it under codes in agreement.yaml.',
    },
  },
]

import type { Rule } from './rule.ts'

const fetchAgain = {
  sv: 'Hämta svaret på nytt från källan och spara det som det är.',
  en: 'Get the answer again from its source and save it as it is.',
}

/** What can be wrong with files of programs and public sources that have a format of their own. */
export const FORMAT_RULES: readonly Rule[] = [
  {
    id: 'format_of_other_dataset',
    severity: 'stop',
    sentence: {
      sv: 'Filens format innehåller något annat än vad källan ska ge: {detail}.',
      en: 'The format of the file holds something else than the source is to give: {detail}.',
    },
    why: {
      sv: 'Raderna skulle hamna i fel datamängd.',
      en: 'The rows would end up in the wrong dataset.',
    },
    mend: {
      sv: 'Lägg filen i den mapp som rätt källa pekar på, eller rätta dataset för källan i agreement.yaml.',
      en: 'Put the file in the folder that the right source points to, or mend the dataset of the source in agreement.yaml.',
    },
  },
  {
    id: 'columnar_damaged',
    severity: 'stop',
    sentence: {
      sv: 'Filen börjar som Parquet eller Arrow men är avkortad, skadad eller packad på ett sätt som inte går att läsa.',
      en: 'The file begins as Parquet or Arrow but is cut off, damaged, or packed in a way that cannot be read.',
    },
    why: { sv: 'Ingenting i filen gick att läsa.', en: 'Nothing in the file could be read.' },
    mend: {
      sv: 'Exportera filen på nytt, som Parquet eller CSV. Arrow ska vara opackad eller packad med Zstandard.',
      en: 'Export the file again, as Parquet or CSV. Arrow must be unpacked, or packed with Zstandard.',
    },
  },
  {
    id: 'json_damaged',
    severity: 'stop',
    sentence: {
      sv: 'Filen börjar som JSON men är avkortad eller skadad.',
      en: 'The file begins as JSON but is cut off or damaged.',
    },
    why: { sv: 'Ingenting i filen gick att läsa.', en: 'Nothing in the file could be read.' },
    mend: fetchAgain,
  },
  {
    id: 'json_too_large',
    severity: 'stop',
    sentence: {
      sv: 'JSON-filen är större än 128 MB, och det är inget svar eller register som Utfall läser.',
      en: 'The JSON file is larger than 128 MB, and that is no answer or register that Utfall reads.',
    },
    why: { sv: 'Den skulle ta allt minne.', en: 'It would take all memory.' },
    mend: {
      sv: 'Hämta färre år eller kommuner åt gången.',
      en: 'Get fewer years or municipalities at a time.',
    },
  },
  {
    id: 'json_unexpected',
    severity: 'stop',
    sentence: {
      sv: 'JSON-filen liknar ett format som Utfall läser, men har inte dess form. Första avvikelsen: {detail}.',
      en: 'The JSON file resembles a format that Utfall reads, but has not its shape. First difference: {detail}.',
    },
    why: {
      sv: 'Värdena kunde tolkas fel.',
      en: 'The values could be misread.',
    },
    mend: {
      sv: 'Spara svaret på en fråga om data (inte om nyckeltal, kommuner eller tabellens uppbyggnad), som det är.',
      en: 'Save the answer to a question for data (not for indicators, municipalities or the layout of a table), as it is.',
    },
  },
  {
    id: 'reference_without_values',
    severity: 'stop',
    datasets: ['reference'],
    sentence: {
      sv: 'Svaret innehåller inga värden.',
      en: 'The answer holds no values.',
    },
    why: {
      sv: 'Utan värden finns ingenting att jämföra med.',
      en: 'Without values there is nothing to compare with.',
    },
    mend: {
      sv: 'Kontrollera kommun, år och nyckeltal i frågan till källan.',
      en: 'Check municipality, year and indicator in the question to the source.',
    },
  },
  {
    id: 'register_without_members',
    severity: 'stop',
    datasets: ['memberships', 'participants'],
    sentence: {
      sv: 'Registret innehåller inga medlemmar.',
      en: 'The register holds no members.',
    },
    why: {
      sv: 'Ett tomt register skulle kunna läsas som att alla har gått ur.',
      en: 'An empty register could be read as if everyone had left.',
    },
    mend: {
      sv: 'Exportera medlemslistan på nytt, utan urval.',
      en: 'Export the list of members again, without a selection.',
    },
  },
  {
    id: 'association_without_number',
    severity: 'stop',
    datasets: ['funding'],
    sentence: {
      sv: 'Avtalet anger inte föreningens organisationsnummer, så det går inte att veta vilka utbetalningar som är föreningens.',
      en: "The agreement does not give the association's organisation number, so there is no telling which payments are the association's.",
    },
    why: {
      sv: 'Namn på leverantörer skrivs på många sätt. Bara numret är säkert.',
      en: 'Names of suppliers are written in many ways. Only the number is certain.',
    },
    mend: {
      sv: 'Skriv in association.organisation_number i agreement.yaml.',
      en: 'Enter association.organisation_number in agreement.yaml.',
    },
  },
  {
    id: 'association_not_among_suppliers',
    severity: 'check',
    datasets: ['funding'],
    sentence: {
      sv: 'Ingen rad i leverantörsreskontran har föreningens organisationsnummer.',
      en: "No row of the supplier ledger has the association's organisation number.",
    },
    why: {
      sv: 'Antingen betalade kommunen ingenting under tiden, eller så är numret fel eller bidraget utbetalt på annat sätt.',
      en: 'Either the municipality paid nothing in that time, or the number is wrong, or the grant was paid in another way.',
    },
    mend: {
      sv: 'Kontrollera organisationsnumret i agreement.yaml och om bidraget betalas som leverantörsfaktura.',
      en: 'Check the organisation number in agreement.yaml, and whether the grant is paid as a supplier invoice.',
    },
  },
  {
    id: 'reference_more_pages',
    severity: 'check',
    datasets: ['reference'],
    sentence: {
      sv: 'Svaret är en av flera sidor: källan uppger en adress till nästa.',
      en: 'The answer is one of several pages: the source gives the address of the next.',
    },
    why: {
      sv: 'Värdena på de andra sidorna saknas.',
      en: 'The values of the other pages are missing.',
    },
    mend: {
      sv: 'Hämta även de följande sidorna och spara dem bredvid.',
      en: 'Get the following pages too and save them beside it.',
    },
  },
]

import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { QUESTIONS } from './new-agreement.ts'

/** Every fault that the command itself can end with. */

/** What each option wants, in words; the keys are commander's names of the options. */
const EXPECTED: Readonly<Record<string, Sentence>> = {
  ...QUESTIONS,
  id: { sv: 'ett id av a–z, 0–9 och bindestreck', en: 'an id of a–z, 0–9 and hyphens' },
  agreement: { sv: 'ett avtals id', en: 'the id of an agreement' },
  asOf: { sv: 'ett datum som 2026-10-31', en: 'a date like 2026-10-31' },
  before: { sv: 'ett datum som 2024-12-31', en: 'a date like 2024-12-31' },
  data: { sv: 'en mapp', en: 'a folder' },
  definition: {
    sv: 'ett versionsnummer: 1, 2 …; utfall indicators visar vilka',
    en: 'a version number: 1, 2 …; utfall indicators shows which',
  },
  home: { sv: 'en mapp', en: 'a folder' },
  lang: { sv: 'sv eller en', en: 'sv or en' },
  note: { sv: 'en anmärkning i ord', en: 'a note in words' },
  out: { sv: 'en mapp', en: 'a folder' },
  participant: {
    sv: 'ett identitetsnummer, eller avsändarens eget id',
    en: 'an identity number, or the sender’s own id',
  },
  period: {
    sv: 'en period: 2025; för utfall explain även 2025-T1, 1 eller all',
    en: 'a period: 2025; for utfall explain also 2025-T1, 1 or all',
  },
  publication: {
    sv: 'en publikations id, eller draft för talen som de är nu',
    en: 'the id of a publication, or draft for the figures as they are now',
  },
  release: {
    sv: 'ett utkasts id, utan --as-of, --note och --draft',
    en: 'the id of a draft, without --as-of, --note and --draft',
  },
  where: {
    sv: 'gender=…, age_group=…, district=… eller activity=…, med komma emellan',
    en: 'gender=…, age_group=…, district=… or activity=…, separated by commas',
  },
  port: { sv: 'ett portnummer mellan 1 och 65535', en: 'a port number between 1 and 65535' },
}

export function wrongOption(option: string, value: string | undefined): ExpectedFault {
  const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const expected = EXPECTED[option] ?? { sv: 'ett annat värde', en: 'another value' }
  return wrongUse(
    'wrong_option',
    value === undefined
      ? { sv: `${flag} saknas. Väntat: ${expected.sv}.`, en: `${flag} is missing. Expected: ${expected.en}.` }
      : {
          sv: `${flag} är ”${value}”. Väntat: ${expected.sv}.`,
          en: `${flag} is "${value}". Expected: ${expected.en}.`,
        },
  )
}

export const notFinished = () =>
  wrongUse('not_finished', { sv: 'Avbrutet. Inget har skrivits.', en: 'Broken off. Nothing was written.' })

export const noCommand = () =>
  wrongUse('no_command', {
    sv: 'Vilket kommando? ”utfall --help” visar dem.',
    en: 'Which command? "utfall --help" shows them.',
  })

export const unknownCommand = (name: string, guess: string | undefined) =>
  wrongUse('unknown_command', {
    sv: `Kommandot ”${name}” finns inte.${didYouMean(guess).sv} ”utfall --help” visar alla.`,
    en: `There is no command "${name}".${didYouMean(guess).en} "utfall --help" shows them all.`,
  })

export const unknownWord = (written: string, known: string) =>
  wrongUse('unknown_word', {
    sv: `”${written}” betyder inget här. Väntat: ${known}, eller inget.`,
    en: `"${written}" means nothing here. Expected: ${known}, or nothing.`,
  })

/** `command`: the one that was called, if any; `owners`: those that have such a flag. */
export const unknownOption = (
  flag: string,
  guess: string | undefined,
  command: string | undefined,
  owners: readonly string[],
) => {
  const names = (language: string) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(owners.map((name) => `utfall ${name}`))
  const theirs =
    owners.length === 0
      ? { sv: '', en: '' }
      : { sv: ` Den hör till ${names('sv')}.`, en: ` It belongs to ${names('en')}.` }
  const here =
    command === undefined
      ? { sv: '', en: '' }
      : { sv: ` för utfall ${command}`, en: ` for utfall ${command}` }
  return wrongUse('unknown_option', {
    sv: `Flaggan ”${flag}” finns inte${here.sv}.${theirs.sv}${didYouMean(guess).sv} ”--help” visar vilka som finns.`,
    en: `There is no option "${flag}"${here.en}.${theirs.en}${didYouMean(guess).en} "--help" shows those there are.`,
  })
}

export const optionWithoutValue = (flags: string) =>
  wrongUse('option_without_value', {
    sv: `${flags}: värdet saknas.`,
    en: `${flags}: the value is missing.`,
  })

export const tooManyArguments = () =>
  wrongUse('too_many_arguments', {
    sv: 'Kommandot tar inte emot fler ord än flaggorna. ”--help” visar hur det skrivs.',
    en: 'The command takes no words besides its options. "--help" shows how it is written.',
  })

export const noDataFolder = (folder: string) =>
  wrongUse('no_data_folder', {
    sv: `Mappen ${folder} finns inte. Ange med --data var avtal och leveranser ligger.`,
    en: `There is no folder ${folder}. Say with --data where agreements and deliveries are.`,
  })

export const noAgreements = (folder: string) =>
  wrongUse('no_agreements', {
    sv: `Det finns inget avtal i ${folder}. Lägg ett i ${folder}/<id>/agreement.yaml.`,
    en: `There is no agreement in ${folder}. Put one in ${folder}/<id>/agreement.yaml.`,
  })

export const unknownAgreement = (id: string, known: readonly string[], guess: string | undefined) =>
  wrongUse('unknown_agreement', {
    sv: `Avtalet ”${id}” finns inte.${didYouMean(guess).sv} Här finns: ${known.join(', ')}.`,
    en: `There is no agreement "${id}".${didYouMean(guess).en} There are: ${known.join(', ')}.`,
  })

export const noIndicator = () =>
  wrongUse('no_indicator', {
    sv: 'Vilken indikator? Skriv dess id efter ”utfall explain”; ”utfall indicators” visar dem.',
    en: 'Which indicator? Write its id after "utfall explain"; "utfall indicators" shows them.',
  })

export const nothingIngested = (home: string) =>
  wrongUse('nothing_ingested', {
    sv: `I ${home} är inget inläst ännu. Kör ”utfall ingest” först, eller ange rätt mapp med --home.`,
    en: `Nothing is ingested in ${home} yet. Run "utfall ingest" first, or give the right folder with --home.`,
  })

export const nothingPublished = (home: string) =>
  wrongUse('nothing_published', {
    sv: `I ${home} är inget publicerat ännu. Kör ”utfall publish” först, eller ange rätt mapp med --home.`,
    en: `Nothing is published in ${home} yet. Run "utfall publish" first, or give the right folder with --home.`,
  })

export const brokenPublication = (folder: string) =>
  wrongUse('broken_publication', {
    sv: `Publikationen i ${folder} går inte att läsa. Flytta undan den och kör ”utfall publish” på nytt.`,
    en: `The publication in ${folder} cannot be read. Move it away and run "utfall publish" again.`,
  })

export const noPublication = (id: string) =>
  wrongUse('no_publication', {
    sv: `Publikationen ”${id}” finns inte. ”utfall publications” visar vilka som finns.`,
    en: `There is no publication "${id}". "utfall publications" lists them.`,
  })

export const noDraft = (id: string) =>
  wrongUse('no_draft', {
    sv: `Utkastet ”${id}” finns inte. ”utfall publications” visar det utkast som finns; ett nytt görs med ”utfall publish --draft”.`,
    en: `There is no draft "${id}". "utfall publications" shows the draft that there is; "utfall publish --draft" makes a new one.`,
  })

export const draftOutOfDate = (id: string, file: string) =>
  wrongUse('draft_out_of_date', {
    sv: `Inget är publicerat: det som skulle publiceras nu säger inte detsamma som utkastet ${id} (${file} skiljer sig). Uppgifterna, avtalen eller definitionerna har ändrats sedan utkastet gjordes. Gör ett nytt med ”utfall publish --draft” och läs det.`,
    en: `Nothing is published: what would be published now does not say the same as the draft ${id} (${file} differs). Data, agreements or definitions have changed since the draft was made. Make a new one with "utfall publish --draft" and read it.`,
  })

export const eraseWhom = () =>
  wrongUse('erase_whom', {
    sv: 'Ange en person med --participant, ett avtal och ett datum med --agreement och --before, eller --due för det som ska gallras.',
    en: 'Name a person with --participant, an agreement and a date with --agreement and --before, or --due for what is due.',
  })

export const nobodyToErase = () =>
  wrongUse('nobody_to_erase', {
    sv: 'Det som står efter --participant pekar inte ut någon. Ange hela identitetsnumret, eller avsändarens eget id.',
    en: 'What stands after --participant identifies nobody. Give the whole identity number, or the sender’s own id.',
  })

export const agreementExists = (file: string) =>
  wrongUse('agreement_exists', {
    sv: `${file} finns redan. Ange ett annat id med --id.`,
    en: `${file} exists already. Give another id with --id.`,
  })

export const noReceipt = (wanted: string) =>
  wrongUse('no_receipt', {
    sv: `Ingen kvittens har id eller fil ”${wanted}”. ”utfall receipts” visar vilka som finns.`,
    en: `No receipt has the id or file "${wanted}". "utfall receipts" lists them.`,
  })

export const brokenReceipt = (file: string) =>
  wrongUse('broken_receipt', {
    sv: `Kvittensen ${file} går inte att läsa. Flytta undan den; leveransen kan prövas på nytt med ”utfall check”.`,
    en: `The receipt ${file} cannot be read. Move it away; the delivery can be tried anew with "utfall check".`,
  })

export const dashboardNotBuilt = () =>
  wrongUse('dashboard_not_built', {
    sv: 'Sidorna är inte byggda. Kör ”npm run build” i Utfalls mapp, eller ”npm start” som gör allt.',
    en: 'The pages are not built. Run "npm run build" in the folder of Utfall, or "npm start", which does everything.',
  })

export const portTaken = (port: number) =>
  wrongUse('port_taken', {
    sv: `Port ${port} används redan av ett annat program. Välj en annan: utfall serve --port ${port + 1}.`,
    en: `Port ${port} is already used by another program. Choose another: utfall serve --port ${port + 1}.`,
  })

export const portForbidden = (port: number) =>
  wrongUse('port_forbidden', {
    sv: `Port ${port} får bara datorns administratör använda. Välj en över 1023: utfall serve --port 3000.`,
    en: `Port ${port} is for the administrator of the computer only. Choose one above 1023: utfall serve --port 3000.`,
  })

/** For `--json`, where even a bug must leave a document; the stack trace goes to standard error. */
export const BUG: Sentence = {
  sv: 'Något gick fel inne i Utfall. Felet är vårt; spåret på standard error behövs för att rätta det.',
  en: 'Something went wrong inside Utfall. The fault is ours; the trace on standard error is needed to mend it.',
}

function wrongUse(code: string, sentence: Sentence): ExpectedFault {
  return new ExpectedFault(code, sentence, EXIT_STATUS.wrongUse)
}

function didYouMean(guess: string | undefined) {
  return guess === undefined
    ? { sv: '', en: '' }
    : { sv: ` Menade du ”${guess}”?`, en: ` Did you mean "${guess}"?` }
}

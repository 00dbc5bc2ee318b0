import type { Sentence } from '@utfall/contracts'
import type { Flag } from '../command.ts'

/** The words of `--help` that belong to no single command. */
export const HELP = {
  description: {
    sv: 'Utfall visar vad ett partnerskap mellan en kommun och en förening ledde till, för vem och till vilken kostnad.',
    en: 'Utfall shows what a partnership between a municipality and an association led to, for whom, and at what cost.',
  },
  usage: { sv: '[flaggor] <kommando>', en: '[options] <command>' },
  usageWithFiles: { sv: '[flaggor] [FIL…]', en: '[options] [FILE…]' },
  usageWithoutFiles: { sv: '[flaggor]', en: '[options]' },
  commandWord: { sv: 'kommando', en: 'command' },
  fileWord: { sv: 'FIL', en: 'FILE' },
  files: {
    sv: 'levererade filer; utan dem alla i avtalens mappar',
    en: 'delivered files; without them, all in the folders of the agreements',
  },
  help: { sv: 'visar hjälp', en: 'show help' },
  version: { sv: 'visar programmets version', en: 'show the version of the program' },
} satisfies Record<string, Sentence>

/** Commander's headings. */
export const TITLES: Readonly<Record<string, Sentence>> = {
  'Usage:': { sv: 'Användning:', en: 'Usage:' },
  'Arguments:': { sv: 'Efter kommandot:', en: 'After the command:' },
  'Options:': { sv: 'Flaggor:', en: 'Options:' },
  'Global Options:': { sv: 'Flaggor för alla kommandon:', en: 'Options of every command:' },
  'Commands:': { sv: 'Kommandon:', en: 'Commands:' },
}

export const GLOBAL_FLAGS: readonly Flag[] = [
  {
    flags: '--data <dir>',
    words: {
      sv: 'mappen med avtal och leveranser (annars ”data”)',
      en: 'folder of agreements and deliveries (default "data")',
    },
  },
  {
    flags: '--home <dir>',
    words: {
      sv: 'mappen för det programmet gör (annars UTFALL_HOME eller ”var”)',
      en: 'folder for what the program makes (default UTFALL_HOME or "var")',
    },
  },
  {
    flags: '--json',
    words: {
      sv: 'skriver ett JSON-dokument och inget annat',
      en: 'print one JSON document and nothing else',
    },
  },
  {
    flags: '--lang <sv|en>',
    words: {
      sv: 'språk (annars datorns, annars svenska)',
      en: "language (default the computer's, else Swedish)",
    },
  },
]

export const EXIT_STATUSES: Sentence = {
  sv: 'Slutstatus: 0 klart, 1 fel i programmet, 2 fel användning eller fel i agreement.yaml,\n3 en leverans stoppades eller pausades, eller en publikation skulle ha röjt små tal, 4 lagret används av ett annat kommando.',
  en: 'Exit status: 0 done, 1 a bug, 2 wrong use or a fault in agreement.yaml,\n3 a delivery was stopped or paused, or a publication would have told small numbers, 4 the warehouse is in use by another command.',
}

/** Said of flags that several commands have. */
export const AGREEMENT_FLAG: Flag = {
  flags: '--agreement <id>',
  words: { sv: 'bara detta avtal', en: 'only this agreement' },
}

export const AS_OF_FLAG: Flag = {
  flags: '--as-of <date>',
  words: {
    sv: 'dagen som publikationen gäller; inget senare räknas med',
    en: 'the day that the publication speaks of; nothing later is counted',
  },
}

export const NOTE_FLAG: Flag = {
  flags: '--note <text>',
  words: {
    sv: 'anmärkning som visas med publikationen',
    en: 'a note that is shown with the publication',
  },
}

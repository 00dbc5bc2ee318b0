/** What senders also call a field, besides the contract's names; folded as headers are. A guess, only ever proposed. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  participant: [
    'pnr',
    'personnr',
    'persnr',
    'deltagarid',
    'medlemsnr',
    'medlemsnummer',
    'besökare',
    'vem',
    'id',
  ],
  date: ['när', 'besöksdatum', 'datum för besök', 'day', 'bokföringsdatum', 'svarsdatum'],
  activity: ['grupp', 'kurs', 'program', 'aktivitetsnamn', 'vad'],
  count: [
    'antal personer',
    'antal deltagare',
    'besökare',
    'hur många',
    'antal besök',
    'antal besökare',
    'personer',
    'st',
  ],
  start_time: ['kl', 'klockan', 'började', 'startade'],
  end_time: ['slutade'],
  minutes: ['tid', 'min', 'tid (min)', 'tid i minuter', 'antal minuter', 'varaktighet'],
  attendance: ['status', 'närvarande', 'deltog'],
  gender: ['sex', 'juridiskt kön'],
  birth_year: ['år', 'f år', 'årgång'],
  district: ['ort', 'postort', 'bor'],
  start_date: ['började', 'inskrivningsdatum'],
  end_date: ['slutade', 'utskrivningsdatum'],
  end_reason: ['anledning', 'avslut'],
  association: ['klubb', 'organisation'],
  amount: ['kronor', 'kr', 'pris'],
  text: ['notering'],
  source: ['från', 'givare', 'finansiär', 'betalare'],
  value: ['svar', 'uppgift'],
}

/** How senders head the items of an instrument, folded: `Fråga 3`, `F3`. Their number is that of the item. */
export const ITEM = /^(?:f|fr|fraga|q|p|pastaende|item|svar)0*(\d{1,2})$/

/** What senders also call a code, lower case. A guess, only ever proposed. */
export const OTHER_CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: {
    ...named('woman', 'kvinna', 'tjej', 'flicka', 'k', 'f', 'q', 'w'),
    ...named('man', 'kille', 'pojke', 'm'),
    ...named('other', 'annat', 'ickebinär', 'icke-binär', 'x'),
    ...named('unknown', 'okänt', 'vet ej', 'vill ej ange', '-'),
  },
  attendance: {
    ...named('present', 'närvarande', 'ja', 'x', '1', 'n', 'deltog'),
    ...named('absent', 'frånvarande', 'nej', '0', 'f', 'uteblev'),
    ...named('excused', 'sjuk', 'anmäld frånvaro', 'giltig frånvaro', 's'),
  },
  role: {
    ...named('participant', 'deltagare', 'medlem'),
    ...named('leader', 'ledare', 'personal'),
    ...named('volunteer', 'volontär', 'ideell'),
  },
  stage: {
    ...named('start', 'före', 'inskrivning', 'vid start'),
    ...named('end', 'slut', 'efter'),
    ...named('exit', 'avslut', 'utskrivning'),
    ...named('update', 'uppdatering', 'löpande'),
    ...named('followup', 'uppföljning'),
  },
  occupation_at_start: {
    ...named('work', 'arbete', 'jobb', 'arbetar'),
    ...named('studies', 'studier', 'studerar', 'skola'),
    ...named('internship', 'praktik'),
    ...named('unemployed', 'arbetslös', 'arbetssökande'),
    ...named('neither', 'varken eller', 'inget', 'ingenting'),
    ...named('unknown', 'okänt', 'vet ej'),
  },
  end_reason: {
    ...named('work', 'arbete', 'jobb'),
    ...named('studies', 'studier', 'skola'),
    ...named('completed', 'klar', 'fullföljt', 'avslutad'),
    ...named('dropped_out', 'avbrott', 'avhopp', 'avbruten'),
    ...named('moved', 'flytt', 'flyttat'),
    ...named('other_authority', 'annan myndighet'),
    ...named('other', 'annat', 'övrigt'),
  },
  kind: {
    ...named('payment', 'utbetalning', 'bidrag'),
    ...named('own_cash', 'egna medel', 'egen insats'),
    ...named('in_kind', 'lokal', 'natura'),
    ...named('volunteer_hours', 'volontärtimmar', 'ideella timmar', 'ideell tid'),
  },
}

function named(code: string, ...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, code]))
}

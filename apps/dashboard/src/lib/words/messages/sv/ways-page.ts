export const waysPages = {
  waysPage: {
    title: 'Vägen vidare',
    of: (agreement: string) => `Vägen vidare, ${agreement}`,
    intro:
      'Vad deltagarna gjorde när de började, när de slutade och en tid efteråt, och hur lång tid det tog till arbete eller studier.',
    link: 'Vägen vidare: från start till uppföljning',
    none: {
      title: 'Vägen vidare är inte känd',
      text: 'Publikationen har inga uppgifter om vad deltagarna gjorde före och efter. Det kräver att föreningen lämnar inskrivningar med status vid start och avslut.',
    },
    curve: {
      title: 'Tiden till arbete eller studier',
      heading: 'Andel som har börjat arbeta eller studera',
      intro:
        'Räknat från starten, för dem som varken arbetade eller studerade då. Den som ännu inte följts så länge ingår så länge det går.',
      months: (months: string) => `${months} månader`,
      short: 'månader',
      during: (months: string) => `efter ${months} månader`,
      cause: { work: 'Arbete', studies: 'Studier' },
      month: 'Tid från start',
      atRisk: 'Följs ännu',
      atRiskUnder: 'Personer som ännu följs',
      none: 'Kurvan visas inte: det är för få personer, eller så är det för tidigt.',
      summary: (cause: string, sentence: string) => `${cause}: ${sentence}`,
    },
    flow: {
      heading: (then: string) => `Från starten till ${then}`,
      until: {
        exit: 'avslutet',
        followup_3: '3 månader efter avslutet',
        followup_6: '6 månader efter avslutet',
        followup_12: '12 månader efter avslutet',
      },
      path: (from: string, to: string, count: string) =>
        `${from} vid start, ${to.toLowerCase()} sedan: ${count}`,
      people: (count: string) => `${count} personer`,
      atLeast: (count: string) => `minst ${count}`,
      gained: (count: string) =>
        `${count} av dem som vid starten var arbetslösa eller varken arbetade eller studerade hade då arbete eller studier.`,
      commonest: (from: string, to: string, count: string) =>
        `Vanligast var att gå från ${from} till ${to}: ${count} personer.`,
      commonestStay: (what: string, count: string) =>
        `Vanligast var ${what} både före och efter: ${count} personer.`,
      /** The same where some ways are withheld, any of which may be commoner. */
      ofShown: {
        commonest: (from: string, to: string, count: string) =>
          `Av de vägar som visas är den vanligaste från ${from} till ${to}: ${count} personer.`,
        commonestStay: (what: string, count: string) =>
          `Av de vägar som visas är den vanligaste ${what} både före och efter: ${count} personer.`,
      },
      unknown: (count: string) => `För ${count} är det okänt vad de gjorde då.`,
      zero: '0 betyder att ingen gick den vägen.',
      dashed: 'Streckad väg: hur många som gått den visas inte. Det kan vara ingen.',
      title: 'Från start till uppföljning',
      intro:
        'Alla som har slutat. Varje band är de personer som gick samma väg, och dess höjd är hur många de är.',
      from: 'Vid start',
      stages: {
        exit: 'Vid avslutet',
        followup_3: '3 månader efter avslutet',
        followup_6: '6 månader efter avslutet',
        followup_12: '12 månader efter avslutet',
      },
      occupations: {
        work: 'Arbete',
        studies: 'Studier',
        work_and_studies: 'Arbete och studier',
        internship: 'Praktik',
        unemployed: 'Arbetslös',
        neither: 'Varken eller',
        leave: 'Ledig',
        unknown: 'Okänt',
        declined: 'Ville inte svara',
      } as Readonly<Record<string, string>>,
    },
  },
  waterfall: {
    roles: {
      universe: 'Alla det gäller',
      excluded: 'Räknas inte med',
      denominator: 'Nämnare',
      unknown: 'Okända',
      numerator: 'Täljare',
      complement: 'Övriga',
    },
    universe: 'Alla som måttet ser på under tiden.',
    complement: 'De som räknas men inte uppfyller villkoret.',
    reasons: {
      work: 'Slutade för arbete.',
      studies: 'Slutade för studier.',
      other_authority: 'Togs över av en annan myndighet.',
      completed: 'Uppdraget slutfördes.',
      dropped_out: 'Avbröt.',
      moved: 'Flyttade.',
      deceased: 'Avled.',
      other: 'Slutade av annat skäl.',
      unknown: 'Slutade av okänt skäl.',
      other_occupation_at_start: 'Arbetade eller studerade redan vid starten.',
      occupation_at_start_unknown: 'Vad de gjorde vid starten är okänt.',
      no_start_answer: 'Svarade inte på den första enkäten.',
      outcome_unknown: 'Utfallet är okänt.',
      several_reasons: 'Räknas inte med, av något av flera skäl.',
    } as Readonly<Record<string, string>>,
  },
  correctionsPage: {
    title: 'Rättelser',
    intro:
      'Publicerade tal ändras aldrig i efterhand. När ett tal blir ett annat i en ny publikation står det här, med det gamla talet och skälet.',
    none: 'Inga publicerade tal har rättats.',
    caption: (published: string) => `Publicerade ${published}`,
    figure: 'Tal',
    before: 'Förut',
    now: 'Nu',
    why: 'Skäl',
    cause: {
      delivery: 'nya eller rättade leveranser',
      definition: 'ny version av definitionen',
      agreement: 'avtalets uppgifter har ändrats',
      disclosure: 'skyddet av små tal har ändrats',
      program: 'programmet har ändrats',
    },
  },
  hidden: {
    title: 'Det som inte visas',
    paragraphs: [
      'Där det står .. finns ett tal som inte visas. Det kan gälla några få personer, så att någon skulle kunna kännas igen. Talet kan också vara större, men döljs ändå, eftersom ett litet tal annars hade gått att räkna ut genom att dra ifrån det som visas.',
      'Det går inte att se vilket av skälen som gäller. Tecknet betyder därför inte ”få”. Det betyder inte heller noll: när ingen finns i en grupp står det 0. Det finns tre undantag: när alla grupper i en uppdelning är dolda kan någon av dem vara tom, det kan också en dold väg från start till uppföljning vara, och ett tal som en gång har dolts förblir dolt även om det rättas till noll.',
      'En andel, ett medelvärde och en kostnad per person visas bara när alla tal de räknas av går att visa. Ett medelvärde kräver dessutom så många svar att enstaka personer inte avgör det.',
      'Du kan ändå lita på det som visas: summor och delar är de rätta talen, aldrig avrundade eller ändrade. Är en grupp dold, läs summan, en längre tid eller färre grupper. I avtal med många perioder och grupper delas bara kalenderår upp: då kan fler av årens tal visas.',
    ] as readonly string[],
    link: 'Varför visas det inte?',
  },
}

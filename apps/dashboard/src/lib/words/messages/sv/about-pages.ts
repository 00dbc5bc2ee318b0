/** A part of a page of running text: its heading and its paragraphs. */
export type TextPart = readonly [heading: string, ...paragraphs: string[]]

export const aboutPages = {
  aboutPage: {
    title: 'Om Utfall',
    intro:
      'Utfall visar vad ett partnerskap mellan en kommun och en förening ledde till, för vilka och till vilken kostnad.',
    parts: [
      [
        'För vem',
        'Sidan är gjord för den som ska besluta om ett avtal ska förlängas, ändras eller avslutas. Den ska gå att läsa på tio minuter, på skärm eller papper, utan förkunskaper.',
      ],
      [
        'Varifrån talen kommer',
        'Föreningen och kommunen lämnar uppgifter var för sig. Varje leverans kontrolleras mot samma regler och får ett kvitto. Talen räknas sedan på nytt ur alla godkända leveranser, och publiceras tillsammans i en publikation som aldrig ändras. Ett tal som blir ett annat gör det i en ny publikation.',
      ],
      [
        'Vad talen inte säger',
        'Talen beskriver vad som hände deltagarna. De säger inte vad som hade hänt utan verksamheten, och två avtal med olika målgrupper går sällan att jämföra rakt av.',
      ],
      [
        'Personuppgifter',
        'Här finns inga uppgifter om enskilda. Identitetsnummer ersätts av en kod när en fil läses in och sparas aldrig. Tal om få personer visas inte, och inte heller tal som de skulle kunna räknas ut ur.',
      ],
      [
        'Exempeldata',
        'Det som är märkt som exempeldata står inte i någon handling, utan är påhittat för att visa hur sidan fungerar.',
      ],
      [
        'Öppen programvara',
        'Utfall är öppen programvara under MIT-licensen. Vem som helst får använda, granska och ändra den.',
      ],
    ] as readonly TextPart[],
    cookies: {
      title: 'Kakor',
      open: 'Sidan sätter inga kakor, räknar inga besökare och hämtar inget från andra.',
      members:
        'Sidan sätter en kaka som håller dig inloggad och ingen annan. Den räknar inga besökare och hämtar inget från andra.',
    },
    operator: {
      title: 'Vem som svarar för sidan',
      known: (operator: string) => `${operator} svarar för sidan och för uppgifterna på den.`,
      unknown: 'Den som satt upp sidan har inte angett vem som svarar för den.',
      contact: 'Kontakt:',
    },
    more: 'Läs mer',
    program: (program: string, ruleSet: string) =>
      `Publikationen är gjord med ${program}, regler i version ${ruleSet}.`,
  },
  accessibilityPage: {
    title: 'Tillgänglighet',
    intro:
      'Sidan omfattas av lagen om tillgänglighet till digital offentlig service. Här står hur den följer lagen, vilka brister vi känner till och hur du gör om något inte fungerar.',
    parts: [
      [
        'Hur tillgänglig sidan är',
        'Sidan är delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service, som hänvisar till standarden EN 301 549 och WCAG 2.1 på nivå AA. Det som brister står nedan. Vi strävar efter WCAG 2.2 på nivå AA.',
      ],
      [
        'Brister vi känner till',
        'Den engelska sidan har svenska ord i sig, till exempel namn på insatser och mål som avtalet bara har på svenska. De är inte märkta som svenska, så en skärmläsare kan läsa dem med engelskt uttal (WCAG 3.1.2).',
        'Talen går att ladda ner som CSV, Arrow och Parquet. Det är data för andra program och har inga rubriker eller beskrivningar i sig. Samma tal finns på sidorna, i tabeller.',
      ],
      [
        'Vad som är prövat',
        'Varje gång programmet ändras läses sidorna i en webbläsare: med axe-core, i ljust och mörkt läge och på bredderna 320, 768 och 1 280 bildpunkter, så att inget hamnar utanför. Att läsa på 320 bildpunkter är detsamma som att förstora en vanlig skärm till 400 procent. Det prövas också att allt på avtalets sida nås med tangentbord, att det syns var man är, att sidan fungerar utan skript, och att ingen text är mindre än 12 bildpunkter.',
        'Varje diagram har en rubrik, en sammanfattning i ord och en tabell med samma tal. Serier skiljs åt med streck och form, inte bara med färg.',
      ],
      [
        'Vad som inte är prövat',
        'Ingen utomstående har granskat sidan. Den är inte prövad för hand med skärmläsare, röststyrning eller förstoringsprogram, och inte tillsammans med personer med funktionsnedsättning. Automatiska prov hittar bara en del av alla brister, så det kan finnas fler än de som står här.',
      ],
    ] as readonly TextPart[],
    report: {
      title: 'Säg till om något inte fungerar',
      text: 'Har du hittat en brist, eller behöver du något från sidan i en annan form, hör av dig till den som svarar för sidan.',
      none: 'Den som satt upp sidan har inte angett någon kontaktuppgift här. Vänd dig till kommunen som har avtalet. Lagen kräver att en kontaktuppgift finns, så detta är i sig en brist.',
    },
    supervision: {
      title: 'Tillsyn',
      text: 'Myndigheten för digital förvaltning (Digg) har ansvar för tillsynen över lagen. Är du inte nöjd med svaret du får, eller får du inget svar, kan du anmäla det dit.',
      link: 'Anmäl till Digg',
    },
    assessed: (program: string) =>
      `Redogörelsen bygger på programmets egna prov och hör till versionen ${program}. Den som svarar för sidan behöver komplettera den med sin egen bedömning.`,
  },
}

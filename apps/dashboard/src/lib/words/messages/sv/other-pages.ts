export const otherPages = {
  startPage: {
    title: 'Vad kom det ut av avtalen?',
    intro:
      'Varje avtal mellan en kommun och en förening har mål. Här står om de nås, vilka som deltar och vad det kostar.',
    none: 'Publikationen innehåller inga avtal.',
    paidOfAgreed: (paid: string, agreed: string) => `${paid} betalat av ${agreed} avtalat för tiden`,
    read: 'Läs om avtalet',
    goals: 'Mål',
    figures: 'I korthet',
    ended: (day: string) => `Avslutat ${day}`,
    running: (day: string) => `Löper till ${day}`,
  },
  methodPage: {
    title: 'Så räknar vi',
    intro:
      'Varje mått har en definition som gäller från beslutet om målet. Ändras den får den en ny version, så att tal från olika år går att jämföra.',
    principles: 'Fem löften',
    promises: [
      [
        'Talet säger vad det är.',
        'Täljare, nämnare, vilka som inte räknas och vilken dag som avgör står bredvid.',
      ],
      ['Okänt är inte nej.', 'Personer vars utfall är okänt ligger kvar i nämnaren och visas för sig.'],
      [
        'Varje tal räknas från grunden.',
        'Ett tal läggs aldrig ihop av andra tal: samma person kan finnas i flera grupper.',
      ],
      [
        'Ett tal kan utebli.',
        'Noll, för få, går inte att räkna och inga uppgifter är olika saker, med olika tecken.',
      ],
      ['Definitionen ligger fast.', 'Den gäller från beslutet, och en ny lydelse är en ny version.'],
    ] as readonly (readonly [string, string])[],
    signs: 'Tecken',
    signRows: [
      ['..', 'Visas inte, så att ingen kan kännas igen, eller för få personer för ett säkert tal.'],
      ['.', 'Kan inte räknas ur de uppgifter som lämnas.'],
      ['–', 'Inga uppgifter, eller för tidigt att mäta.'],
    ] as readonly (readonly [string, string])[],
    chance: 'Slumpen',
    chanceText:
      'En andel av få personer varierar av en slump. Därför visas ett intervall: i 95 fall av 100 täcker ett sådant intervall det underliggande värdet. Andelar har Wilsons intervall, medelvärden ett t-intervall.',
    verdicts: 'Bedömning av mål',
    verdictText:
      'Nått: utfallet når målet. På väg: nära målet, inom den gräns som avtalet anger. Inte nått: längre ifrån. Kan inte bedömas: uppgifterna räcker inte. Intervallet påverkar inte bedömningen men visar hur säker den är.',
    definitions: 'Måtten',
    version: (version: number) => `Version ${version}`,
    validFrom: (day: string, agreement: string) => `gäller från ${day} i ${agreement}`,
    counts: 'Räknas',
    sql: 'Definitionen som datorn läser (SQL)',
  },
  dataPage: {
    title: 'Ladda ner',
    intro:
      'Allt som sidan visar finns här i öppna format. Uppgifterna är skyddade: inga rader om personer, och små tal är borttagna.',
    files: 'Filer',
    columnsTitle: 'Kolumner och kontrollsummor',
    file: 'Fil',
    what: 'Innehåll',
    rows: 'Rader',
    size: 'Storlek',
    tables: 'Tabeller',
    words: 'Definitioner och uppgifter om uppgifterna',
    columns: (table: string) => `Kolumner i ${table}`,
    column: 'Kolumn',
    meaning: 'Betydelse',
    type: 'Typ',
    types: { text: 'text', date: 'datum', boolean: 'ja eller nej', integer: 'heltal', decimal: 'decimaltal' },
    maybeEmpty: 'kan vara tom',
    checksum: 'Kontrollsummor (SHA-256)',
    earlier: 'Alla publikationer',
    shown: 'visas nu',
    descriptions: {
      'manifest.json': 'Vad publikationen bygger på: leveranser, perioder och alla filer med kontrollsummor',
      'agreements.json': 'Avtalen: parter, tid, pengar, mål',
      'indicators.json': 'Varje mått i ord och i SQL',
      'datapackage.json': 'Beskrivning enligt Frictionless Data Package',
    } as Readonly<Record<string, string>>,
    tableNames: {
      results: 'Alla tal',
      goals: 'Målen och bedömningen av dem',
      quality: 'Leveranser, täckning och fel',
      costs: 'Pengar och egen insats',
    } as Readonly<Record<string, string>>,
    formats: {
      arrow: 'Apache Arrow',
      parquet: 'Parquet',
      csv: 'CSV',
      'excel.csv': 'CSV för svenskt Excel',
      'csv-metadata.json': 'beskrivning av CSV-filen (CSVW)',
    } as Readonly<Record<string, string>>,
  },
}

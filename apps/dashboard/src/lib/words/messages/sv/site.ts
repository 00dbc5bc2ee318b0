export const site = {
  name: 'Utfall',
  slogan: 'Vad avtalen mellan kommuner och föreningar ledde till, för vilka och till vilken kostnad',
  skip: 'Gå till innehållet',
  mainMenu: 'Huvudmeny',
  moreMenu: 'Om sidan',
  allAgreements: 'Alla avtal',
  compare: 'Jämför',
  howWeCount: 'Så räknar vi',
  download: 'Ladda ner',
  switchLanguage: 'English',
  earlier: (created: string) => `Du läser en äldre publikation, från ${created}. Nyare tal kan finnas.`,
  draft:
    'Du läser ett utkast. Det är inte publicerat: bara analytiker ser det, och talen kan ändras. Visa det inte för andra.',
  toNewest: 'Visa den senaste',
  publication: (id: string) => `Publikation ${id}`,
  publishedOn: (day: string) => `publicerad ${day}`,
  draftOf: (day: string) => `utkast från ${day}, inte publicerat`,
  dataTo: (day: string) => `uppgifter till och med ${day}`,
  deliveries: (count: number, text: string) => `${text} ${count === 1 ? 'leverans' : 'leveranser'}`,
  latestDelivery: (day: string) => `den senaste ${day}`,
  software: 'Utfall är öppen programvara. Sidan sätter inga kakor och hämtar inget från andra.',
  softwareForMembers:
    'Utfall är öppen programvara. Sidan sätter bara den kaka som håller dig inloggad, och hämtar inget från andra.',
  sample: 'exempeldata',
  notFound: {
    title: 'Sidan finns inte',
    text: 'Det du söker finns inte i den här publikationen. Adressen kan vara felskriven, eller så gäller den ett avtal eller ett mått som har tagits bort.',
  },
  noPublication: {
    title: 'Ingenting är publicerat än',
    text: 'Sidan visar tal så snart en publikation finns. Den som sköter uppgifterna gör en med kommandot ”utfall publish”. Sidan behöver inte startas om.',
  },
  unknownPublication: {
    title: 'Publikationen finns inte',
    text: 'Det finns ingen publikation med det namnet, eller så går den inte att läsa. Den senaste finns kvar.',
  },
  failure: {
    title: 'Något gick fel',
    text: 'Felet är vårt, inte ditt. Försök igen om en stund. Kvarstår det, säg till den som sköter sidan.',
  },
  toStart: 'Till alla avtal',
}

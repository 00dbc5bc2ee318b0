import type { site as Swedish } from '../sv/site.ts'

export const site: typeof Swedish = {
  name: 'Utfall',
  slogan: 'What agreements between municipalities and associations led to, for whom, and at what cost',
  skip: 'Skip to content',
  mainMenu: 'Main menu',
  moreMenu: 'About this site',
  allAgreements: 'All agreements',
  compare: 'Compare',
  howWeCount: 'How we count',
  download: 'Download',
  switchLanguage: 'Svenska',
  earlier: (created) => `You are reading an earlier publication, of ${created}. There may be newer figures.`,
  draft:
    'You are reading a draft. It is not published: only analysts see it, and figures may change. Do not show it to others.',
  toNewest: 'Show the latest',
  publication: (id) => `Publication ${id}`,
  publishedOn: (day) => `published ${day}`,
  draftOf: (day) => `draft of ${day}, not published`,
  dataTo: (day) => `data to ${day}`,
  deliveries: (count, text) => `${text} ${count === 1 ? 'delivery' : 'deliveries'}`,
  latestDelivery: (day) => `the latest ${day}`,
  software: 'Utfall is open software. This site sets no cookies and fetches nothing from others.',
  softwareForMembers:
    'Utfall is open software. This site sets only the cookie that keeps you signed in, and fetches nothing from others.',
  sample: 'sample data',
  notFound: {
    title: 'There is no such page',
    text: 'What you look for is not in this publication. The address may be misspelt, or it is that of an agreement or a measure that has been removed.',
  },
  noPublication: {
    title: 'Nothing has been published yet',
    text: 'This site shows figures as soon as there is a publication. Whoever keeps the data makes one with the command “utfall publish”. The site need not be restarted.',
  },
  unknownPublication: {
    title: 'There is no such publication',
    text: 'No publication has that name, or it cannot be read. The latest one is still here.',
  },
  failure: {
    title: 'Something went wrong',
    text: 'The fault is ours, not yours. Try again in a while. If it remains, tell whoever runs this site.',
  },
  toStart: 'To all agreements',
}

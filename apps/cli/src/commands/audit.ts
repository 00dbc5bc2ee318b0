import { join } from 'node:path'
import { audit as attack, holds } from '@utfall/audit'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { noPublication, nothingPublished } from '../messages/faults.ts'
import { printAudit } from '../print/audit.ts'
import { currentPublication, publicationManifests } from '../publications.ts'

export const audit = defineCommand({
  name: 'audit',
  summary: { sv: 'angriper en publikation utifrån', en: 'attack a publication from outside' },
  description: {
    sv: 'Försöker räkna fram dolda tal ur de publicerade filerna, den här publikationens och alla tidigare, som en utomstående skulle kunna göra. Slutar med status 3 om det går, och nämner talen. För analytikern.',
    en: 'Tries to work out hidden numbers from the published files, of this publication and all earlier ones, as an outsider could. Ends with status 3 where that succeeds, and names the numbers. For the analyst.',
  },
  flags: [
    {
      flags: '--publication <id>',
      words: { sv: 'publikationen (annars den nyaste)', en: 'the publication (default the newest)' },
    },
  ],
  options: z.object({ publication: z.string().min(1).optional() }),
  run: async ({ home }, { publication }) => {
    const ids = publicationManifests(home).map(({ id }) => id)
    const id = publication ?? currentPublication(home)
    if (id === undefined) throw nothingPublished(home.folder)
    if (!ids.includes(id)) throw noPublication(id)
    const report = await attack({
      publications: home.publications,
      folder: join(home.publications, id),
    })
    return { document: report, status: holds(report) ? 0 : 3, page: (page) => printAudit(page, report) }
  },
})

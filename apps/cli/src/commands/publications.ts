import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { currentPublication, publicationManifests } from '../publications.ts'

const HEAD = [
  { sv: 'publikation', en: 'publication' },
  { sv: 'gäller till och med', en: 'as of' },
  { sv: 'gjord', en: 'created' },
  { sv: 'anmärkning', en: 'note' },
]
const NONE = { sv: 'Inget är publicerat ännu.', en: 'Nothing is published yet.' }
const CURRENT = { sv: '(visas)', en: '(shown)' }

export const publications = defineCommand({
  name: 'publications',
  summary: { sv: 'visar publikationerna', en: 'list the publications' },
  description: {
    sv: 'Visar alla publikationer, den nyaste först, och vilken som sidorna visar.',
    en: 'Lists all publications, the newest first, and which one the pages show.',
  },
  options: z.object({}),
  run: ({ home }) => {
    const current = currentPublication(home)
    const all = publicationManifests(home).map(({ id, as_of, created, previous, note }) => ({
      id,
      as_of,
      created,
      previous,
      note,
      current: id === current,
    }))
    return {
      document: all,
      status: 0,
      page: (page) => {
        if (all.length === 0) return page.line(page.say(NONE))
        page.table(
          HEAD,
          all.map((each) => [
            each.current ? `${each.id} ${page.say(CURRENT)}` : each.id,
            each.as_of,
            each.created.slice(0, 16).replace('T', ' '),
            each.note,
          ]),
        )
      },
    }
  },
})

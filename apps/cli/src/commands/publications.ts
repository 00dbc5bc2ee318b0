import type { Manifest } from '@utfall/contracts'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { currentPublication, draftManifests, publicationManifests } from '../publications.ts'

const HEAD = [
  { sv: 'publikation', en: 'publication' },
  { sv: 'gäller till och med', en: 'as of' },
  { sv: 'gjord', en: 'created' },
  { sv: 'anmärkning', en: 'note' },
]
const NONE = { sv: 'Inget är publicerat ännu.', en: 'Nothing is published yet.' }
const CURRENT = { sv: '(visas)', en: '(shown)' }
const DRAFT = { sv: '(utkast)', en: '(draft)' }

export const publications = defineCommand({
  name: 'publications',
  summary: { sv: 'visar publikationerna', en: 'list the publications' },
  description: {
    sv: 'Visar alla publikationer, den nyaste först, vilken som sidorna visar, och det utkast som finns.',
    en: 'Lists all publications, the newest first, which one the pages show, and the draft that there is.',
  },
  options: z.object({}),
  run: ({ home }) => {
    const current = currentPublication(home)
    const listed = (draft: boolean) => (manifest: Manifest) => {
      const { id, as_of, created, previous, note } = manifest
      return { id, as_of, created, previous, note, current: id === current, draft }
    }
    const all = [...draftManifests(home).map(listed(true)), ...publicationManifests(home).map(listed(false))]
    return {
      document: all,
      status: 0,
      page: (page) => {
        if (all.length === 0) return page.line(page.say(NONE))
        page.table(
          HEAD,
          all.map((each) => [
            [
              each.id,
              ...(each.current ? [page.say(CURRENT)] : []),
              ...(each.draft ? [page.say(DRAFT)] : []),
            ].join(' '),
            each.as_of,
            each.created.slice(0, 16).replace('T', ' '),
            each.note,
          ]),
        )
      },
    }
  },
})

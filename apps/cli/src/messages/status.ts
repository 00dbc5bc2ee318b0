import type { Sentence } from '@utfall/contracts'

/** The words of `utfall status`. */
export const STATUS = {
  home: (folder: string): Sentence => ({ sv: `Mapp: ${folder}`, en: `Folder: ${folder}` }),
  published: (id: string): Sentence => ({ sv: `Publikation: ${id}`, en: `Publication: ${id}` }),
  unpublished: { sv: 'Inget är publicerat ännu.', en: 'Nothing is published yet.' },
  head: [
    { sv: 'avtal', en: 'agreement' },
    { sv: 'källa', en: 'source' },
    { sv: 'leveranser', en: 'deliveries' },
    { sv: 'senast', en: 'last' },
    { sv: 'omfattar till', en: 'covers to' },
    { sv: 'rader', en: 'rows' },
    { sv: 'i karantän', en: 'quarantined' },
  ],
  retentionHead: [
    { sv: 'avtal', en: 'agreement' },
    { sv: 'rader om personer', en: 'rows about people' },
    { sv: 'sparas till och med', en: 'kept until' },
    { sv: 'gallring', en: 'erasure' },
  ],
  forEver: { sv: 'inte bestämt', en: 'not decided' },
  due: { sv: 'ska gallras nu', en: 'due now' },
  notDue: { sv: 'inget nu', en: 'nothing now' },
  eraseDue: {
    sv: 'utfall erase --due gallrar det som ska bort.',
    en: 'utfall erase --due erases what is due.',
  },
}

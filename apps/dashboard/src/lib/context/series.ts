import type { Sentence } from '@utfall/contracts'

/** A public series of Kolada, in words, with the measures of ours that it can stand beside. */
export interface PublicSeries {
  readonly title: Sentence
  readonly beside: readonly string[]
}

const WORK_OR_STUDIES = [
  'share_to_work_or_studies',
  'share_to_work',
  'share_to_studies',
  'share_from_none_to_work_or_studies',
  'share_in_work_or_studies_3m',
  'share_in_work_or_studies_6m',
  'share_in_work_or_studies_12m',
  'share_sustained_6m',
]
const LEISURE = ['share_association_active', 'share_newly_association_active', 'culture_leisure_participants']

export const PUBLIC_SERIES: ReadonlyMap<string, PublicSeries> = new Map([
  [
    'N02797',
    {
      title: {
        sv: 'Unga 16–24 år som varken arbetar eller studerar, procent',
        en: 'Young people aged 16–24 who neither work nor study, per cent',
      },
      beside: WORK_OR_STUDIES,
    },
  ],
  [
    'U40455',
    {
      title: {
        sv: 'Lämnat kommunens arbetsmarknadsverksamhet för arbete eller studier, procent',
        en: 'Left the municipality’s labour-market services for work or studies, per cent',
      },
      beside: WORK_OR_STUDIES,
    },
  ],
  [
    'N02244',
    {
      title: {
        sv: 'Invånare 20–24 år som arbetar, procent',
        en: 'Inhabitants aged 20–24 who work, per cent',
      },
      beside: WORK_OR_STUDIES,
    },
  ],
  [
    'N17461',
    {
      title: {
        sv: 'Gymnasieexamen inom fyra år, procent',
        en: 'Upper-secondary exam within four years, per cent',
      },
      beside: WORK_OR_STUDIES,
    },
  ],
  [
    'U09800',
    {
      title: {
        sv: 'Deltagartillfällen i idrott per invånare 7–20 år',
        en: 'Sports attendances per inhabitant aged 7–20',
      },
      beside: LEISURE,
    },
  ],
  [
    'N09104',
    {
      title: {
        sv: 'Kommunens kostnad för öppen fritidsverksamhet, kronor per invånare',
        en: 'The municipality’s cost of open leisure activities, kronor per inhabitant',
      },
      beside: ['cost_per_participant', 'cost_per_attendance', 'cost_per_hour'],
    },
  ],
])

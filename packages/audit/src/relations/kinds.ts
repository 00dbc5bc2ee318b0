import type { Sentence } from '@utfall/contracts'

/** Why quantities hang together, in words. */
export const RELATION_KINDS = {
  parts_of_breakdown: { sv: 'delarna är tillsammans summan', en: 'the parts add up to the total' },
  crossed_breakdown: {
    sv: 'kön gånger ålder blir kön, och blir ålder',
    en: 'gender by age adds up to gender, and to age',
  },
  people_of_activities: {
    sv: 'alla i en insats är med i avtalet, och alla i avtalet i någon insats',
    en: 'all in an activity are in the agreement, and all in the agreement in some activity',
  },
  people_of_periods: {
    sv: 'alla i en del av en period är med i perioden, och alla i perioden i någon del',
    en: 'all in a part of a period are in the period, and all in the period in some part',
  },
  sum_of_periods: {
    sv: 'delarna av en period är tillsammans perioden',
    en: 'the parts of a period add up to it',
  },
  band_of_time: {
    sv: 'en period är en period som ligger i den, och de som bara hör till resten',
    en: 'a period is one that lies in it, and those who belong only to the rest',
  },
  parts_of_share: {
    sv: 'täljare, övriga och okända är tillsammans nämnaren',
    en: 'numerator, others and unknown add up to the denominator',
  },
  share_of_base: {
    sv: 'andelen gånger nämnaren är täljaren',
    en: 'the share times its base is the numerator',
  },
  bound_of_share: {
    sv: 'högsta möjliga andel gånger nämnaren är täljare och okända',
    en: 'the highest possible share times its base is numerator and unknown',
  },
  work_and_studies: {
    sv: 'till arbete och till studier är tillsammans till arbete eller studier',
    en: 'to work and to studies add up to work or studies',
  },
  same_people: { sv: 'två tal räknar samma personer', en: 'two figures count the same people' },
  some_of_them: { sv: 'de ena är några av de andra', en: 'these are some of those' },
  left_and_stayed: {
    sv: 'avslutade och kvarvarande är tillsammans inskrivna',
    en: 'leavers and stayers add up to the enrolled',
  },
  unit_cost: {
    sv: 'kostnaden är känd, och styckkostnaden gånger antalet är kostnaden',
    en: 'the cost is known, and the unit cost times the number is the cost',
  },
  shared_cost: {
    sv: 'den gemensamma kostnaden är fördelad efter vad som räknas',
    en: 'the shared cost is allocated by what is counted',
  },
  visited_once: { sv: 'var och en har kommit minst en gång', en: 'each has come at least once' },
  waterfall: { sv: 'vägen till talet går jämnt upp', en: 'the way to the figure adds up' },
  transitions: {
    sv: 'övergångarna är tillsammans de avslutade',
    en: 'the transitions add up to the leavers',
  },
} as const satisfies Record<string, Sentence>

export type RelationKind = keyof typeof RELATION_KINDS

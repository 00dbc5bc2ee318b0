import type { Sentence } from '@utfall/contracts'

/** The words of `utfall explain`. */
export const EXPLANATION = {
  version: (version: number): Sentence => ({
    sv: `definitionens version ${version}`,
    en: `definition version ${version}`,
  }),
  otherVersions: (versions: readonly number[]): Sentence => ({
    sv: `Perioden har också definitionens version ${versions.join(', ')}: visa den med --definition.`,
    en: `The period also has definition version ${versions.join(', ')}: show it with --definition.`,
  }),
  span: (start: string, end: string, asOf: string): Sentence => ({
    sv: `${start} – ${end}, med uppgifter till och med ${asOf}`,
    en: `${start} – ${end}, with data up to ${asOf}`,
  }),
  published: (id: string): Sentence => ({
    sv: `Som det publicerades i ${id}`,
    en: `As published in ${id}`,
  }),
  draft: {
    sv: 'Inte publicerat: som det är nu, före skyddet av små tal',
    en: 'Not published: as it is now, before small numbers are protected',
  },
  words: {
    numerator: { sv: 'Täljare', en: 'Numerator' },
    denominator: { sv: 'Nämnare', en: 'Denominator' },
    excluded: { sv: 'Räknas inte med', en: 'Left out' },
    placed_by: { sv: 'Avgör perioden', en: 'Placed by' },
    limitation: { sv: 'Säger inte', en: 'Does not say' },
    parameters: { sv: 'Avtalet bestämmer', en: 'The agreement decides' },
  },
  waterfall: [
    { sv: 'steg', en: 'step' },
    { sv: 'personer', en: 'people' },
  ],
  value: { sv: 'Värde', en: 'Value' },
  noPeople: {
    sv: 'Talet räknar inte personer, och har därför inga steg.',
    en: 'The figure counts no people, and hence has no steps.',
  },
  basis: { sv: 'kostnadsbas', en: 'cost basis' },
  figures: [
    { sv: 'täljare', en: 'numerator' },
    { sv: 'nämnare', en: 'denominator' },
    { sv: 'värde', en: 'value' },
    { sv: 'enhet', en: 'unit' },
    { sv: '95 %', en: '95 %' },
    { sv: 'okända: ingen – alla', en: 'unknown: none – all' },
    { sv: 'läge', en: 'status' },
  ],
  deliveries: [
    { sv: 'leverans', en: 'delivery' },
    { sv: 'källa', en: 'source' },
    { sv: 'rader', en: 'rows' },
    { sv: 'SHA-256', en: 'SHA-256' },
  ],
  noDeliveries: {
    sv: 'Ingen leverans ligger bakom talet.',
    en: 'No delivery is behind the figure.',
  },
  members: [
    { sv: 'pseudonym', en: 'pseudonym' },
    { sv: 'roll', en: 'role' },
    { sv: 'skäl', en: 'reason' },
  ],
}

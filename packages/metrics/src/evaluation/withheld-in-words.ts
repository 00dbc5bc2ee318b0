import type { PublishedAgreement, Sentence } from '@utfall/contracts'

/** What is not shown of an agreement, by its own limits. */
export function withheldInWords({
  threshold,
  minimum_base: base,
  sensitive_threshold: higher,
}: PublishedAgreement['disclosure']): Sentence {
  return {
    sv: `Antal personer från 1 till ${threshold - 1} visas inte, och inte heller andelar och kvoter som vilar på så få.
Andelar, medelvärden och kvoter visas bara när minst ${base} personer ligger bakom. Noll visas som noll.
Av känsliga resultat visas inte antal under ${higher}, och inte heller att ingen eller alla i en grupp har resultatet.`,
    en: `Counts of 1 to ${threshold - 1} people are not shown, nor shares and ratios that rest on so few. Shares, means and ratios
are shown only with at least ${base} people behind them. Zero is shown as zero.
Of sensitive outcomes no count under ${higher} is shown, nor that none or all of a group have the outcome.`,
  }
}

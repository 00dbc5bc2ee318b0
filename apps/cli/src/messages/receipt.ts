import { VERDICT_WORDS } from '@utfall/contracts'
import type { Language, Sentence, Severity, Verdict } from '@utfall/contracts'

/** The words of a receipt on the terminal. */
export const RECEIPT = {
  read: { sv: 'Rader: lästa', en: 'Rows: read' },
  new: { sv: 'nya', en: 'new' },
  changed: { sv: 'ändrade', en: 'changed' },
  unchanged: { sv: 'oförändrade', en: 'unchanged' },
  duplicate: { sv: 'dubbletter', en: 'duplicate' },
  quarantined: { sv: 'i karantän', en: 'quarantined' },
  removed: { sv: 'borttagna', en: 'removed' },
  mend: { sv: 'Så rättas det:', en: 'How to mend it:' },
  severity: {
    stop: { sv: 'Stopp:', en: 'Stop:' },
    error: { sv: 'Fel:', en: 'Error:' },
    check: { sv: 'Kontrollera:', en: 'Check:' },
  } satisfies Record<Severity, Sentence>,
  accept: {
    sv: 'Leveransen ändrar ovanligt mycket och är inte inläst. Stämmer den? Kör samma kommando med --accept.',
    en: 'The delivery changes unusually much and is not loaded. Is it right? Run the same command with --accept.',
  },
  noFiles: { sv: 'Det finns inga levererade filer.', en: 'There are no delivered files.' },

  lines: (lines: readonly number[], more: boolean): Sentence => ({
    sv: `${lines.length > 1 ? 'raderna' : 'rad'} ${lines.join(', ')}${more ? ' med flera' : ''}`,
    en: `${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}${more ? ' and more' : ''}`,
  }),
  loadedBefore: (count: number): Sentence => ({
    sv: count === 1 ? '1 fil var redan inläst.' : `${count} filer var redan inlästa.`,
    en: count === 1 ? '1 file was already loaded.' : `${count} files were already loaded.`,
  }),
  summary: (verdicts: ReadonlyMap<Verdict, number>): Sentence => {
    const counted = (language: Language) =>
      [...verdicts].map(([verdict, count]) => `${VERDICT_WORDS[verdict][language]} ${count}`).join(', ')
    return { sv: `Leveranser: ${counted('sv')}.`, en: `Deliveries: ${counted('en')}.` }
  },
}

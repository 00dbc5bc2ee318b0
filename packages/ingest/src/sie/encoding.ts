import { TextDecoder } from 'node:util'

/**
 * The encodings that bookkeeping programs write SIE in. The format says CP437 ("PC8"); most programs that
 * run in a browser write UTF-8 or Latin-1 and declare CP437 all the same, so only the bytes are asked.
 */
export type SieEncoding = 'ascii' | 'utf-8' | 'windows-1252' | 'cp437'

/** å ä ö Å Ä Ö é É ü Ü as each encoding writes them: no byte is in both. */
const CP437_LETTERS = new Set([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x90, 0x81, 0x9a])
const LATIN_LETTERS = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9, 0xfc, 0xdc])

/** What the bytes seen so far tell about their encoding. */
export interface EncodingEvidence {
  utf8: TextDecoder | undefined
  readonly beyondAscii: { cp437: number; latin: number; any: boolean }
}

export function startEvidence(): EncodingEvidence {
  return {
    utf8: new TextDecoder('utf-8', { fatal: true }),
    beyondAscii: { cp437: 0, latin: 0, any: false },
  }
}

/** Weighs one more chunk of the file, in order. */
export function weigh(evidence: EncodingEvidence, chunk: Uint8Array): void {
  const { beyondAscii } = evidence
  for (const byte of chunk) {
    if (byte < 0x80) continue
    beyondAscii.any = true
    if (CP437_LETTERS.has(byte)) beyondAscii.cp437 += 1
    else if (LATIN_LETTERS.has(byte)) beyondAscii.latin += 1
  }
  if (evidence.utf8 && !decodes(evidence.utf8, chunk)) evidence.utf8 = undefined
}

/**
 * Text in CP437 or Latin-1 is next to never valid UTF-8, so valid UTF-8 is UTF-8. Otherwise the Swedish letters
 * decide: a letter of one encoding is a box, a Greek letter or a control character in the other.
 */
export function encodingOf(evidence: EncodingEvidence): SieEncoding {
  const { beyondAscii, utf8 } = evidence
  if (!beyondAscii.any) return 'ascii'
  if (utf8 && decodes(utf8)) return 'utf-8'
  return beyondAscii.latin > beyondAscii.cp437 ? 'windows-1252' : 'cp437'
}

/** Without a chunk: whether the text ended on a whole character. */
function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

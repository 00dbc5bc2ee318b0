import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { encodingOf, startEvidence, weigh } from './encoding.ts'
import type { SieEncoding } from './encoding.ts'

const TEXT = '#FORMAT PC8\r\n#FNAMN "Föreningen Åsa & Örjans Träd"\r\n#KONTO 5010 Lokalhyra, gård\r\n'

function decide(bytes: Uint8Array, chunk = bytes.length): SieEncoding {
  const evidence = startEvidence()
  for (let at = 0; at < bytes.length; at += chunk) weigh(evidence, bytes.subarray(at, at + chunk))
  return encodingOf(evidence)
}

describe('the encoding of a SIE file', () => {
  it.each<SieEncoding>(['utf-8', 'windows-1252', 'cp437'])(
    'is %s when it is written so, declared or not',
    (encoding) => {
      expect(decide(iconv.encode(TEXT, encoding))).toBe(encoding)
    },
  )

  it('does not matter without letters beyond ASCII', () => {
    expect(decide(Buffer.from('#FLAGGA 0\n'))).toBe('ascii')
  })

  it('is told by the Swedish letters when a path in another encoding stands among them', () => {
    const path = iconv.encode('#FNR "C:\\Företag"\r\n', 'windows-1252')
    expect(decide(Buffer.concat([path, iconv.encode(TEXT, 'cp437')]))).toBe('cp437')
  })

  it('is not UTF-8 when the file ends inside a character', () => {
    expect(decide(Buffer.concat([iconv.encode(TEXT, 'windows-1252'), Buffer.from([0xc3])]))).toBe(
      'windows-1252',
    )
  })

  it('is the same wherever the chunks are cut', () => {
    const cut = fc.property(
      fc.constantFrom<SieEncoding>('utf-8', 'windows-1252', 'cp437'),
      fc.stringMatching(/^[a-zåäöÅÄÖé ]{0,40}$/),
      fc.integer({ min: 1, max: 9 }),
      (encoding, words, chunk) => {
        const bytes = iconv.encode(`${TEXT}#FTYP "${words}"\n`, encoding)
        expect(decide(bytes, chunk)).toBe(encoding)
      },
    )
    fc.assert(cut)
  })
})

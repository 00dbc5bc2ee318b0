import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startDak } from './parse.ts'

const FILE = `<?xml version="1.0"?>
<d:Aktivitetskort xmlns:d="http://example.se/dak"><d:Kommun version="2.1"><d:Foerening foereningsID="7">
<d:Naervarokort NaervarokortNummer="1"><d:Aktivitet>Lek &amp; dans</d:Aktivitet><d:Sammankomster>
<d:Sammankomst Datum="2025-03-03" kod="abc"><d:StartTid>18:30:00</d:StartTid><d:Metod><![CDATA[Update]]></d:Metod>
<d:DeltagarLista><d:Deltagare id="p1"><d:Handikapp>false</d:Handikapp><d:Naervarande> 1 </d:Naervarande></d:Deltagare>
<d:Deltagare id="p2"/></d:DeltagarLista><d:LedarLista><d:Ledare id="l1"><d:Naervarande>true</d:Naervarande></d:Ledare>
</d:LedarLista></d:Sammankomst></d:Sammankomster></d:Naervarokort></d:Foerening></d:Kommun><d:DeltagarRegister>
<d:Deltagare id="p1"><d:Foernamn>Ada</d:Foernamn><d:Personnummer>189001019802</d:Personnummer></d:Deltagare>
</d:DeltagarRegister></d:Aktivitetskort>`

function told(pieces: readonly string[]) {
  const said: unknown[] = []
  const tell = (what: unknown) => said.push(what)
  const dak = startDak({ message: tell, mark: tell, registered: tell })
  const fault = pieces.map((piece) => dak.read(piece)).find((found) => found !== null) ?? dak.end()
  return { said, fault, head: dak.head }
}

test('marks, messages and persons are told as they end', () => {
  expect(told([FILE])).toEqual({
    fault: null,
    head: { namespace: 'http://example.se/dak', version: '2.1' },
    said: [
      { message: 1, line: 5, role: 'participant', id: 'p1', present: true },
      { message: 1, line: 6, role: 'participant', id: 'p2', present: false },
      { message: 1, line: 7, role: 'leader', id: 'l1', present: true },
      {
        number: 1,
        line: 4,
        code: '7 1 abc',
        date: '2025-03-03',
        start: '18:30:00',
        stop: '',
        stopDate: '',
        activity: '',
        cardActivity: 'Lek & dans',
        method: 'Update',
      },
      { line: 8, role: 'participant', id: 'p1', number: '189001019802', name: 'Ada' },
    ],
  })
})

test('it does not matter where the pieces end', () => {
  const whole = told([FILE])
  fc.assert(
    fc.property(fc.array(fc.nat(FILE.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), FILE.length]
      expect(told(places.slice(1).map((to, index) => FILE.slice(places[index], to)))).toEqual(whole)
    }),
  )
})

test('whatever is done to a file, it is read or stopped with a rule', () => {
  const change = fc.record({
    at: fc.nat(FILE.length),
    gone: fc.nat(20),
    put: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('<', '>', '&', '"', '<!--', ']]>'),
    ),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = changes.reduce(
        (file, { at, gone, put }) => file.slice(0, at) + put + file.slice(at + gone),
        FILE,
      )
      expect([null, 'dak_malformed', 'dak_cut_off']).toContain(told([text]).fault?.rule ?? null)
    }),
    { numRuns: 300 },
  )
})

test('a file that ends early is cut off, wherever that is', () => {
  const firstTag = FILE.indexOf('<d:Akt') + 1
  for (let end = firstTag; end < FILE.length; end += 1)
    expect(told([FILE.slice(0, end)]).fault?.rule).toBe('dak_cut_off')
})

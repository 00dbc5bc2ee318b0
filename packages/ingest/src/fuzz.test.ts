import { readFileSync } from 'node:fs'
import { Table, Utf8, tableToIPC, vectorFromArray } from 'apache-arrow'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { FEATHER_LZ4 } from './columnar/feather-sample.ts'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'
import { isUnusable } from './verdict.ts'

/** How many mutations of each format are tried; `npm test` is content with a few. */
const RUNS = z.coerce.number().int().min(1).default(4).parse(process.env.UTFALL_FUZZ_RUNS)

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement(
  { attendance: {}, costs: {}, reference: {}, memberships: {}, funding: {} },
  { association: { name: 'Föreningen', organisation_number: '802456-1234', assumed: false } },
)

const HEADERS = ['Datum', 'Aktivitet', 'Deltagare', 'Starttid', 'Minuter']
const ROWS = Array.from({ length: 12 }, (_, at) => [
  `2025-03-${10 + at}`,
  'kurs',
  `d${at % 5}`,
  '18:30',
  String(60 + at),
])
const PERSON = '<Deltagare id="1"><Handikapp>false</Handikapp><Naervarande>true</Naervarande></Deltagare>'
const SESSION = (day: number) =>
  `<Sammankomst Datum="2025-03-${day}" kod="${day}"><StartTid>18:00:00</StartTid><StoppTid>19:30:00</StoppTid><Aktivitet>kurs</Aktivitet><Lokal>A</Lokal><Typ>Traening</Typ><Metod>Add</Metod><DeltagarLista>${PERSON}</DeltagarLista><LedarLista/></Sammankomst>`

const inArrow = (form: 'file' | 'stream') =>
  tableToIPC(
    new Table(
      Object.fromEntries(
        HEADERS.map((name, at) => [
          name,
          vectorFromArray(
            ROWS.map((row) => row[at]),
            new Utf8(),
          ),
        ]),
      ),
    ),
    form,
  )

/** A good file of each format, by its source's folder and its name. */
const GOOD: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array | string>> = {
  'attendance/csv.csv': () => [HEADERS, ...ROWS].map((row) => row.join(';')).join('\r\n'),
  'attendance/quoted.csv': () =>
    [HEADERS, ...ROWS].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
  'attendance/wide.csv': () =>
    Buffer.from(`\ufeff${[HEADERS, ...ROWS].map((row) => row.join('\t')).join('\n')}`, 'utf16le'),
  'attendance/bok.xlsx': () => writeXlsx({ sheets: [{ name: 'Blad1', rows: [HEADERS, ...ROWS] }] }),
  'attendance/dak.xml': () =>
    `<?xml version="1.0" encoding="UTF-8"?><Aktivitetskort><Kommun kommunID="0163" version="2.2"><Foerening foereningsID="9" organisationsnummer="802456-1234"><Naervarokort NaervarokortNummer="1"><Aktivitet>kurs</Aktivitet><Lokal>A</Lokal><NamnPaaKort>K</NamnPaaKort><Sammankomster>${[10, 11, 12].map(SESSION).join('')}</Sammankomster></Naervarokort><DeltagarRegister><Deltagare id="1"><Foernamn>A</Foernamn><Efternamn>B</Efternamn><Personnummer>18900101-9802</Personnummer></Deltagare></DeltagarRegister><LedarRegister/></Foerening></Kommun></Aktivitetskort>`,
  'attendance/arrow.bin': () => inArrow('file'),
  'attendance/stream.bin': () => inArrow('stream'),
  'attendance/feather.bin': () => Buffer.from(FEATHER_LZ4, 'base64'),
  'attendance/parquet.bin': async () => {
    const file = trial.write('fuzz/fil.parquet', '')
    await trial.rows(
      `copy (select '2025-03-01' as datum, 'kurs' as aktivitet, 'd' || n as deltagare from range(50) t(n)) to '${file}' (format parquet)`,
    )
    return readFileSync(file)
  },
  'costs/bok.se': () =>
    '#FLAGGA 0\r\n#PROGRAM "Bok" 1\r\n#FORMAT PC8\r\n#SIETYP 4\r\n#RAR 0 20250101 20251231\r\n#KONTO 5010 "Hyra"\r\n#VER A 1 20250301 "Hyra mars"\r\n{\r\n#TRANS 5010 {6 "100"} 1000.50 20250301 "lokal"\r\n#TRANS 1930 {} -1000.50\r\n}\r\n',
  'reference/kolada.json': () =>
    '{"count":1,"values":[{"kpi":"N02797","municipality":"0163","period":2023,"values":[{"count":1,"gender":"T","status":"","value":6.1}]}]}',
  'reference/pxweb.json': () =>
    '{"columns":[{"code":"Region","text":"region","type":"d"},{"code":"Tid","text":"år","type":"t"},{"code":"BE0101N1","text":"Folkmängd","type":"c"}],"comments":[],"data":[{"key":["0163","2023"],"values":["76500"]},{"key":["0163","2024"],"values":[".."]}]}',
  'reference/json-stat.json': () =>
    '{"version":"2.0","class":"dataset","label":"Folkmängd","id":["Region","Tid"],"size":[2,2],"dimension":{"Region":{"label":"region","category":{"index":{"0163":0,"0484":1},"label":{"0163":"Sollentuna","0484":"Eskilstuna"}}},"Tid":{"label":"år","category":{"index":["2023","2024"]}}},"value":[76500,76900,107600,null],"extension":{"px":{"tableid":"BE0101"}}}',
  'memberships/scoutnet.json': () =>
    '{"data":{"3001":{"member_no":{"value":"3001"},"first_name":{"value":"Åsa"},"ssno":{"value":"18900101-9802"},"date_of_birth":{"value":"1890-01-01"},"sex":{"value":"Kvinna"},"confirmed_at":{"value":"2021-08-15"}},"3002":{"member_no":{"value":"3002"},"date_of_birth":{"value":"1990-02-03"}}},"labels":{"ssno":"Personnr"}}',
  'memberships/idrottonline.csv': () =>
    'Prova-på;Förnamn;Efternamn;Kön;IdrottsID;Födelsedat./Personnr.;LMA/Samordningsnr.;Medlemsnr.;Medlem sedan;Medlem t.o.m.;Målsman\r\n;Åsa;Ödman;Kvinna;IID1;18900101-9802;;1;2021-08-15;;\r\n',
  'funding/reskontra.csv': () =>
    'kopare_id,kopare,verifikationsnummer,leverantor,leverantor_id,konto_nr,konto_text,belopp,datum\n1,Kommunen,39,Föreningen,8024561234,7459,Bidrag,500.00,2025-03-31\n',
}

interface Mutation {
  readonly kind: 'cut' | 'change' | 'insert' | 'remove' | 'repeat' | 'swap'
  /** Parts of the file, 0–1. */
  readonly at: number
  readonly to: number
  readonly bytes: Uint8Array
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('cut', 'change', 'insert', 'remove', 'repeat', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  // Signs that mean something to one format or another, besides any byte.
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc
      .constantFrom(
        '"',
        '\0',
        '\r',
        '\n\n',
        ';;;;',
        '<',
        ']]>',
        '&x;',
        '<!DOCTYPE a>',
        '{',
        '}',
        '[',
        '-',
        '9e99',
        '\ufeff',
        '#VER',
        '=1+1',
      )
      .map((text) => Buffer.from(text)),
  ),
})

function mutated(content: Uint8Array, { kind, at, to, bytes }: Mutation): Buffer {
  const file = Buffer.from(content)
  const [from = 0, until = 0] = [at, to]
    .map((part) => Math.floor(part * file.length))
    .toSorted((a, b) => a - b)
  const [before, between, after] = [file.subarray(0, from), file.subarray(from, until), file.subarray(until)]
  switch (kind) {
    case 'cut':
      return before
    case 'change':
      return Buffer.concat([before, bytes, file.subarray(from + bytes.length)])
    case 'insert':
      return Buffer.concat([before, bytes, file.subarray(from)])
    case 'remove':
      return Buffer.concat([before, after])
    case 'repeat':
      return Buffer.concat([before, between, between, after])
    case 'swap':
      return Buffer.concat([after, between, before])
  }
}

test.each(Object.entries(GOOD))(
  '%s, however it is mutated, ends in a receipt whose rows add up',
  async (path, make) => {
    const content = Buffer.from(await make())
    expect(await trial.deliver(agreement, path, content, { dryRun: true })).toMatchObject({
      verdict: expect.stringMatching(/^approved/),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const { rows, faults, verdict } = await trial.deliver(
          agreement,
          path,
          mutations.reduce(mutated, content),
          { dryRun: true },
        )
        expect(rows.read).toBe(rows.new + rows.changed + rows.unchanged + rows.duplicate + rows.quarantined)
        const isStopped = faults.some(({ severity }) => severity === 'stop')
        expect(verdict === 'rejected').toBe(isStopped || isUnusable(rows))
      }),
      { numRuns: RUNS },
    )
  },
  60_000 + RUNS * 2000,
)

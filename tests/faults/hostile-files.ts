import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'

const MEBIBYTE = 1 << 20
const HEADER = 'Datum;Aktivitet;Minuter;Deltagare\n'
const row = (person: string) => `2025-01-14;hus;120;${person}\n`
export const GOOD_ROWS = 3
export const GOOD = HEADER + ['D1', 'D2', 'D3'].map(row).join('')

const DAK = '<?xml version="1.0"?><Aktivitetskort><Kommun kommunID="1" version="2.2">'
const LAUGHS = `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(99)}">${'bcdefgh'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`)
  .join('')}]>`
const SIE = '#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#RAR 0 20250101 20251231\n'

type Make = string | Uint8Array | ((path: string) => void | Promise<void>)

/** Path among the deliveries, how it is made, and the rule that stops it. */
const HOSTILE: readonly (readonly [path: string, make: Make, rule: string])[] = [
  ['narvaro/tom.csv', '', 'file_empty'],
  ['narvaro/bara-radslut.csv', '\n'.repeat(2 * MEBIBYTE), 'file_empty'],
  ['narvaro/nollor.csv', Buffer.alloc(8 * MEBIBYTE), 'file_empty'],
  ['narvaro/felsida.csv', '<!DOCTYPE html><html><body>500</body></html>', 'file_not_text'],
  ['narvaro/packad.csv', gzipSync(GOOD), 'file_not_text'],
  ['narvaro/nolltecken.csv', GOOD.replace('D2', 'D\0'), 'file_not_text'],
  ['narvaro/kolumner.csv', `${HEADER.trim()}${';k'.repeat(20_000)}\n${row('D1')}`, 'too_many_columns'],
  ['narvaro/bred.csv', `${HEADER.trim()}${';kolumn'.repeat(1_000_000)}\n${row('D1')}`, 'row_too_long'],
  ['narvaro/citattecken.csv', GOOD.replace('hus', '"hus') + row('D4').repeat(200_000), 'quote_not_closed'],
  ['narvaro/falt.csv', hugeField(`${HEADER}2025-01-14;hus;120;`, '\n'), 'row_too_long'],
  ['narvaro/citerat-falt.csv', hugeField(`${HEADER}2025-01-14;hus;120;"`, '"\n'), 'quote_not_closed'],
  ['narvaro/en-rad.csv', (HEADER + row('D1')).replaceAll('\n', ';').repeat(200_000), 'row_too_long'],
  ['narvaro/skratt.xml', `<?xml version="1.0"?>${LAUGHS}<Aktivitetskort>&h;</Aktivitetskort>`, 'dak_doctype'],
  ['narvaro/utifran.xml', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${DAK}&x;`, 'dak_doctype'],
  ['narvaro/avkortad.xml', DAK, 'dak_cut_off'],
  ['narvaro/djup.xml', DAK + '<a>'.repeat(MEBIBYTE), 'dak_malformed'],
  ['narvaro/attribut.xml', hugeField(`${DAK}<Foerening foereningsID="`, '"/>'), 'dak_malformed'],
  [
    'narvaro/text.xml',
    hugeField(`${DAK}<Foerening><Naervarokort><Aktivitet>`, '</Aktivitet>'),
    'dak_malformed',
  ],
  ['narvaro/bomb.xlsx', workbook('x'.repeat(64 * MEBIBYTE)), 'workbook_too_large'],
  ['narvaro/avkortat-blad.xlsx', workbook('<worksheet><sheetData><row r="1">'), 'workbook_damaged'],
  ['narvaro/last.xlsx', oleWith('EncryptedPackage'), 'workbook_encrypted'],
  ['narvaro/gammal.xlsx', oleWith('Workbook'), 'workbook_old'],
  [
    'narvaro/lang-beskrivning.arrow',
    statingTwoGibibytes('ARROW1\0\0\xff\xff\xff\xff', 'ARROW1'),
    'columnar_damaged',
  ],
  ['narvaro/langt-flode.arrow', statingTwoGibibytes('\xff\xff\xff\xff', ''), 'columnar_damaged'],
  ['narvaro/lang-sidfot.parquet', parquetFooterOfTwoGibibytes(), 'columnar_damaged'],
  ['narvaro/avkortad.parquet', (path) => damagedParquet(path, cutOff), 'columnar_damaged'],
  ['narvaro/overskriven.parquet', (path) => damagedParquet(path, overwritten), 'columnar_damaged'],
  ['narvaro/mapp.csv', (path) => mkdirSync(path), 'file_is_folder'],
  ['narvaro/ror.csv', (path) => execFileSync('mkfifo', [path]), 'file_is_device'],
  ['narvaro/enhet.csv', (path) => symlinkSync('/dev/zero', path), 'file_outside_folder'],
  ['narvaro/ut.csv', (path) => symlinkSync('/etc/passwd', path), 'file_outside_folder'],
  ['narvaro/slinga.csv', (path) => symlinkSync(path, path), 'file_missing'],
  ['bok/felsida.se', '<html><body>Internal Server Error</body></html>', 'file_not_text'],
  ['bok/falt.se', hugeField(`${SIE}#VER A 1 20250101 "`, '"\n'), 'row_too_long'],
  ['bok/avkortad.se', `${SIE}#VER A 1 20250101 "Hyra"\n{\n#TRANS 5010 {} 100\n`, 'sie_cut_off'],
]

/** Puts all of them among the deliveries. Returns the rule that stops each, by its path. */
export async function writeHostileFiles(deliveries: string): Promise<Map<string, string>> {
  for (const [name, make] of HOSTILE) {
    const path = join(deliveries, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof make === 'function') await make(path)
    else writeFileSync(path, make)
  }
  return new Map(HOSTILE.map(([name, , rule]) => [name, rule]))
}

/** A file with one field of 100 MiB between these texts. */
function hugeField(before: string, after: string): (path: string) => void {
  return (path) => {
    const file = openSync(path, 'w')
    writeSync(file, before)
    for (let written = 0; written < 100; written += 1) writeSync(file, Buffer.alloc(MEBIBYTE, 'A'))
    writeSync(file, after)
    closeSync(file)
  }
}

/** Columnar data whose first description is said to be two gibibytes long. */
function statingTwoGibibytes(before: string, after: string): Buffer {
  const parts = [before, '\xf0\xff\xff\x7f', '\0'.repeat(600), after]
  return Buffer.from(parts.join(''), 'latin1')
}

function parquetFooterOfTwoGibibytes(): Buffer {
  return Buffer.from(`PAR1${'\0'.repeat(600)}\xf0\xff\xff\x7fPAR1`, 'latin1')
}

async function damagedParquet(path: string, damage: (path: string, size: number) => void): Promise<void> {
  const database = await DuckDBInstance.create()
  const connection = await database.connect()
  await connection.run(
    `copy (select '2025-01-14' as Datum, 'hus' as Aktivitet, 120 as Minuter, 'D' || i as Deltagare from range(5000) rows (i))
     to '${path}' (format parquet)`,
  )
  connection.closeSync()
  database.closeSync()
  damage(path, readFileSync(path).length)
}

const cutOff = (path: string, size: number) => truncateSync(path, size - 40)

/** The rows, while the description at the end is whole. */
function overwritten(path: string, size: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(Math.floor(size / 2), 0xee), 0, undefined, 8)
  closeSync(file)
}

/** The container that Excel used before 2007, with the name of one thing in it. */
function oleWith(name: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
  ])
}

/** A workbook whose archive is whole, with this for its only sheet. */
function workbook(sheet: string): Buffer {
  const parts = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="Blad1" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  return archive(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })))
}

function archive(files: readonly { readonly name: string; readonly content: Buffer }[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed)
    list.push(Buffer.from('PK\x01\x02\x14\0'), common, entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(contents.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, contents, Buffer.from('PK\x05\x06'), end])
}

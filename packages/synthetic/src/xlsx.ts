import { crc32 } from 'node:zlib'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OPEN_XML = 'http://schemas.openxmlformats.org'
const OFFICE = 'application/vnd.openxmlformats'

/** A workbook with one sheet of texts, as little as Excel asks for. Nothing in it depends on the clock or on a compressor. */
export function xlsxBytes(sheet: string, rows: readonly (readonly string[])[]): Uint8Array {
  const table = rows.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('')
  const main = `${OPEN_XML}/spreadsheetml/2006/main`
  const relations = `${OPEN_XML}/officeDocument/2006/relationships`
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types"><Default Extension="rels" ContentType="${OFFICE}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OFFICE}-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relationship(`${relations}/officeDocument`, 'xl/workbook.xml'),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationship(`${relations}/worksheet`, 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}"><sheetData>${table}</sheetData></worksheet>`,
  })
}

function relationship(type: string, target: string): string {
  return `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`
}

function cellOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped}</t></is></c>`
}

/** A ZIP archive of stored files, dated 1 January 1980, where its calendar begins. */
function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = []
  const contents: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)]
    const about = aboutFile(path, data)
    const local = Buffer.concat([signature(0x04034b50), about, path, data])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    contents.push(signature(0x02014b50), Buffer.from([20, 0]), about, place, path)
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(contents)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, signature(0x06054b50), end])
}

/** What both the file's own header and the list of contents say of it, from the version that reads it to the length of extras. */
function aboutFile(path: Buffer, data: Buffer): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(0x21, 8)
  about.writeUInt32LE(crc32(data), 10)
  about.writeUInt32LE(data.length, 14)
  about.writeUInt32LE(data.length, 18)
  about.writeUInt16LE(path.length, 22)
  return about
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

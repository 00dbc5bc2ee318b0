import type { ReadingFault } from './reader.ts'

const KINDS: readonly { begins: readonly number[]; kind: string }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], kind: 'ZIP/XLSX' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], kind: 'XLS' },
  { begins: [0x25, 0x50, 0x44, 0x46], kind: 'PDF' },
  { begins: [0x1f, 0x8b], kind: 'gzip' },
  { begins: [0x89, 0x50, 0x4e, 0x47], kind: 'PNG' },
  { begins: [0xff, 0xd8, 0xff], kind: 'JPEG' },
]

/** What begins as text, but is no rows of cells; the first that fits. */
const OTHER_TEXT: readonly { begins: RegExp; kind: string }[] = [
  {
    begins:
      /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|script|meta|style|table|div)\b/i,
    kind: 'HTML',
  },
  { begins: /^<\?xml[^>]*>\s*<\?mso-application progid="Excel/i, kind: 'Excel 2003 (XML)' },
  { begins: /^<[?!a-z]/i, kind: 'XML' },
  { begins: /^\{\\rtf/, kind: 'RTF' },
  { begins: /^[{[]/, kind: 'JSON' },
]

/** Why a file cannot be delimited text, as far as its beginning tells; null when it may be. */
export function notText(head: Buffer): ReadingFault | null {
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => head[index] === byte))?.kind
  if (kind) return is(kind)
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\0', '')
    .trimStart()
  const said = text.replace(/^(?:\u00ff\u00fe|\u00fe\u00ff)/, '').trim()
  if (said === '') return { rule: 'file_empty', line: null }
  const other = OTHER_TEXT.find(({ begins }) => begins.test(said))?.kind
  if (other) return is(other)
  const wide = head[0] === 0xff || head[0] === 0xfe || evenlyZero(head)
  return !wide && head.includes(0) ? is('binär/binary') : null
}

const is = (kind: string): ReadingFault => ({ rule: 'file_not_text', line: null, detail: kind })

/** UTF-16 without a byte order mark: every other byte of plain text is zero. */
function evenlyZero(head: Buffer): boolean {
  const zeroes = head.filter((byte) => byte === 0).length
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length
  return zeroes > head.length / 4 && (odd === zeroes || odd === 0)
}

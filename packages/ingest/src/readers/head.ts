const KINDS: readonly { begins: readonly number[]; kind: string }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], kind: 'ZIP/XLSX' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], kind: 'XLS' },
  { begins: [0x25, 0x50, 0x44, 0x46], kind: 'PDF' },
  { begins: [0x1f, 0x8b], kind: 'gzip' },
  { begins: [0x89, 0x50, 0x4e, 0x47], kind: 'PNG' },
  { begins: [0xff, 0xd8, 0xff], kind: 'JPEG' },
]

/** Why a file cannot be delimited text, as far as its beginning tells; null when it may be. */
export function notText(head: Buffer): { rule: string; detail?: string } | null {
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => head[index] === byte))?.kind
  if (kind) return { rule: 'file_not_text', detail: kind }
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (text.replace(/^(?:\u00ff\u00fe|\u00fe\u00ff)/, '').trim() === '') return { rule: 'file_empty' }
  if (/^<(?:!doctype html|html|head|body|script)/i.test(text))
    return { rule: 'file_not_text', detail: 'HTML' }
  if (/^<\?xml/i.test(text)) return { rule: 'file_not_text', detail: 'XML' }
  if (/^[{[]/.test(text)) return { rule: 'file_not_text', detail: 'JSON' }
  const wide = head[0] === 0xff || head[0] === 0xfe || evenlyZero(head)
  if (!wide && head.includes(0)) return { rule: 'file_not_text', detail: 'binär/binary' }
  return null
}

/** UTF-16 without a byte order mark: every other byte of plain text is zero. */
function evenlyZero(head: Buffer): boolean {
  const zeroes = head.filter((byte) => byte === 0).length
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length
  return zeroes > head.length / 4 && (odd === zeroes || odd === 0)
}

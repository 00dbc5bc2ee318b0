import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { ArchiveDamaged } from './archive.ts'

/** Who is told of the elements of a document, by their local names. */
export interface XmlSink {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Characters without a tag. A cell of Excel holds 32 767 at most. */
const LONGEST = 1 << 20
/** Elements within each other. A sheet has eight. */
const DEEPEST = 64

/**
 * Reads the XML of a workbook's part and tells the sink, a piece at a time: after each the caller is asked. Only the
 * five entities of XML itself are known. Throws `ArchiveDamaged` where it is not well-formed, or ends before it is closed.
 */
export async function* parsed(pieces: AsyncIterable<Uint8Array>, sink: XmlSink): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sinceTag = 0
  let depth = 0
  parser.on('error', stop)
  parser.on('doctype', stop)
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    depth += 1
    if (depth > DEEPEST) stop()
    sink.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceTag = 0
    depth -= 1
    sink.close?.(localName(name))
  })
  if (sink.text) parser.on('text', sink.text)
  for await (const piece of pieces) {
    const text = decoded(decoder, piece)
    sinceTag += text.length
    parser.write(text)
    if (sinceTag > LONGEST) stop()
    yield
  }
  parser.write(decoded(decoder))
  parser.close()
}

/** Reads a part that is told in one go. */
export async function parseWhole(pieces: AsyncIterable<Uint8Array>, sink: XmlSink): Promise<void> {
  for await (const _ of parsed(pieces, sink));
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    return stop()
  }
}

function stop(): never {
  throw new ArchiveDamaged('Not well-formed XML')
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

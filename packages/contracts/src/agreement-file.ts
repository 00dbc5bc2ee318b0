import { LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { checkAgreement } from './agreement-checks.ts'
import { Agreement } from './agreement.ts'
import { closest, didYouMean } from './closest.ts'
import { EXIT_STATUS, ExpectedFault } from './fault.ts'
import type { Sentence } from './sentence.ts'
import { expectation, isMissing, knownKeys } from './zod-expectation.ts'

type Path = readonly (string | number)[]

/** One fault in agreement.yaml. Line and column count from 1. */
export interface AgreementFault {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Dotted path to the value. */
  readonly path: string
  readonly sentence: Sentence
  readonly expected: string
  readonly closest?: string
}

export type AgreementReading =
  | { readonly ok: true; readonly agreement: Agreement; readonly locate: (path: Path) => Place }
  | { readonly ok: false; readonly faults: readonly AgreementFault[] }

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Reads the text of one agreement.yaml. All faults are found, not only the first. */
export function readAgreement(text: string, file: string): AgreementReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map((error) => yamlFault(error, at(error.pos[0]))) }
  }
  const locate = (path: Path): Place => at(offsetOf(document, path))
  const parsed = Agreement.safeParse(document.toJS())
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.flatMap((issue) => schemaFaults(issue, document, at)) }
  }
  const faults = checkAgreement(parsed.data).map(({ path, ...fault }) => ({
    ...locate(path),
    path: path.join('.'),
    ...fault,
  }))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, agreement: parsed.data, locate }
}

/** The faults of one agreement.yaml as the error that a command ends with. */
export function agreementFault(faults: readonly AgreementFault[]): ExpectedFault {
  const text = (language: 'sv' | 'en') =>
    faults.map((each) => `${each.file}:${each.line}:${each.column} ${each.sentence[language]}`).join('\n')
  return new ExpectedFault('agreement', { sv: text('sv'), en: text('en') }, EXIT_STATUS.wrongUse)
}

function yamlFault(error: { message: string }, place: Place): AgreementFault {
  const what = error.message.split(/ at line |\n/)[0] ?? error.message
  return {
    ...place,
    path: '',
    expected: 'YAML',
    sentence: {
      sv: `Filen går inte att läsa som YAML (${what}). Rätta indrag, citattecken eller kolon på raden.`,
      en: `The file is not valid YAML (${what}). Mend indentation, quotes or colons on this line.`,
    },
  }
}

function schemaFaults(
  issue: z.core.$ZodIssue,
  document: Document,
  at: (offset: number) => Place,
): AgreementFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, path, document, at))
  }
  const name = path.join('.')
  const expected = expectation(issue)
  const given = document.getIn(path)
  const written = isNode(given) || given === undefined ? '' : String(given)
  const guess =
    issue.code === 'invalid_value' && written ? closest(written, issue.values.map(String)) : undefined
  const meant = didYouMean(guess)
  const sentence = isMissing(issue, given)
    ? {
        sv: `”${name}” saknas. Väntat: ${expected.sv}.`,
        en: `"${name}" is missing. Expected: ${expected.en}.`,
      }
    : {
        sv: `”${name}”${written && ` är ”${written}”`}. Väntat: ${expected.sv}.${meant.sv}`,
        en: `"${name}"${written && ` is "${written}"`}. Expected: ${expected.en}.${meant.en}`,
      }
  return [
    {
      ...at(offsetOf(document, path)),
      path: name,
      sentence,
      expected: expected.en,
      ...(guess && { closest: guess }),
    },
  ]
}

function unknownKey(
  key: string,
  path: Path,
  document: Document,
  at: (offset: number) => Place,
): AgreementFault {
  const known = knownKeys(Agreement, path)
  const guess = closest(key, known)
  const meant = didYouMean(guess)
  const where = path.length > 0 ? path.join('.') : 'agreement.yaml'
  const list = known.join(', ')
  return {
    ...at(keyOffset(document, path, key)),
    path: [...path, key].join('.'),
    expected: list,
    ...(guess && { closest: guess }),
    sentence: {
      sv: `”${key}” finns inte i ”${where}”. Väntat: ${list}.${meant.sv}`,
      en: `"${key}" is not known in "${where}". Expected: ${list}.${meant.en}`,
    },
  }
}

/** Where a value stands; for one that is missing, where its nearest parent does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: Path, key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  }
  return offsetOf(document, path)
}

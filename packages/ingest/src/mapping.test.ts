import { describe, expect, test } from 'vitest'
import { mapHeaders } from './mapping.ts'
import { trialAgreement } from './trial.ts'

function mapped(columns: Record<string, string>, ...headers: readonly string[]) {
  const [source] = trialAgreement({ attendance: { columns } }).sources
  if (source === undefined) throw new Error('The trial has no source')
  const { columns: read, unknown, repeated } = mapHeaders(source, headers)
  return { read: read.map(({ field, header }) => [header, field.name]), unknown, repeated }
}

describe('two columns that mean the same', () => {
  test('are both named', () => {
    expect(mapped({}, 'Datum', 'Deltagare', 'Personnummer')).toMatchObject({
      repeated: ['Deltagare/Personnummer'],
    })
  })

  test('are told apart by the source, whichever comes first', () => {
    const columns = { Personnummer: 'participant' }
    const told = { read: [['Personnummer', 'participant']], unknown: ['Deltagare'], repeated: [] }
    expect(mapped(columns, 'Deltagare', 'Personnummer')).toEqual(told)
    expect(mapped(columns, 'Personnummer', 'Deltagare')).toEqual(told)
  })

  test('are as if the source said nothing where its column is not in the file', () => {
    expect(mapped({ Personnummer: 'participant' }, 'Deltagare')).toMatchObject({
      read: [['Deltagare', 'participant']],
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATASETS, fieldOfHeader, foldHeader } from './datasets.ts'

describe('fieldOfHeader', () => {
  it.each([
    ['Datum', 'date'],
    ['FÖDELSE-ÅR', 'birth_year'],
    ['fodelsear', 'birth_year'],
    ['Start tid', 'start_time'],
    ['start_time', 'start_time'],
    ['Kön', 'gender'],
    ['Område', 'district'],
    ['Minuter', 'minutes'],
  ])('recognises %s as %s', (header, name) => {
    expect(fieldOfHeader(DATASETS.attendance, header)?.name).toBe(name)
  })

  it('recognises nothing in a header of another meaning', () => {
    expect(fieldOfHeader(DATASETS.attendance, 'Telefon')).toBeUndefined()
  })

  it.each(Object.values(DATASETS))('has no header in $name that names two fields', ({ fields }) => {
    const headers = fields.flatMap(({ name, swedish }) => [...new Set([name, ...swedish].map(foldHeader))])
    expect(headers.toSorted()).toStrictEqual([...new Set(headers)].toSorted())
  })

  it('does not mind case, space, hyphen, underscore or the form of accents', () => {
    const names = Object.values(DATASETS).flatMap(({ fields }) => fields.map(({ name }) => name))
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(' ', '-', '_', ''), (name, separator) => {
        const written = name.replaceAll('_', separator).toUpperCase().normalize('NFD')
        expect(foldHeader(written)).toBe(foldHeader(name))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { agreementFault, readAgreement } from './agreement-file.ts'

const MINIMAL = `id: sollentuna-prov
title: Prov
municipality: { code: "0163", name: Sollentuna kommun }
association: { name: Föreningen }
period: { start: 2025-03-01, end: 2028-02-29 }
activities:
  - id: motesplats
    name: Mötesplats
sources:
  - id: narvaro
    sender: Föreningen
    dataset: attendance
    files: narvaro/*.csv
    columns: { Dag: date }
`

const faultsOf = (text: string) => {
  const reading = readAgreement(text, 'agreement.yaml')
  if (reading.ok) throw new Error('expected faults')
  return reading.faults
}

const zoned = (name: string) =>
  readAgreement(`${MINIMAL}reporting: { timezone: ${name} }\n`, 'agreement.yaml')

describe('readAgreement', () => {
  it('knows the time zones there are', () => {
    for (const name of ['Europe/Helsinki', 'UTC']) expect(zoned(name).ok).toBe(true)
    for (const name of ['Mars/Phobos', '"+01:00"', '""']) {
      expect(zoned(name)).toMatchObject({
        faults: [
          { path: 'reporting.timezone', sentence: { sv: expect.stringContaining('Europe/Stockholm') } },
        ],
      })
    }
  })

  it('fills in what an agreement does not say', () => {
    const reading = readAgreement(MINIMAL, 'agreement.yaml')
    expect(reading).toMatchObject({
      ok: true,
      agreement: {
        reporting: { part_of_year: 'tertial', timezone: 'Europe/Stockholm' },
        disclosure: { threshold: 5, minimum_base: 10 },
        followup: { months: [3, 6, 12], window_days: 30 },
        costs: { shared: { basis: 'hours' }, grant_accounts: ['3987'] },
        sources: [{ replaces: 'rows' }],
      },
    })
  })

  it('places a value', () => {
    const reading = readAgreement(MINIMAL, 'agreement.yaml')
    expect(reading.ok && reading.locate(['sources', 0, 'dataset'])).toStrictEqual({
      file: 'agreement.yaml',
      line: 12,
      column: 14,
    })
  })

  it('names line, column, what was expected and what is closest for a wrong code', () => {
    expect(faultsOf(MINIMAL.replace('dataset: attendance', 'dataset: attendence'))).toMatchObject([
      {
        line: 12,
        column: 14,
        path: 'sources.0.dataset',
        closest: 'attendance',
        sentence: { sv: expect.stringContaining('Menade du ”attendance”?') },
      },
    ])
  })

  it('places an unknown key at the key itself', () => {
    expect(faultsOf(MINIMAL.replace('    sender:', '    sendr:'))).toContainEqual(
      expect.objectContaining({ line: 11, column: 5, path: 'sources.0.sendr', closest: 'sender' }),
    )
  })

  it('asks for quotes around a municipality code that YAML reads as a number', () => {
    expect(faultsOf(MINIMAL.replace('"0163"', '0163'))[0]?.sentence.sv).toContain('citattecken')
  })

  it('finds all faults at once', () => {
    const faults = faultsOf(
      MINIMAL.replace('title: Prov', 'titel: Prov')
        .replace('2025-03-01', '1 mars')
        .replace('"0163"', '"163"'),
    )
    expect(faults.map(({ path }) => path).sort()).toStrictEqual([
      'municipality.code',
      'period.start',
      'titel',
      'title',
    ])
  })

  it.each([
    ['an end before the start', '2028-02-29', '2024-02-29', 'period.end'],
    ['a field that the dataset has not', 'Dag: date', 'Dag: datee', 'sources.0.columns.Dag'],
    ['broken YAML', 'files: narvaro/*.csv', 'files: "narvaro', ''],
  ])('finds %s', (_, good, bad, path) => {
    expect(faultsOf(MINIMAL.replace(good, bad))[0]).toMatchObject({ path })
  })

  it.each([
    [
      'shared: { basis: fixed, shares: { motesplats: 1, motesplat: 3 } }',
      'shared.shares.motesplat',
      'motesplats',
    ],
    ['shared: { basis: fixed }', 'shared.basis', undefined],
    ['shared: { basis: fixed, shares: { motesplats: 0 } }', 'shared.shares', undefined],
    ['accounts: ["5010", "7999-4000"]', 'accounts.1', '4000-7999'],
    ['grant_accounts: ["3989-3980"]', 'grant_accounts.0', '3980-3989'],
  ])('finds in the terms of cost that %s leaves kronor out', (terms, path, closest) => {
    const [fault, ...more] = faultsOf(`${MINIMAL}costs:\n  ${terms}\n`)
    expect(more).toEqual([])
    expect(fault).toMatchObject({ line: 16, path: `costs.${path}` })
    expect(fault?.closest).toBe(closest)
  })

  it.each([
    ['2028-02-29', 3],
    ['2028-03-01', 4],
    ['2025-12-31', 1],
  ])('counts the years of an agreement to %s: %d', (end, last) => {
    const funded = (year: number) =>
      `${MINIMAL.replace('2028-02-29', end)}funding:\n  - { year: ${year}, amount: 1, source: municipality }\n`
    expect(readAgreement(funded(last), 'agreement.yaml').ok).toBe(true)
    expect(faultsOf(funded(last + 1))).toMatchObject([
      { line: 16, path: 'funding.0.year', closest: String(last) },
    ])
  })

  it('finds an id that stands twice', () => {
    const twice = MINIMAL.replace('sources:', '  - id: motesplats\n    name: Igen\nsources:')
    expect(faultsOf(twice)).toMatchObject([{ line: 9, path: 'activities.1.id' }])
  })

  it('becomes an error that ends the command with status 2 and shows the place', () => {
    const fault = agreementFault(faultsOf(MINIMAL.replace('title: Prov\n', '')))
    expect(fault.exitStatus).toBe(2)
    expect(fault.sentence.sv).toMatch(/^agreement\.yaml:1:1 ”title” saknas/)
  })
})

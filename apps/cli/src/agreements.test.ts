import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExpectedFault } from '@utfall/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chosenAgreements, loadAgreements } from './agreements.ts'

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'utfall-agreements-'))
})
afterEach(() => rmSync(data, { recursive: true }))

function write(folder: string, ...lines: readonly string[]): void {
  mkdirSync(join(data, 'agreements', folder), { recursive: true })
  const yaml = [
    'title: Huset',
    'municipality: { code: "0163", name: Sollentuna kommun }',
    'association: { name: Föreningen }',
    'period: { start: 2025-01-01, end: 2025-12-31 }',
    ...lines,
  ]
  writeFileSync(join(data, 'agreements', folder, 'agreement.yaml'), `${yaml.join('\n')}\n`)
}

const REGULARS = `/*
id: regulars
version: 1
kind: count
unit: people
counts: people
title: { sv: Stamgäster, en: Regulars }
definition: { sv: De som kommer ofta., en: Those who come often. }
numerator: { sv: De., en: Those. }
placed_by: { sv: Dagen., en: The day. }
better: higher
breakdowns: [total]
*/
select period_id, person, 'numerator' as role from participation join definition_value
on indicator = 'regulars' and parameter = 'least_visits' and visits >= value::integer`

function faultOf(work: () => unknown): ExpectedFault {
  try {
    work()
  } catch (error) {
    if (error instanceof ExpectedFault) return error
    throw error
  }
  throw new Error('no fault')
}

describe('loadAgreements', () => {
  test('reads every agreement with its deliveries, by id', () => {
    write('b', 'id: b')
    write('a', 'id: a')
    expect(loadAgreements(data, []).map(({ agreement, deliveries }) => [agreement.id, deliveries])).toEqual([
      ['a', join(data, 'agreements/a/deliveries')],
      ['b', join(data, 'agreements/b/deliveries')],
    ])
  })

  test('tells the faults of all files at once, each with its place', () => {
    write('a', 'id: b')
    write('c', 'id: c', 'gaols: []')
    const { sentence, exitStatus } = faultOf(() => loadAgreements(data, []))
    expect(exitStatus).toBe(2)
    expect(sentence.sv).toMatch(/a\/agreement\.yaml:5:5 Avtalet heter ”b” men mappen ”a”/)
    expect(sentence.sv).toMatch(/c\/agreement\.yaml:6:1 .*Menade du ”goals”\?/)
  })

  test('an indicator that nobody defined is a fault in goals and in definitions', () => {
    write(
      'a',
      'id: a',
      'goals: [{ id: g, text: Fler, indicators: [{ indicator: leavres }] }]',
      'definitions: { stayer: { version: 1 } }',
    )
    const { sentence } = faultOf(() => loadAgreements(data, ['leavers', 'stayers']))
    expect(sentence.en).toMatch(/:6:\d+ .*Did you mean "leavers"\?/)
    expect(sentence.en).toMatch(/:7:\d+ .*Did you mean "stayers"\?/)
  })

  test('a parameter that its indicator does not read is a fault, of own indicators too', () => {
    mkdirSync(join(data, 'indicators'))
    writeFileSync(join(data, 'indicators/regulars.sql'), REGULARS)
    const known = ['share_to_work_or_studies', 'leavers', 'regulars']
    const lines = [
      'definitions:',
      '  share_to_work_or_studies: { version: 1, parameters: { exclude_reasons: [moved] } }',
      '  leavers: { version: 1, parameters: { excluded_reasons: [moved] } }',
      '  regulars: { version: 1, parameters: { least_visit: 5 } }',
    ]
    write('a', 'id: a', ...lines)
    const { sentence } = faultOf(() => loadAgreements(data, known))
    expect(sentence.sv).toMatch(/:7:\d+ .*”exclude_reasons”.* Menade du ”excluded_reasons”\?/)
    expect(sentence.sv).toMatch(/:8:\d+ .*”leavers” läser ingen/)
    expect(sentence.sv).toMatch(/:9:\d+ .*Menade du ”least_visits”\?/)
    const mended = lines.map((line) =>
      line
        .replace('exclude_', 'excluded_')
        .replace('visit:', 'visits:')
        .replace(/(leavers: { version: 1).*/, '$1 }'),
    )
    write('a', 'id: a', ...mended)
    expect(loadAgreements(data, known)).toHaveLength(1)
  })

  test('a folder without agreements is a fault', () => {
    expect(faultOf(() => loadAgreements(data, [])).code).toBe('no_data_folder')
    mkdirSync(join(data, 'agreements'))
    expect(faultOf(() => loadAgreements(data, [])).code).toBe('no_agreements')
  })

  test('a file where the folder should be, and a folder where the file should be, are faults', () => {
    writeFileSync(join(data, 'agreements'), '')
    expect(faultOf(() => loadAgreements(data, [])).code).toBe('no_data_folder')
    rmSync(join(data, 'agreements'))
    mkdirSync(join(data, 'agreements/a/agreement.yaml'), { recursive: true })
    write('b', 'id: c')
    const { sentence, exitStatus } = faultOf(() => loadAgreements(data, []))
    expect(exitStatus).toBe(2)
    expect(sentence.sv).toMatch(/a\/agreement\.yaml:1:1 .*en mapp/)
    expect(sentence.sv).toMatch(/b\/agreement\.yaml:5:5/)
  })
})

test('chosenAgreements gives all, the one asked for, or a fault with the closest', () => {
  write('huset', 'id: huset')
  write('garden', 'id: garden')
  const all = loadAgreements(data, [])
  expect(chosenAgreements(all, undefined)).toEqual(all)
  expect(chosenAgreements(all, 'huset').map(({ agreement }) => agreement.id)).toEqual(['huset'])
  expect(faultOf(() => chosenAgreements(all, 'husen')).sentence.sv).toContain('Menade du ”huset”?')
})

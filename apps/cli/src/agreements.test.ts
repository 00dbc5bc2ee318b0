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

import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ headcount: {} })
const SOUND = 'datum;aktivitet;antal\n2025-03-01;kurs;3\n'

/** Makes something among the deliveries and takes in all that the source's glob finds; what came of that one. */
async function found(name: string, make: (path: string) => void) {
  const path = join(trial.deliveries, 'headcount', name)
  mkdirSync(dirname(path), { recursive: true })
  make(path)
  const receipts = await trial.run(agreement)
  return receipts.find(({ file }) => file === `headcount/${name}`)
}
const stopped = (rule: string) => ({ verdict: 'rejected', faults: [{ rule }] })

test.each([
  ['a folder', 'mapp.csv', 'file_is_folder', (path: string) => mkdirSync(path)],
  ['a pipe', 'ror.csv', 'file_is_device', (path: string) => execFileSync('mkfifo', [path])],
  ['a device', 'noll.csv', 'file_outside_folder', (path: string) => symlinkSync('/dev/zero', path)],
  ['a link to itself', 'slinga.csv', 'file_missing', (path: string) => symlinkSync(path, path)],
  ['a link to nothing', 'ingen.csv', 'file_missing', (path: string) => symlinkSync('ingenting', path)],
  [
    'a link out of the folder',
    'ut.csv',
    'file_outside_folder',
    (path: string) => symlinkSync(elsewhere(), path),
  ],
])('%s is stopped', async (_, name, rule, make) => {
  expect(await found(name, make)).toMatchObject(stopped(rule))
  expect(await trial.rows(`from delivery where file = 'headcount/${name}'`)).toEqual([])
})

test('what Excel leaves beside an open workbook is no delivery', async () => {
  expect(await found('~$2025-03.xlsx', (path) => writeFileSync(path, '\u0005Anna Analys'))).toBeUndefined()
})

test('a link within the folder is a file', async () => {
  trial.write('headcount/hit.csv', SOUND)
  expect(await found('dit.csv', (path) => symlinkSync('hit.csv', path))).toMatchObject({ rows: { read: 1 } })
})

test('what the analyst names may lie anywhere, but not be a device', async () => {
  const [sound, device] = await trial.run(agreement, { files: [elsewhere(), '/dev/zero'], dryRun: true })
  expect(sound).toMatchObject({ rows: { read: 1 } })
  expect(device).toMatchObject(stopped('file_is_device'))
})

test.each([
  ['<!DOCTYPE html><html>404</html>', 'file_not_text', 'HTML'],
  ['\n<table><tr><td>Datum</td></tr></table>', 'file_not_text', 'HTML'],
  ['<?xml version="1.0"?><schema/>', 'file_not_text', 'XML'],
  ['<svg xmlns="x"/>', 'file_not_text', 'XML'],
  ['{\\rtf1\\ansi Datum}', 'file_not_text', 'RTF'],
  ['PK\u0003\u0004', 'workbook_damaged', ''],
  [`PAR1${'x'.repeat(64)}PAR1`, 'columnar_damaged', ''],
  [`ARROW1\0\0${'x'.repeat(64)}`, 'columnar_damaged', ''],
])('what belongs to no source is called what it is: %j', async (content, rule, kind) => {
  const file = join(dirname(trial.deliveries), 'bokslut.se')
  writeFileSync(file, content)
  const two = trialAgreement({ headcount: {}, costs: {} })
  const [receipt] = await trial.run(two, { files: [file], dryRun: true })
  expect(receipt).toMatchObject(stopped(rule))
  expect(receipt?.faults[0]?.sentence.sv).toContain(kind)
})

test('a file that is written to while it is read is stopped, and leaves nothing', async () => {
  const file = trial.write('headcount/vaxer.csv', SOUND.replace('3', '4'))
  const before = await trial.rows('from headcount')
  const writing = setInterval(() => appendFileSync(file, '2025-03-02;kurs;5\n'), 1)
  const [receipt] = await trial.run(agreement, { files: [file] })
  clearInterval(writing)
  expect(receipt).toMatchObject(stopped('file_changed'))
  expect(await trial.rows('from headcount')).toEqual(before)
  expect(readdirSync(trial.home.receipts).filter((name) => name.endsWith('.part'))).toEqual([])
})

function elsewhere(): string {
  const file = join(dirname(trial.deliveries), 'annorstades.csv')
  writeFileSync(file, SOUND)
  return file
}

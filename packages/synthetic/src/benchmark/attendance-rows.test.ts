import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAgreement } from '@utfall/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDigit } from '../identity.ts'
import { writeAttendanceRows } from './attendance-rows.ts'

describe('writeAttendanceRows', () => {
  let folder = ''
  let yaml = ''
  let lines: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'utfall-rows-'))
    const file = join(folder, 'rows.csv')
    yaml = await writeAttendanceRows({ file, rows: 5000, people: 700, agreement: 'matning' })
    lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('writes that many rows by that many people', () => {
    expect(lines[0]).toBe('date,activity,participant,session,start_time,end_time')
    expect(lines).toHaveLength(5001)
    expect(new Set(lines.slice(1).map((line) => line.split(',')[2])).size).toBe(700)
  })

  it('has no one twice on a day', () => {
    const visits = lines.slice(1).map((line) => `${line.split(',')[0]} ${line.split(',')[2]}`)
    expect(new Set(visits).size).toBe(visits.length)
  })

  it('uses right check digits of people who would be over a hundred', () => {
    for (const line of lines.slice(1)) {
      const number = line.split(',')[2] ?? ''
      expect(number).toMatch(/^19(0\d|1[0-4])\d{4}9[6-9]\d\d$/)
      expect(checkDigit(number.slice(2, 11))).toBe(Number(number[11]))
    }
  })

  it('comes with an agreement that has its activities, and refuses more people than there are numbers', async () => {
    const reading = readAgreement(yaml, 'agreement.yaml')
    const activities = reading.ok ? reading.agreement.activities.map(({ id }) => id) : []
    const used = new Set(lines.slice(1).map((line) => line.split(',')[1]))
    expect(activities).toEqual([...used].toSorted())
    const tooMany = { file: join(folder, 'x.csv'), rows: 1, people: 300_000, agreement: 'x' }
    await expect(writeAttendanceRows(tooMany)).rejects.toThrow('there are numbers for 202686 people')
  })
})

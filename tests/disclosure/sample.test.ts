import { dirname } from 'node:path'
import { audit } from '@utfall/audit'
import type { AuditReport } from '@utfall/audit'
import { beforeAll, describe, expect, test } from 'vitest'
import { currentPublication } from '../pipeline/published-results.ts'
import { sampleRun } from '../pipeline/sample.ts'

const sample = await sampleRun()

describe('a hostile reader of the sample', () => {
  let report: AuditReport
  beforeAll(async () => {
    const folder = currentPublication(sample.home)
    report = await audit({ publications: dirname(folder), folder })
  })

  test('has hidden numbers to look for', () => {
    expect(report.hunted).toBeGreaterThan(1000)
  })

  test('finds figures that agree, in every form of the tables', () => {
    expect(report.contradictions).toEqual([])
    expect(report.leaks).toEqual([])
  })

  test('works out no hidden number, and tells none of them closer than four apart', () => {
    expect(report.broken).toEqual([])
  })
})

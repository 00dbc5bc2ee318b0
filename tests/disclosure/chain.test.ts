import { holds } from '@utfall/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../pipeline/seeded-random.ts'
import { startLivingWorld } from './living-world.ts'
import type { LivingWorld, Release, Stay, Visit } from './living-world.ts'

const seed = Number(process.env.UTFALL_CHAIN_SEED ?? 1)
const random = seededRandom(seed)
const anyOf = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[Math.floor(random() * values.length)] ?? values[0]

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const monthOf = (number: number) => `2025-${String(number).padStart(2, '0')}`
const people = Array.from({ length: 30 }, (_, at) => ({
  person: `P${at}`,
  gender: anyOf(['kvinna', 'kvinna', 'man', 'annat']),
  born: anyOf([2003, 2006, 2008, 2010]),
  /** The month of their first visit, and how many they stay. */
  from: 1 + Math.floor(random() * 9),
  months: 1 + Math.floor(random() * 5),
  reason: anyOf(['work', 'studies', 'dropped_out', 'unknown']),
}))

const visitsIn = (number: number): Visit[] =>
  people
    .filter(({ from, months }) => from <= number && number < from + months)
    .flatMap(({ person, gender, born }) =>
      [3, 17].map((day) => ({
        person,
        gender,
        born,
        date: `${monthOf(number)}-${String(day).padStart(2, '0')}`,
        activity: anyOf(['hus', 'hus', 'kurs']),
      })),
    )
const staysUpTo = (number: number): Stay[] =>
  people
    .filter(({ from }) => from <= number)
    .map(({ person, from, months, reason }) => {
      const hasLeft = from + months <= number
      return {
        person,
        start: `${monthOf(from)}-01`,
        end: hasLeft ? `${monthOf(from + months)}-01` : '',
        reason: hasLeft ? reason : '',
      }
    })

let world: LivingWorld
const releases: Release[] = []

/**
 * Ten publications in ten months, until the agreement is over. Every fourth month arrives in halves, every third
 * corrects an earlier one, and stays come every other.
 */
beforeAll(async () => {
  world = await startLivingWorld()
  const months = LAST_DAYS.map((_, at) => visitsIn(at + 1))
  const deliver = (number: number, visits: readonly Visit[]) => world.deliverMonth(monthOf(number), visits)
  for (const number of [1, 2]) await deliver(number, months[number - 1] ?? [])
  for (let number = 3; number <= 12; number += 1) {
    const all = months[number - 1] ?? []
    await deliver(number, number % 4 === 0 ? all.slice(0, all.length / 2) : all)
    if (number % 4 === 1) await deliver(number - 1, months[number - 2] ?? [])
    if (number % 3 === 0) await deliver(number - 2, (months[number - 3] ?? []).slice(2))
    if (number % 2 === 1) await world.deliverStays(staysUpTo(number), `${monthOf(number)}-28`)
    releases.push(await world.publish(`${monthOf(number)}-${LAST_DAYS[number - 1]}`))
  }
})
afterAll(() => world?.end())

const released = () => releases.filter((release) => release.released)

test('of ten publications with late and corrected deliveries each is attacked with all that were released before it', () => {
  expect(releases).toHaveLength(10)
  const attacks = releases.flatMap(({ report }, at) =>
    report === null
      ? []
      : [
          {
            used: report.earlier.length,
            before: releases.slice(0, at).filter((each) => each.released).length,
          },
        ],
  )
  expect(attacks.filter(({ used, before }) => used !== before)).toEqual([])
  expect(released().length).toBeGreaterThan(7)
})

test('none that is released gives a small number away, alone or with the others', () => {
  expect(released().filter(({ report }) => report === null || !holds(report))).toEqual([])
  expect(released().some(({ report }) => (report?.hunted ?? 0) > 100)).toBe(true)
})

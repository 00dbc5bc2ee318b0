import { describe, expect, test } from 'vitest'
import { holds } from './report.ts'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden, part } from './written-publication.ts'
import type { WrittenRow } from './written-publication.ts'

const trial = trialPublications()

const attack = (rows: readonly WrittenRow[]) => trial.attack({ rows })

const byGender = (women: WrittenRow): WrittenRow[] => [
  count('leavers', 20),
  women,
  hidden('leavers', gender('man')),
  hidden('leavers', gender('other')),
]

const stayers = (women: WrittenRow) => [
  count('stayers', 20),
  women,
  hidden('stayers', gender('man')),
  hidden('stayers', gender('other')),
]

const wrong = (men: WrittenRow) => [
  count('new_participants', 30),
  hidden('new_participants', gender('woman')),
  men,
  { ...count('new_participants', 4), ...gender('other') },
]

const withBothHidden = (all: number): WrittenRow[] => [
  count('leavers', all),
  hidden('leavers', gender('woman')),
  hidden('leavers', gender('man')),
  count('leavers', 0, gender('other')),
]

const noted = (note: string) => [
  { ...hidden('leavers', gender('man')), note },
  { ...hidden('leavers', gender('woman')), note: 'withheld_whole' },
]

describe('publications are joined', () => {
  test('what was shown once is known', async () => {
    trial.write({
      id: '2026-01-01',
      rows: byGender(count('leavers', 17, gender('woman'))),
    })
    const report = await attack(byGender(hidden('leavers', gender('woman'))))
    expect(report.earlier).toEqual(['2026-01-01'])
    expect(report.broken).toMatchObject([
      { category: 'man', least: 1, most: 2 },
      { category: 'other', least: 1, most: 2 },
    ])
  })

  test('and of no help when the figures have changed', async () => {
    trial.write({
      id: '2026-01-01',
      rows: byGender(count('leavers', 17, gender('woman'))),
    })
    const report = await attack([
      count('leavers', 30),
      hidden('leavers', gender('woman')),
      hidden('leavers', gender('man')),
      hidden('leavers', gender('other')),
    ])
    expect(report.broken.map(({ publications: of }) => of)).toEqual([['2026-01-01'], ['2026-01-01']])
  })

  test('and what contradicts itself is told apart, and nothing else', async () => {
    trial.write({
      id: '2026-01-01',
      rows: [
        ...stayers(count('stayers', 17, gender('woman'))),
        ...wrong(count('new_participants', 29, gender('man'))),
      ],
    })
    const report = await attack([
      ...stayers(hidden('stayers', gender('woman'))),
      ...wrong(hidden('new_participants', gender('man'))),
    ])
    expect(report.contradictions).toEqual([])
    expect(report.broken.map(({ indicator, category }) => `${indicator} ${category}`)).toEqual([
      'stayers man',
      'stayers other',
    ])
  })

  test('a later publication is not used against an earlier one', async () => {
    trial.write({
      id: '2026-03-01',
      rows: byGender(count('leavers', 17, gender('woman'))),
    })
    expect((await attack(byGender(hidden('leavers', gender('woman'))))).broken).toEqual([])
  })

  test('what was withheld before may have become nobody, and only the first time is it one at least', async () => {
    expect((await attack(withBothHidden(5))).broken).toMatchObject([
      { least: 1, most: 4 },
      { least: 1, most: 4 },
    ])
    trial.write({ id: '2026-01-01', rows: withBothHidden(12) })
    expect((await attack(withBothHidden(5))).broken).toEqual([])
  })

  test.each([
    [31, ['small_correction', 'small_correction']],
    [35, []],
  ])('a final count of 30 that becomes %i tells of the difference', async (now, kinds) => {
    trial.write({ id: '2026-01-01', rows: [count('leavers', 30)] })
    const report = await attack([count('leavers', now)])
    expect(report.leaks.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('what is protected holds', () => {
  test('where a second part is hidden that is large enough', async () => {
    const report = await attack([
      count('unique_participants', 315),
      count('unique_participants', 141, gender('woman')),
      hidden('unique_participants', gender('man')),
      count('unique_participants', 6, gender('unknown')),
      hidden('unique_participants', gender('other')),
    ])
    expect(report).toMatchObject({ broken: [], leaks: [], contradictions: [], hunted: 6 })
    expect(holds(report)).toBe(true)
  })

  test('and a hidden number that is surely large harms nobody', async () => {
    const report = await attack([
      count('leavers', 40),
      count('leavers', 15, gender('woman')),
      hidden('leavers', gender('man')),
    ])
    expect(report.broken).toEqual([])
  })
})

const leavers = (id: string, threshold: number, many: number) => ({
  id,
  threshold,
  rows: [count('leavers', many)],
})

describe('a single file leaks', () => {
  test.each([
    ['a number in a withheld row', { ...hidden('leavers'), numerator: 3 }, 'number_in_withheld_row'],
    ['trust in a withheld row', { ...hidden('leavers'), trust: 'good' }, 'trust_on_withheld_row'],
    ['a small count', count('leavers', 3), 'small_count_shown'],
    ['a small count beside', { ...count('leavers', 30), excluded: 2 }, 'small_count_shown'],
    [
      'a small rest when the unknown are taken from it',
      { indicator: 'share_to_work', value: 0.3, numerator: 12, denominator: 40, unknown: 25, excluded: 0 },
      'small_count_shown',
    ],
  ])('by %s', async (_, row, kind) => {
    expect((await attack([row])).leaks.map((leak) => leak.kind)).toContain(kind)
  })

  test('but not by a number that was shown before the threshold was raised above it', async () => {
    const kinds = async (publication: Parameters<typeof trial.attack>[0]) =>
      (await trial.attack(publication)).leaks.map(({ kind }) => kind)
    trial.write(leavers('2026-01-01', 5, 6))
    expect(await kinds(leavers('2026-02-01', 8, 6))).toEqual([])
    expect(await kinds(leavers('2026-03-01', 8, 7))).toContain('small_count_shown')
    expect(await kinds(leavers('2026-04-01', 8, 7))).toContain('small_count_shown')
  })

  test('by a note that only some withheld rows have', async () => {
    expect((await attack(noted(''))).leaks).toMatchObject([{ kind: 'note_on_withheld_row' }])
    expect((await attack(noted('withheld_whole'))).leaks).toEqual([])
  })

  test('by rows sorted by what they hide', async () => {
    const report = await attack([
      hidden('leavers', gender('man')),
      count('leavers', 8, gender('woman')),
      count('stayers', 9, gender('woman')),
      hidden('stayers', gender('man')),
    ])
    expect(report.leaks).toMatchObject([{ kind: 'order_tells' }])
  })
})

const visits = (many: number, man: WrittenRow): WrittenRow[] => [
  count('attendances', 168, man),
  ...([1, 2, 3] as const).map((third) => ({
    ...count('attendances', third === 3 ? many : 60, part(third)),
    ...man,
  })),
]

describe('numbers that contradict one another', () => {
  const contradictory = [
    count('leavers', 10),
    count('stayers', 10),
    count('enrolled_participants', 21),
    count('unique_participants', 9),
    count('unique_participants', 10, gender('woman')),
    hidden('unique_participants', gender('man')),
  ]

  test('are told, and nothing is proved from them', async () => {
    expect((await attack(contradictory)).contradictions).toHaveLength(2)
  })

  test('are none where a register was put right: a year has others in its groups than its parts had', async () => {
    expect((await attack(visits(48, gender('man')))).contradictions).toEqual([])
    expect((await attack(visits(72, gender('man')))).contradictions).toEqual([])
    expect((await attack(visits(72, {}))).contradictions).toHaveLength(1)
  })

  test('in an earlier publication are no fault of the one that is attacked', async () => {
    trial.write({ id: '2026-01-01', rows: contradictory })
    expect((await attack([count('leavers', 30)])).contradictions).toEqual([])
  })
})

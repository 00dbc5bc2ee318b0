import { describe, expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count, gender, hidden } from './written-publication.ts'
import type { WrittenRow } from './written-publication.ts'

const trial = trialPublications()

const attack = (rows: readonly WrittenRow[], sensitive: readonly string[] = []) =>
  trial.attack({ rows, sensitive })

describe('a sensitive outcome', () => {
  const FROM_NONE = 'share_from_none_to_work_or_studies'
  const sensitive = [FROM_NONE]
  const base = (denominator: number, numerator: number) => ({
    indicator: FROM_NONE,
    value: numerator / denominator,
    numerator,
    denominator,
  })

  test('is small up to nine, and must be open by nine', async () => {
    const rows = [
      base(60, 30),
      { ...base(28, 14), ...gender('woman') },
      hidden(FROM_NONE, gender('man')),
      hidden(FROM_NONE, gender('other')),
    ]
    expect((await attack(rows)).broken).toEqual([])
    const { broken } = await attack(
      [base(60, 30), { ...base(52, 26), ...gender('woman') }, hidden(FROM_NONE, gender('man'))],
      sensitive,
    )
    expect(broken.map(({ part, least, most, asked }) => [part, least, most, asked])).toEqual([
      ['numerator', 4, 4, 9],
      ['denominator', 8, 8, 9],
      ['complement', 4, 4, 9],
    ])
  })

  test.each([0, 40])('tells of a group by %i of its 40', async (numerator) => {
    const { leaks } = await attack([base(40, numerator)], sensitive)
    expect(leaks.map(({ kind }) => kind)).toContain('none_or_all_shown')
    expect((await attack([base(40, numerator)])).leaks).toEqual([])
  })

  test('tells of a group whose part is worked out to be none', async () => {
    const rows = [
      base(60, 30),
      { ...base(40, 30), ...gender('woman') },
      { indicator: FROM_NONE, status: 'suppressed', ...gender('man') },
      count('leavers', 60),
    ]
    const { broken } = await attack(rows, sensitive)
    expect(broken.map(({ part, category, most }) => [part, category, most])).toContainEqual([
      'numerator',
      'man',
      0,
    ])
  })
})

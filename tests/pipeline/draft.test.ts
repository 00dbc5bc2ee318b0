import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from './scratch.ts'
import { writeTinyAgreement } from './tiny-agreement.ts'
import { utfallHere } from './utfall-here.ts'

test('a draft is released just as it is, and counts as released only then', async () => {
  const [data, home] = [join(scratchFolder(), 'data'), join(scratchFolder(), 'home')]
  const at = ['--data', data, '--home', home, '--json'] as const
  const publish = async (...flags: readonly string[]) => {
    const { status, stdout } = await utfallHere('publish', ...flags, ...at)
    const { publication, error } = JSON.parse(stdout)
    return { status, code: error?.code, ...publication }
  }
  const namesIn = (folder: string) =>
    existsSync(join(home, folder))
      ? readdirSync(join(home, folder)).filter((name) => !name.startsWith('.'))
      : []
  writeTinyAgreement(data)
  await utfallHere('ingest', ...at)

  const draft = await publish('--draft', '--as-of', '2025-12-31', '--note', 'Till granskning')
  expect(draft).toMatchObject({ status: 0, draft: true, changed: true, asOf: '2025-12-31' })
  expect([namesIn('publications'), namesIn('drafts')]).toEqual([[], [draft.id]])
  expect(await publish('--release', 'another')).toMatchObject({ status: 2, code: 'no_draft' })
  expect(await publish('--release', draft.id, '--draft')).toMatchObject({ status: 2 })
  expect(JSON.parse((await utfallHere('publications', ...at)).stdout)).toEqual([
    expect.objectContaining({ id: draft.id, draft: true, current: false }),
  ])

  const { id, ...released } = await publish('--release', draft.id)
  expect(released).toMatchObject({ status: 0, draft: false, changed: true, asOf: '2025-12-31' })
  // an id ends with a hash of what the publication says
  expect(id.slice(-8)).toBe(draft.id.slice(-8))
  expect([namesIn('publications'), namesIn('drafts')]).toEqual([[id, 'current'], []])
})

import { readAgreement } from '@utfall/contracts'
import fc from 'fast-check'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answersTo } from './ask.ts'
import { main } from './main.ts'
import { NewAgreement, agreementYaml, idFrom } from './new-agreement.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-new-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FLAGS = {
  title: 'Öppna dörrar',
  association: 'Föreningen "Dörren"',
  municipality: 'Växjö kommun',
  code: '0780',
  start: '2026-01-01',
  end: '2028-12-31',
  amount: '900 000',
  activities: 'Mötesplats, Läxhjälp',
}

async function utfall(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await main([...args, '--data', folder, '--home', join(folder, 'home'), '--lang', 'sv'], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: {},
    cwd: () => folder,
  })
  return { status, out: out.join(''), err: err.join('') }
}
const flags = (answers: Partial<typeof FLAGS>) =>
  Object.entries(answers).flatMap(([name, answer]) => [`--${name}`, answer])

test('flags make an agreement that is read back without fault', async () => {
  expect(await utfall('agreements', 'new', ...flags(FLAGS))).toMatchObject({ status: 0 })
  const file = join(folder, 'agreements/vaxjo-oppna-dorrar/agreement.yaml')
  expect(existsSync(join(folder, 'agreements/vaxjo-oppna-dorrar/deliveries'))).toBe(true)
  const reading = readAgreement(readFileSync(file, 'utf8'), file)
  expect(reading).toMatchObject({
    ok: true,
    agreement: {
      association: { name: 'Föreningen "Dörren"' },
      activities: [{ id: 'motesplats' }, { id: 'laxhjalp', name: 'Läxhjälp' }],
      funding: [1, 2, 3].map((year) => ({ year, amount: 900_000 })),
    },
  })
  expect((await utfall('agreements')).out).toContain('vaxjo-oppna-dorrar')
})

test('an agreement that exists is left as it is', async () => {
  expect(await utfall('agreements', 'new', ...flags(FLAGS))).toMatchObject({ status: 2 })
})

test('an answer that is missing or wrong is named with its flag', async () => {
  const { code: _, ...rest } = FLAGS
  expect(await utfall('agreements', 'new', ...flags(rest))).toMatchObject({
    status: 2,
    err: expect.stringContaining('--code saknas'),
  })
  const backwards = await utfall(
    'agreements',
    'new',
    ...flags({ ...FLAGS, title: 'Annat', end: '2020-01-01' }),
  )
  expect(backwards).toMatchObject({ status: 2, err: expect.stringContaining('--end') })
})

test('questions are asked again until their answers will do, and only those without a flag', async () => {
  const typed = [
    '',
    'Dörren',
    'Växjö',
    '780',
    '0780',
    '1 mars 2026',
    '2026-03-01',
    '2026-02-28',
    '2029-02-28',
    '900 000 kr',
  ]
  const asked: string[] = []
  const said: string[] = []
  const answers = await answersTo(
    async (question) => {
      asked.push(question)
      return typed[asked.length - 1] ?? 'Kurs'
    },
    { language: 'sv', say: ({ sv }) => said.push(sv) },
    { title: 'Öppna dörrar' },
  )
  expect(answers).toMatchObject({
    association: 'Dörren',
    code: '0780',
    start: '2026-03-01',
    end: '2029-02-28',
    activities: 'Kurs',
  })
  expect(asked[0]).toBe('föreningens namn: ')
  expect(said.map((sentence) => sentence.slice(0, 21))).toEqual([
    'Väntat: föreningens n',
    'Väntat: kommunens kod',
    'Väntat: första dagen,',
    'Väntat: sista dagen, ',
  ])
  const reading = readAgreement(agreementYaml('x', NewAgreement.parse(answers)), 'agreement.yaml')
  expect(reading).toMatchObject({ ok: true, agreement: { funding: [{ amount: 900_000 }, {}, {}] } })
})

test('whatever the names are, what is written is read back', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(
      name,
      name,
      fc.array(name, { minLength: 1, maxLength: 4 }),
      (title, association, activities) => {
        const answers = {
          ...FLAGS,
          title,
          association,
          activities: activities.map((each) => each.replaceAll(',', ' ')).join(',') || 'A',
        }
        const reading = readAgreement(agreementYaml(idFrom(title), answers), 'agreement.yaml')
        expect(reading.ok || reading.faults).toBe(true)
        expect(reading.ok && reading.agreement.title).toBe(title)
      },
    ),
  )
})

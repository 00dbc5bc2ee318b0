import { expect, test, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { keepAnswers } from './kept-answers.ts'

const answer = (bytes: number, status = 200): Answer => ({
  status,
  headers: [],
  tag: String(bytes),
  body: new Uint8Array(),
  coded: new Map(),
  bytes,
})
const makerOf = (made: Answer) => vi.fn<() => Promise<Answer>>(() => Promise.resolve(made))

test('an answer is made once, also for those who ask while it is made', async () => {
  const answers = keepAnswers(800)
  const make = makerOf(answer(10))
  const [first, second] = await Promise.all([answers.take('/', make), answers.take('/', make)])
  expect(await answers.take('/', make)).toBe(first)
  expect(second).toBe(first)
  expect(make).toHaveBeenCalledTimes(1)
})

test('the answer longest unasked for makes way', async () => {
  const answers = keepAnswers(800)
  const paths = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  for (const path of paths) await answers.take(path, makerOf(answer(100)))
  await answers.take('a', makerOf(answer(100)))
  await answers.take('i', makerOf(answer(100)))
  const [again, anew] = [makerOf(answer(100)), makerOf(answer(100))]
  await answers.take('a', again)
  expect(again).not.toHaveBeenCalled()
  await answers.take('b', anew)
  expect(anew).toHaveBeenCalledTimes(1)
})

test.each([
  ['an answer that takes an eighth of the room and more', answer(101)],
  ['an answer that says something is missing', answer(10, 404)],
])('%s is not kept', async (_what, made) => {
  const answers = keepAnswers(800)
  const make = makerOf(made)
  await answers.take('/', make)
  await answers.take('/', make)
  expect(make).toHaveBeenCalledTimes(2)
})

test('what was under way when all was forgotten is not kept, and what failed is tried again', async () => {
  const answers = keepAnswers(800)
  const late = Promise.withResolvers<Answer>()
  const slow = answers.take('/', () => late.promise)
  answers.forget()
  late.resolve(answer(10))
  await slow
  const failing = vi.fn<() => Promise<Answer>>(() => Promise.reject(new Error('no')))
  await expect(answers.take('/', failing)).rejects.toThrow('no')
  const make = makerOf(answer(20))
  expect((await answers.take('/', make)).tag).toBe('20')
})

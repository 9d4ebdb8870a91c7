// What a page asks beside itself: of texts typed meanwhile the newest is asked, and nothing that was overtaken is shown.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Asked, Checking } from './checking.ts'
import type { Question } from './questions.ts'
import { Reading } from './reading.ts'

const asked: Question[] = []
const work = { ask: (question: Question) => void asked.push(question), end: () => undefined }
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve))
const textsAsked = () => asked.splice(0).map(({ question }) => ('text' in question ? question.text : undefined))

beforeEach(() => {
  asked.length = 0
})
afterEach(() => {
  vi.useRealTimers()
})

test('while one look is under way only the newest of the texts that are typed waits', async () => {
  const reading = new Reading()
  reading.writes('a')
  await settled()
  reading.start(work)
  await settled()
  for (const text of ['ab', 'abc', 'abcd']) reading.writes(text)
  await settled()
  expect(textsAsked()).toEqual(['a'])
  reading.hear({ is: 'done', of: 1 })
  expect(textsAsked()).toEqual(['abcd'])
  reading.hear({ is: 'done', of: 2 })
  expect(textsAsked()).toEqual([])
})

test('a change by the form is made to what was typed since, and two of them one after the other', async () => {
  const reading = new Reading()
  const got: string[] = []
  reading.givesTextsTo((text) => got.push(text))
  reading.start(work)
  reading.writes('a')
  await settled()
  reading.hear({ is: 'done', of: 1 })
  asked.length = 0
  const changes = [reading.change(['x'], '1'), reading.change(['y'], '2')]
  reading.writes('b')
  // The answer to the first is about “a”, which nobody has any more.
  reading.hear({ is: 'edited', of: 2, done: { text: 'a1' } })
  expect(got).toEqual([])
  reading.hear({ is: 'edited', of: 3, done: { text: 'b1' } })
  expect(got).toEqual(['b1'])
  reading.hear({ is: 'edited', of: 4, done: { text: 'b12' } })
  expect(got).toEqual(['b1', 'b12'])
  expect(await Promise.all(changes)).toEqual([true, true])
})

test('where nothing works beside the page it is said, and changes are refused rather than awaited', async () => {
  const reading = new Reading()
  reading.start(undefined)
  expect(reading.now().state).toBe('missing')
  expect(await reading.change(['x'], '1')).toBe(false)
  expect(await reading.lineOf(['x'])).toBeUndefined()
  const checking = new Checking()
  checking.start(undefined)
  expect(checking.now().isMissing).toBe(true)
})

test('a draft is checked when it rests; an answer about an earlier one is told as such, and the newest is asked next', () => {
  vi.useFakeTimers()
  const draft = (body: string): Asked => ({ texts: { body, cases: '' }, others: [], submitting: undefined, before: null })
  const totals = { findings: 0, beyond: 0, english: 0, advice: 0, cases: 0, failed: 0 }
  const checked = { findings: [], beyond: [], english: [], advice: [], cases: [], totals }
  const checking = new Checking()
  checking.start(work)
  for (const body of ['a', 'ab', 'abc']) {
    checking.asks(draft(body))
    vi.advanceTimersByTime(100)
  }
  expect(asked).toEqual([])
  vi.advanceTimersByTime(300)
  checking.asks(draft('abcd'))
  vi.advanceTimersByTime(5000)
  const bodies = () => asked.splice(0).map(({ question }) => ('texts' in question ? question.texts.body : undefined))
  expect(bodies()).toEqual(['abc'])
  checking.hear({ is: 'checked', of: 1, checked })
  expect(checking.now().of?.texts.body).toBe('abc')
  checking.hear({ is: 'done', of: 1 })
  vi.advanceTimersByTime(300)
  expect(bodies()).toEqual(['abcd'])
  checking.end()
})

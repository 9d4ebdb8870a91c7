import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { progressOf, setProgress } from './progress.ts'

test('a run that is done stays done while a repeat of its command is read; one that failed begins anew', () => {
  const [run, account] = [newId(), newId()]
  setProgress(run, account, 'failed', 3)
  setProgress(run, account, 'reading', 0)
  expect(progressOf(run, account).phase).toBe('reading')
  setProgress(run, account, 'done', 12)
  setProgress(run, account, 'reading', 7)
  expect(progressOf(run, account)).toEqual({ phase: 'done', done: 12, total: 12 })
})

// What every published kind said of names, types, values, readers and acts is kept in kinds.lock.json; a declaration that bends it fails
// here, with the way that is open. A kind that is new or grew is written there by `npm run kinds`.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { declared as ofRequests } from '../../requests/declared.ts'
import { declared as ofRounds } from '../../rounds/declared.ts'
import { type Lock, lockOf, whyNotNext } from './lock.ts'

const locks = JSON.parse(readFileSync(new URL('kinds.lock.json', import.meta.url), 'utf8')) as Record<string, Lock>
const all = [...ofRounds, ...ofRequests]

test('no kind bends records that are kept under what it said before', () => {
  const bent = all.flatMap((kind) => {
    const lock = locks[kind.name]
    return (lock ? whyNotNext(lock, kind) : ['is not locked: npm run kinds']).map((why) => `${kind.name}: ${why}`)
  })
  expect(bent).toEqual([])
})

test('what is locked is what is declared, and no kind is taken out', () => {
  expect(locks).toEqual(Object.fromEntries(all.map((kind) => [kind.name, JSON.parse(JSON.stringify(lockOf(kind)))])))
})

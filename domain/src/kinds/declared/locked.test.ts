// What every published kind said of names, types, values, readers and acts is kept in kinds.lock.json; a declaration that bends it fails
// here, with the way that is open. A kind that is new or grew is written there by `npm run kinds`.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { declared } from '../../declared.ts'
import { access } from '../../access/access.ts'
import { type Lock, lockOf, whyNotNext } from './lock.ts'
import { pageOfKinds } from './page.ts'

const locks = JSON.parse(readFileSync(new URL('kinds.lock.json', import.meta.url), 'utf8')) as Record<string, Lock>
const all = declared

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

test('the page of kinds says what is declared, with every act and who may do it', () => {
  const page = readFileSync(new URL('../../../../docs/kinds.md', import.meta.url), 'utf8')
  expect(page).toBe(pageOfKinds(all, access))
  for (const verb of Object.keys(access).filter((name) => all.some((kind) => name.startsWith(`${kind.name}.`))))
    expect(page).toContain(`| \`${verb.split('.')[2]}\` |`)
})

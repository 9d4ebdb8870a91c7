import { readFileSync } from 'node:fs'
import { access } from '@wangdi/domain/access/access.ts'
import { pageOfAccess } from '@wangdi/domain/access/page.ts'
import { expect, test } from 'vitest'
import { accessTold } from './access-told.ts'

const file = new URL('../../../docs/access.md', import.meta.url)

test('the page of access says who may do what today, how far and why: npm run access writes it', () => {
  expect(readFileSync(file, 'utf8')).toBe(pageOfAccess(access, accessTold()))
})

test('every verb with a row stands on the page with what it does, and why nobody else may unless it answers anybody', () => {
  const told = accessTold()
  const page = readFileSync(file, 'utf8')
  expect(Object.keys(access).filter((verb) => !page.includes(`| \`${verb}\` |`))).toEqual([])
  expect(Object.keys(access).filter((verb) => !told.get(verb)?.words.zh || !told.get(verb)?.why)).toEqual([])
})

test('a widened right changes its line and no other', () => {
  const told = accessTold()
  const before = pageOfAccess(access, told).split('\n')
  const widened = {
    ...access,
    'requests.errand.export': { ...access['requests.errand.export'], 'street-officer': 'area' as const },
  }
  const after = pageOfAccess(widened, told).split('\n')
  const changed = after.filter((line, at) => line !== before[at])
  expect(changed).toHaveLength(1)
  expect(changed[0]).toContain('requests.errand.export')
})

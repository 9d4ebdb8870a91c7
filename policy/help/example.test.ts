import { expect, test } from 'vitest'
import { checkDraft } from '../engine/library/draft.ts'
import { housePacks } from '../test/packs.ts'
import { exampleBody, exampleCases, exampleParts } from './example.ts'

const checked = checkDraft(
  { body: exampleBody, cases: exampleCases },
  housePacks().files.map(({ pack }) => pack),
)

test('the example of the help page is a notice without a fault, and its cases try every rule and every edge', () => {
  const { findings, beyond, advice, cases } = checked
  expect({ findings, beyond, advice }).toEqual({ findings: [], beyond: [], advice: [] })
  expect(cases.length).toBeGreaterThan(10)
})

test('every part says in two languages what it is for', () => {
  for (const { title, lead } of exampleParts)
    for (const { zh, en } of [title, ...lead]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
      expect(en.length).toBeGreaterThan(10)
    }
})

import { expect, test } from 'vitest'
import { checkDraft } from '../engine/library/draft.ts'
import { fieldsOf } from '../engine/library/form/fields.ts'
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

test('what may stand in each part is told in words, and every word the example uses is among it', () => {
  for (const { at, text } of exampleParts) {
    const fields = at.flatMap((keys) => fieldsOf(keys))
    expect(fields.filter(({ words, means }) => words.zh === '' || means.zh === '' || means.en === '')).toEqual([])
    const used = [...text.matchAll(/^ {4}([a-z_]+):|^ {2}- (id):/gm)].flatMap(([, key, id]) => key ?? id ?? [])
    const known = [...fields.map(({ key }) => key), 'axes', 'list', 'id']
    if (at.length === 1 && at[0]?.length) expect(used.filter((key) => !known.includes(key))).toEqual([])
  }
})

import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkDraft } from '../engine/library/draft.ts'
import { rulesOf } from '../engine/pack/located.ts'
import type { Pack } from '../engine/pack/schema.ts'
import { housePacks } from '../test/packs.ts'
import { readFileSync } from 'node:fs'
import { copyOf } from './copying.ts'
import { beginWith, idForNew, templates } from './templates.ts'

const { files } = housePacks()
const all = files.map(({ pack }) => pack)
const known = { id: 'heat-2026-41', place: '41', subject: 'heat', from: '2026-11-17' }
const check = (body: string) => checkDraft({ body, cases: '' }, all)

describe.each(templates)('the template $id', (template) => {
  const text = beginWith(template, known)

  test('names each of its blanks at its line, and nothing else is wrong with it', () => {
    const marked = text.split('\n').flatMap((line, nth) => (line.startsWith('#') || !line.includes('【填') ? [] : [nth + 1]))
    const { findings, pack } = check(text)
    expect(findings.map(({ code, line }) => [code, line])).toEqual(marked.map((line) => ['blank.left', line]))
    expect(findings[0]?.text).toEqual({ zh: '还没填：文件全称', en: 'still to be filled in: 文件全称' })
    expect(pack?.id).toBe(known.id)
  })

  test('passes the check of packs when its blanks are filled, and says what English is missing', () => {
    let nth = 0
    const filled = text.replaceAll(/【填[^】]*】/g, () => `填好的第${(nth += 1)}处`)
    const { findings, beyond, english } = check(filled)
    expect([...findings, ...beyond]).toEqual([])
    const lines = filled.split('\n').flatMap((line, at) => (/\{ (id: \w+, words: \{ )?zh: /.test(line) ? [at + 1] : []))
    expect(english.map(({ line }) => line)).toEqual(lines)
  })
})

test('whoever begins for the whole country begins with a pack too', () => {
  for (const template of templates.filter(({ below }) => !below)) {
    const { findings } = check(beginWith(template, { ...known, place: '' }))
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['blank.left']))
  }
})

test('a new pack has an id that no other has', () => {
  const about = { subject: 'dengue', place: '41', from: '2026-11-17' }
  expect(idForNew(about, [])).toBe('dengue-2026-41')
  expect(idForNew(about, ['dengue-2026-41', 'dengue-2026-41-2'])).toBe('dengue-2026-41-3')
  expect(idForNew({ ...about, place: '' }, ['x'])).toBe('dengue-2026')
})

test.each(['henan-2020', 'area-zones'])(
  'the pack %s begun anew as another one keeps its comments and takes no name twice',
  (name) => {
    const body = readFileSync(new URL(`../packs/${name}/pack.yaml`, import.meta.url), 'utf8')
    const begun = copyOf(body, { id: 'mine-2026', place: '41', from: '2026-11-17' })
    const [before, now] = [body, begun].map((text) => parse(text) as Pack) as [Pack, Pack]
    expect(now).toMatchObject({ id: 'mine-2026', version: 1, place: '41', from: '2026-11-17', is: before.is })
    const ids = (pack: Pack) => rulesOf(pack).map(({ rule }) => rule.id)
    expect(new Set(ids(now)).size).toBe(ids(before).length)
    expect(ids(now).filter((id) => ids(before).includes(id))).toEqual([])
    const comments = (text: string) => text.split('\n').filter((line) => line.trim().startsWith('#'))
    expect(comments(begun)).toEqual(comments(body))
  },
)

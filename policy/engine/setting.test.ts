import { describe, expect, test } from 'vitest'
import { housePacks } from '../test/packs.ts'
import type { Facts } from '../vocabulary.ts'
import { readChosen, writeChosen } from './settings/chosen.ts'
import { readFacts } from './facts.ts'
import { checkPack } from './pack/check.ts'
import { rhythmWords } from './pack/rhythm.ts'
import type { Pack } from './pack/schema.ts'
import { planFor } from './plan.ts'
import { findNumber, listChoosable, rhythmBy } from './setting.ts'
import { idleSettings, unknownSettings } from './settings/choosable.ts'

const { packs, files } = housePacks()
const place = '410105001003'
const day = '2026-11-30'
const said: Facts = { 'community.kind': 'urban', 'elder-care.site': 'no' }
const knocking = (facts: Facts) => {
  const found = planFor(packs, { ...said, ...facts }, place, day).measures.find(({ id }) => id === 'door-knock')
  return found && { rhythm: rhythmWords(found.how_often).zh, figure: found.figure }
}

describe('a number that no clause gives', () => {
  test('is proposed by us, and the county chooses another within the bounds: the plan follows', () => {
    expect(knocking({})).toMatchObject({ rhythm: '每 30 天 1 次', figure: { value: 30, proposed: 30, certain: false } })
    expect(knocking({ settings: 'rounds.month=20' })).toMatchObject({
      rhythm: '每 20 天 1 次',
      figure: { value: 20, proposed: 30, bounds: { at_least: 7, at_most: 60 } },
    })
  })

  test('is how often a day something is done, too, and without any number it is done whenever it happens', () => {
    const calling = (facts: Facts) => {
      const found = planFor(packs, { ...said, ...facts }, place, day).measures.find(({ id }) => id === 'direct-line')
      return found && { rhythm: found.how_often, figure: found.figure?.value }
    }
    expect(calling({})).toEqual({ rhythm: { kind: 'per-day', times: 1 }, figure: 1 })
    expect(calling({ settings: 'people.day=3' })).toEqual({ rhythm: { kind: 'per-day', times: 3 }, figure: 3 })
    expect(calling({ settings: 'people.day=9' })).toEqual({ rhythm: { kind: 'per-day', times: 1 }, figure: 1 })
    const named = { kind: 'per-day', times: { setting: 'people.day' } } as const
    expect(rhythmBy(named, () => undefined)).toEqual({ how_often: { kind: 'on-change' }, figure: null })
    expect(listChoosable(packs, {}, place, day).find(({ name }) => name === 'rounds.day')).toMatchObject({
      ...{ value: 1, bounds: { at_least: 1, at_most: 4 } },
      unit: { zh: '次' },
    })
  })

  test('outside the bounds counts for nothing, nor does one that the rules do not leave open', () => {
    expect(knocking({ settings: 'rounds.month=61' })).toMatchObject({ rhythm: '每 30 天 1 次' })
    expect(findNumber(packs, 'checks.per-day', place, day, { settings: 'checks.per-day=1' })).toMatchObject({
      value: 2,
      bounds: null,
    })
  })

  test('is listed with all others of its kind, each with what it is for', () => {
    const all = listChoosable(packs, { settings: 'rounds.month=20' }, place, day)
    expect(all.length).toBeGreaterThan(15)
    expect(all.every(({ bounds, note, certain }) => bounds && note && !certain)).toBe(true)
    expect(all.find(({ name }) => name === 'rounds.month')).toMatchObject({ value: 20, proposed: 30 })
  })

  test('is read from one text and written to it', () => {
    const chosen = readChosen('rounds.week=5, notices.week=3')
    expect(chosen && writeChosen(chosen)).toBe('notices.week=3,rounds.week=5')
    expect(readChosen('rounds.week=soon')).toBeUndefined()
    expect(readFacts({ settings: 'rounds.week' }).problems).toHaveLength(1)
  })
})

describe('a pack with a setting', () => {
  const house = files.find(({ pack }) => pack.is === 'settings')?.pack as Pack
  const codes = (raw: unknown) => checkPack({ file: 'f', raw }).findings.map(({ code }) => code)
  const with_ = (more: object) => ({ ...house, settings: [{ ...house.settings?.[0], ...more }] })

  test('is refused where the number lies outside its bounds, or a document gives it', () => {
    expect(codes(with_({}))).toEqual([])
    expect(codes(with_({ value: 99 }))).toEqual(['setting.bounds'])
    const notice = { document: '某通知', section: '一' }
    expect(codes(with_({ source: notice, note: undefined }))).toEqual(['setting.fixed'])
  })

  test('stands in a document where somebody says which range the document leaves to the county', () => {
    const note = { zh: '通知写明由县在范围内定', en: 'the notice lets the county choose within a range' }
    expect(codes(with_({ source: { document: '某通知', section: '一' }, note }))).toEqual([])
  })

  test('is found where a rhythm names one that nobody holds', () => {
    const others = files.filter(({ pack }) => pack.is !== 'settings')
    const found = unknownSettings(others)
    for (const id of ['door-knock', 'direct-line']) expect(found.some(({ rule }) => rule === id)).toBe(true)
    expect(unknownSettings(files)).toEqual([])
  })

  test('is found where a county may choose it and no measure goes by it', () => {
    const idle = { ...house, id: 'idle', settings: [{ ...house.settings?.[0], id: 'idle', name: 'idle.days' }] } as Pack
    const found = idleSettings([...files, { file: 'idle', pack: idle }])
    expect(found.map(({ rule, code }) => [rule, code])).toEqual([['idle', 'setting.idle']])
    expect(idleSettings(files)).toEqual([])
  })
})

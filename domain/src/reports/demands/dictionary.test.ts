import { roles } from '@wangdi/policy/vocabulary.ts'
import { expect, test } from 'vitest'
import { keyGroups } from '../../people/key-group.ts'
import { reportLines } from '../daily-report.ts'
import { dictionary } from './dictionary.ts'
import { records } from './records.ts'
import { sensitivities } from './sensitivity.ts'

test('each item of the dictionary has one collector, one point, purpose, legal ground, keeping time and sensitivity [R-2020B-29]', () => {
  expect(dictionary.size).toBeGreaterThan(60)
  for (const [name, item] of [...dictionary, ...Object.entries(records)]) {
    expect(item.collector in roles, name).toBe(true)
    for (const said of [item.point, item.purpose, item.keep, item.words]) {
      expect(said.zh.trim(), name).not.toBe('')
      expect(said.en.trim(), name).not.toBe('')
    }
    expect(item.ground.trim(), name).not.toBe('')
    expect(item.sensitivity.length, name).toBeGreaterThan(0)
    for (const one of item.sensitivity) expect(one in sensitivities, name).toBe(true)
  }
})

test('every line of the report and every key group is an item, so that nobody asks for it again', () => {
  for (const line of Object.keys(reportLines)) expect(dictionary.get(`line.${line}`)?.answers, line).toBe(true)
  for (const group of Object.keys(keyGroups)) expect(dictionary.get(`key-group.${group}`)?.answers, group).toBe(true)
})

test('identity numbers, health and journeys are marked as sensitive and never answered as a list', () => {
  const sensitive = (name: string) => dictionary.get(name)?.sensitivity.some((one) => sensitivities[one].sensitive)
  for (const name of ['field.documentNumber', 'field.illness', 'field.doses', 'field.origin', 'record.observation.readings']) {
    expect(sensitive(name), name).toBe(true)
    expect(dictionary.get(name)?.answers, name).toBe(false)
  }
})

import { expect, test } from 'vitest'
import type { Page } from '../page.ts'
import { currentOf, menuOf } from './areas.ts'

const page = (path: string, area: Page['area'], verb: string, order = 0): Page => ({
  subject: 'x',
  path,
  label: { zh: path, en: path },
  ...(area && { area }),
  order,
  verb,
  words: () => Promise.reject(new Error('not asked')),
  load: () => Promise.reject(new Error('not asked')),
})

test('the menu has the areas in their order and only pages whose verb the session has', () => {
  const pages = [
    page('/accounts', 'organisation', 'staff.list'),
    page('/building', 'monitoring', 'rounds.read', 20),
    page('/rounds', 'monitoring', 'rounds.read', 10),
    page('/observation', 'monitoring', 'observation.read', 30),
    page('/plan', 'today', 'plan.read'),
    page('/people/$id', undefined, 'plan.read'),
  ]
  const menu = menuOf(pages, { 'plan.read': 'area', 'rounds.read': 'area', 'staff.list': 'own' })
  expect(menu.map((entry) => [entry.area.name, entry.pages.map((one) => one.path)])).toEqual([
    ['today', ['/plan']],
    ['monitoring', ['/rounds', '/building']],
    ['organisation', ['/accounts']],
  ])
})

test('a session that may do nothing has an empty menu', () => {
  expect(menuOf([page('/plan', 'today', 'plan.read')], {})).toEqual([])
})

test('a detail belongs to the nearest page of the menu', () => {
  const pages = [page('/observation', 'monitoring', 'a'), page('/observation/alerts', 'monitoring', 'b')]
  expect(['/observation', '/observation/7', '/observation/alerts', '/plan'].map((path) => currentOf(pages, path))).toEqual([
    '/observation',
    '/observation',
    '/observation/alerts',
    undefined,
  ])
})

import { expect, test } from 'vitest'
import { treeOf } from './tree.ts'

test('places stand below the nearest place that they lie in, and no place is lost', () => {
  const places = [
    { code: '410105', name: '金水区' },
    { code: '410105001', name: '街道' },
    { code: '410105001003', name: '社区' },
    { code: '410105002001', name: '别处的社区' },
  ]
  const [county, ...others] = treeOf(places)
  expect(others).toEqual([])
  expect(county?.children.map(({ title }) => title)).toEqual(['街道', '别处的社区'])
  expect(county?.children[0]?.children.map(({ title }) => title)).toEqual(['社区'])
  expect(treeOf(places.slice(2)).map(({ title }) => title)).toEqual(['社区', '别处的社区'])
})

import { describe, expect, test } from 'vitest'
import { runCase, unreached } from './engine/pack/cases/cases.ts'
import { edgesWithoutCase } from './engine/pack/coverage.ts'
import { accountRows, catalogueOf } from './engine/pack/rows.ts'
import { catalogue, housePacks } from './test/packs.ts'

const { packs, files, findings } = housePacks()

test('every pack of the house passes its checks', () => {
  expect(findings).toEqual([])
})

describe.each(files)('$pack.id', ({ pack, cases, leftOut }) => {
  const results = cases.map((asked) => runCase(packs, asked))

  test.each(results)('$name.en', ({ differences }) => {
    expect(differences).toEqual([])
  })

  test('every rule is reached by a case', () => {
    expect(unreached(pack, results)).toEqual([])
  })

  test('a case stands on both sides of every date', () => {
    expect(edgesWithoutCase(pack, cases)).toEqual([])
  })

  test('every clause of the document is carried by a rule, or left to a function by name', () => {
    expect(accountRows(catalogueOf(catalogue, pack), [{ pack, leftOut }]).missing).toEqual([])
  })
})

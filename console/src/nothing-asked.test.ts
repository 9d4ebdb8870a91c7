// An empty list does not say that everything is done: 0 of 0 is nothing asked.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
// Said only after the whole was asked for: what there was is more than nothing, or a person ticked it off one by one.
const afterTheWhole = new Set([
  '每个人都交代好了',
  '异常都处置了',
  '都做完了',
  '都送到了',
  '都销号了',
  '读到的行都到哪去了',
  '都走到了',
  '今天的都做完了',
  '今天的都去过了，{{n}} 户没见到，改天再去',
])

test('no word for an empty list claims that all was done, but those that stand behind a question for the whole', () => {
  const claims = globSync('{console,field,ui}/src/**/*.{words,zh}.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/'([^'\n]*都[^'，。：\n]{0,5}了[^'\n]*)'/g)].flatMap(
      ([, text = '']) => (afterTheWhole.has(text) ? [] : [`${file}: ${text}`]),
    ),
  )
  expect(claims).toEqual([])
})

import { expect, test } from 'vitest'
import { fieldsOf } from './fields.ts'
import { wordsOfField } from './fields.words.ts'
import { wordsOfChoice } from './choices.words.ts'
import { alternativesOf, keysOf, nodeOf, valuesOf } from './schema-nodes.ts'

/** Every key of the schema, by the keys that lead there. */
function allKeys(keys: readonly string[] = []): string[][] {
  return keysOf(nodeOf(keys)).flatMap((key) => [[...keys, key], ...allKeys([...keys, key])])
}

test('every key of the form of packs has a name and a sentence in both languages', () => {
  const nameless = allKeys().filter((keys) => {
    const said = wordsOfField(keys)
    return !said || [said.words, said.means].some(({ zh, en }) => zh === '' || en === '')
  })
  expect(nameless.map((keys) => keys.join('.'))).toEqual([])
})

test('every value that the form allows has words in both languages', () => {
  const bare = allKeys().flatMap((keys) =>
    valuesOf(nodeOf(keys)).flatMap((value) => (wordsOfChoice(keys, value) ? [] : [`${keys.join('.')} ${value}`])),
  )
  expect(bare).toEqual([])
})

test('each part is filled in by fields that its schema gives', () => {
  const controls = (...keys: string[]) => Object.fromEntries(fieldsOf(keys).map(({ key, control }) => [key, control.is]))
  expect(controls('measures')).toEqual({
    ...{ id: 'text', when: 'when', place: 'names', from: 'day', until: 'day', source: 'group', rows: 'names', differs: 'words' },
    ...{ aspect: 'choice', strength: 'choice', text: 'words', who: 'choices', how_often: 'one-of', evidence: 'choices' },
    ...{ allows: 'choices', facilities: 'group', yields_to: 'names' },
  })
  expect(controls('tiers', 'list')).toMatchObject({ on: 'given-by', name: 'words', level: 'names' })
  expect(controls('terms')).toMatchObject({ kinds: 'choices', phases: 'entries', certain: 'yes-no', release: 'entries' })
  expect(fieldsOf(['measures', 'how_often'], { kind: 'every-days' }).map(({ key, control }) => [key, control.is])).toEqual([
    ['kind', 'choice'],
    ['days', 'number-or-setting'],
  ])
  expect(fieldsOf(['lines', 'counts'], { told: true }).map(({ key }) => key)).toEqual(['told'])
  expect(alternativesOf(nodeOf(['lines', 'counts'])).length).toBe(3)
})

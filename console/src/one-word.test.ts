// One word for saving and one for turning back, wherever a page or the phone offers it.
import { globSync, readFileSync } from 'node:fs'
import { words as shared } from '@wangdi/ui/words/ui.words.ts'
import type { Dictionary } from '@wangdi/ui/words/words.ts'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const files = globSync('{console,field}/src/**/*.{words,zh,en}.ts', { cwd: root })

const textsOf = (words: Dictionary, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[`${at}${key}`, word] as [string, string]] : textsOf(word, `${at}${key}.`),
  )

// Other words for the same two acts, as they stood on the pages before.
const otherWords = new Set(
  [
    '存',
    '存下',
    '存好',
    '存上',
    '记下',
    '保存',
    '取消',
    '不办了',
    '不改了',
    '不做了',
    '算了',
    '再想想',
    '再看看',
    '先不办',
    '先不填',
    '先不定',
  ].concat([
    '先不写',
    '先不加',
    '先不标',
    '先不记',
    '不退',
    '回去填',
    'Save',
    'Keep',
    'Cancel',
    'Not now',
    'Leave it',
    'Stay',
    'Think again',
    'Look again',
  ]),
)

test('saving is 保存 and turning back is 取消, said in one place and nowhere in another word', async () => {
  expect(files.length).toBeGreaterThan(40)
  expect([shared.zh, shared.en].map(({ save, cancel }) => [save, cancel])).toEqual([
    ['保存', '取消'],
    ['Save', 'Cancel'],
  ])
  const found: string[] = []
  for (const file of files) {
    const module = (await import(new URL(file, root).href)) as Record<string, Dictionary>
    for (const words of Object.values(module))
      for (const [key, word] of textsOf(words)) if (otherWords.has(word)) found.push(`${file} ${key}: ${word}`)
  }
  expect(found).toEqual([])
})

test('no dialog of the console names its own way back', () => {
  const own = globSync('console/src/**/*.tsx', { cwd: root }).filter((file) =>
    /cancelText|Popconfirm|Modal\.confirm|window\.confirm/.test(readFileSync(new URL(file, root), 'utf8')),
  )
  expect(own).toEqual([])
})

test('没到 is said of no door and of nobody: where nobody went is 没走到, where nobody was met 没见到', async () => {
  const found: string[] = []
  for (const file of files) {
    const module = (await import(new URL(file, root).href)) as Record<string, Dictionary>
    for (const words of Object.values(module))
      for (const [key, word] of textsOf(words)) if (/(?<!还)没到|未走访|未到户/.test(word)) found.push(`${file} ${key}: ${word}`)
  }
  expect(found).toEqual([])
})

test('the two readings of a day are 上午 and 下午, on the pages and on the phone', async () => {
  const found: string[] = []
  for (const file of files) {
    const module = (await import(new URL(file, root).href)) as Record<string, Dictionary>
    for (const words of Object.values(module))
      for (const [key, word] of textsOf(words)) {
        const half = /(?:^|\.)(morning|evening)$/.exec(key)?.[1]
        if (half && /\p{Script=Han}/u.test(word)) found.push(`${half} ${word.slice(0, 2)}`)
      }
  }
  expect(found.length).toBeGreaterThan(4)
  expect([...new Set(found)].sort()).toEqual(['evening 下午', 'morning 上午'])
})

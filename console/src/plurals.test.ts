// English says one door and two doors, wherever a page counts.
import { globSync, readFileSync } from 'node:fs'
import type { Dictionary, SubjectWords } from '@wangdi/ui/words/words.ts'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const textsOf = (words: Dictionary, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [[`${at}${key}`, word] as [string, string]] : textsOf(word, `${at}${key}.`),
  )
const english = new Map<string, Map<string, string>>()
for (const file of globSync('{console,field}/src/**/*.words.ts', { cwd: root })) {
  const { words } = (await import(new URL(file, root).href)) as { words: SubjectWords }
  english.set(`${file.split('/')[0]} ${file.split('/').at(-1)?.replace('.words.ts', '')}`, new Map(textsOf(words.en)))
}

test('what is counted has a word for one and a word for more', () => {
  const lacking: string[] = []
  for (const [subject, words] of english)
    for (const [key, word] of words)
      if (/\{\{(count|n|shown)\}\} (?!as |is )[a-z]+s\b/.test(word) && !key.endsWith('_one') && !words.has(`${key}_one`))
        lacking.push(`${subject} ${key}: ${word}`)
  expect(lacking).toEqual([])
})

test('how many rows a list has is said in the word for that many', () => {
  const seen: string[] = []
  const lacking: string[] = []
  for (const file of globSync('console/src/**/*.tsx', { cwd: root })) {
    const text = readFileSync(new URL(file, root), 'utf8')
    const subject = `console ${/useTranslation\('([\w-]+)'\)/.exec(text)?.[1] ?? ''}`
    for (const [pager] of text.matchAll(/<Pager\b[\s\S]*?\/>/g)) {
      seen.push(file)
      const key = /unit=\{\(count\) => t\('([\w.]+)', \{ count \}\)\}/.exec(pager)?.[1]
      if (key && !english.get(subject)?.has(`${key}_one`)) lacking.push(`${file} ${key}`)
    }
  }
  expect(seen.length).toBeGreaterThan(25)
  expect(lacking).toEqual([])
})

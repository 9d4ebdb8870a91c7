// English says one door and two doors, wherever a page counts.
import { globSync, readFileSync } from 'node:fs'
import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
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

// A word in s behind a placeholder that is no noun of many: who does or is something.
const noNoun = '(?:as|is|was|has|less|lives|handles|signs|answers|stands|takes|says|forbids|does|waits)\\b'
const nouns = `(?:(?:more|other) )?(?!${noNoun})(?:[a-z]+s|people|children)\\b`
// Of a limit there are always many: at least 8 characters.
const noLimit = '(?<!(?:[Ff]ewer than|at most|at least|longer than) )'
// Before a word in s there stands a name, or a count that is never one.
const notCounted = [
  ' needs a list of conditions',
  ' takes a whole number',
  ' holds the wrong kind',
  ' restricts more than',
  ' isolates longer than',
  ' does not meet',
  '} of ${of} cells)',
]
const counted = new RegExp(`${noLimit}\\{\\{(\\w+)\\}\\} ${nouns}`, 'g')

test('what is counted has a word for one and a word for more, and no text counts two things in such words', () => {
  const lacking: string[] = []
  for (const [subject, words] of english)
    for (const [key, word] of words) {
      const many = [...word.matchAll(counted)]
      if (key.endsWith('_one') ? many.length > 0 : many.length > 1 || (many.length === 1 && !words.has(`${key}_one`)))
        lacking.push(`${subject} ${key}: ${word}`)
    }
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

test('whoever says a text that has a word for one says how many there are', () => {
  const seen: string[] = []
  const lacking: string[] = []
  for (const file of globSync('{console,field}/src/**/*.{ts,tsx}', { cwd: root })) {
    const text = readFileSync(new URL(file, root), 'utf8')
    const subject = `${file.split('/')[0]} ${/useTranslation\('([\w-]+)'\)/.exec(text)?.[1] ?? ''}`
    for (const [, key, facts] of text.matchAll(/\bt\(\s*'([\w.-]+)'(?:,\s*(\{(?:[^{}]|\{[^{}]*\})*\}))?\s*,?\s*\)/g))
      if (english.get(subject)?.has(`${key}_one`)) {
        seen.push(file)
        if (!/\bcount\b/.test(facts ?? '')) lacking.push(`${file} ${key}`)
      }
  }
  expect(seen.length).toBeGreaterThan(50)
  expect(lacking).toEqual([])
})

test('what a kind counts is said in the word for that many, on every page of every kind', () => {
  const files = globSync('{console,field,ui}/src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  // Above the table of communities it is named, not counted.
  const named = "t('spread.note', { unit: say(kind.unit) })"
  const asked = files.map((file) => [file, readFileSync(new URL(file, root), 'utf8').replace(named, '')] as const)
  expect(asked.flatMap(([file, text]) => (/(?<!wordsFor\()\bkind\.unit\b/.test(text) ? [file] : []))).toEqual([])
  expect(asked.filter(([, text]) => text.includes('wordsFor(kind.unit')).length).toBeGreaterThan(6)
  const many = declared.flatMap(({ name, unit }) => (unit.one === unit.en ? [`${name} ${unit.en}`] : []))
  expect(many).toEqual([])
  expect([0, 1, 2].map((n) => wordsFor(errand.unit, n).en)).toEqual(['errands', 'errand', 'errands'])
})

test('an amount of a record says one box and two boxes', () => {
  const much = errand.fields.items.rows.much
  expect([1, 2].map((n) => wordsOfValue(much, { n, unit: 'box' })?.en)).toEqual(['1 box', '2 boxes'])
  const fields = declared.flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) => [field, ...Object.values(field.rows ?? {})]),
  )
  const units = fields.flatMap(({ type, values = {} }) => (type === 'amount' ? Object.values(values) : []))
  expect(units.flatMap((unit) => (/(?<!\W)[a-z]{2,}s$/.test(unit.en) && !('one' in unit) ? [unit.en] : []))).toEqual([])
})

test('a refusal, which has one text, counts in no words of many', () => {
  const lacking: string[] = []
  const seen: string[] = []
  const files = globSync('domain/src/**/*.problems.ts', { cwd: root })
  for (const file of files)
    for (const [, facts = '', en = ''] of readFileSync(new URL(file, root), 'utf8').matchAll(
      /problem<\{([^}]*)\}>[\s\S]*?\ben: '((?:[^'\\]|\\.)*)'/g,
    ))
      for (const [, name = ''] of facts.matchAll(/(\w+): number/g)) {
        seen.push(name)
        if (new RegExp(`${noLimit}\\{${name}\\} (?:${nouns}|are\\b)`).test(en)) lacking.push(`${file} ${en}`)
      }
  expect(seen.length).toBeGreaterThan(10)
  expect(lacking).toEqual([])
})

test('a text that the rules or the server put together says one day and two days', () => {
  // Beside a count in a text there stands the choice of its word, or what is always many.
  const many = new RegExp(`\\ben(?:: |,)[^\\n]*?\\$\\{[^}]+\\} ${nouns}`)
  const files = globSync('{domain/src,server/src,policy/engine}/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts'),
  )
  const lacking = files.flatMap((file) =>
    readFileSync(new URL(file, root), 'utf8')
      .split('\n')
      .flatMap((line) =>
        many.test(line) && !/=== 1 \?/.test(line) && !notCounted.some((text) => line.includes(text))
          ? [`${file} ${line.trim()}`]
          : [],
      ),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(lacking).toEqual([])
})

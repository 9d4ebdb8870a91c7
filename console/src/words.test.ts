import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faultsOfWords, keysMissing } from '@wangdi/ui/words/same-keys.ts'
import type { SubjectWords } from '@wangdi/ui/words/words.ts'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const dictionaries = globSync('**/*.words.ts', { cwd: here }).sort()

test.each(dictionaries)('%s speaks both languages with the same keys', async (file) => {
  const { words } = (await import(join(here, file))) as { words: SubjectWords }
  expect(faultsOfWords(file, words)).toEqual([])
})

test.each(dictionaries)('the pages beside %s ask only for words that are there', async (file) => {
  const { words } = (await import(join(here, file))) as { words: SubjectWords }
  const subject = (file.split('/').at(-1) ?? '').replace('.words.ts', '')
  const asking = globSync('**/*.{ts,tsx}', { cwd: join(here, dirname(file)) })
    .map((name) => ({ name, source: readFileSync(join(here, dirname(file), name), 'utf8') }))
    .flatMap(({ name, source }) => [...namesOfT(source, subject)].map((t) => ({ name, source, t })))
  expect(asking.flatMap(({ name, source, t }) => keysMissing(source, words, t).map((key) => `${name}: ${key}`))).toEqual([])
})

/** By which names a page has the t of a subject: `t`, or another where it asks two subjects. */
const namesOfT = (source: string, subject: string) =>
  new Set(
    [...source.matchAll(/\bt(?:: (\w+))?(?:, \w+)* \} = useTranslation\('([\w-]+)'\)/g)]
      .filter(([, , of]) => of === subject)
      .map(([, own]) => own ?? 't'),
  )

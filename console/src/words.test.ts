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
    .filter(({ source }) => source.includes(`useTranslation('${subject}')`))
  expect(asking.flatMap(({ name, source }) => keysMissing(source, words).map((key) => `${name}: ${key}`))).toEqual([])
})

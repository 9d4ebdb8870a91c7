import { readdirSync, readFileSync } from 'node:fs'
import { faultsOfWords, keysMissing } from '@wangdi/ui/words/same-keys.ts'
import { expect, test } from 'vitest'
import { fieldWords } from './words.ts'

test('every subject of the phone app says the same in both languages', () => {
  expect(Object.entries(fieldWords).flatMap(([subject, words]) => faultsOfWords(subject, words))).toEqual([])
})

test('the pages ask for no word that is not there', () => {
  const here = new URL('.', import.meta.url)
  const missing = Object.entries(fieldWords).flatMap(([subject, words]) =>
    readdirSync(new URL(`${subject}/`, here))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(new URL(`${subject}/${name}`, here), 'utf8'))
      .filter((source) => !/\{ t \} = useTranslation\('(?!SUBJECT')/.test(source.replaceAll(`'${subject}'`, "'SUBJECT'")))
      .flatMap((source) => keysMissing(source, words)),
  )
  expect(missing).toEqual([])
})

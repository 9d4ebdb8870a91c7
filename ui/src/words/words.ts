import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './format.ts'

/** Words of one subject under their keys; groups may nest. */
export interface Dictionary {
  readonly [key: string]: string | Dictionary
}

/** The same keys with other texts; a key may have a twin `…_one` for languages that tell one from many. */
type SameKeys<D> = { readonly [K in keyof D]: D[K] extends string ? string : SameKeys<D[K]> } & Dictionary

/** Both languages of a subject. */
export interface SubjectWords {
  readonly zh: Dictionary
  readonly en: Dictionary
}

/** Declares the words of a subject; the compiler refuses an English side that lacks a key of the Chinese side. */
export const bothLanguages = <const D extends Dictionary>(zh: D, en: SameKeys<D>): SubjectWords => ({ zh, en })

const storageKey = 'wangdi.language'

/** The language chosen on this machine before; Chinese when none was chosen or nothing may be stored. */
export function findLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

/** Starts the words of a face in one language; subjects add theirs with addWords. */
export function startWords(language: Language): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    resources: {},
    ns: [],
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18n: 'languageChanged', bindI18nStore: 'added' },
    initAsync: false,
  })
  document.documentElement.lang = language
  return i18next
}

/** Makes the words of a subject known under its name, in both languages. */
export function addWords(subject: string, words: SubjectWords): void {
  i18next.addResourceBundle('zh-CN', subject, words.zh, true, true)
  i18next.addResourceBundle('en', subject, words.en, true, true)
}

/** Changes the language of the whole face and remembers it on this machine. */
export async function changeLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A browser that stores nothing starts in Chinese again; that is no reason to stop the change.
  }
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

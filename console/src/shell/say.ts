import type { Words } from '@wangdi/domain/problem.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'

/** A function that gives words of the domain in the language of the page. */
export function useSaying(): (words: Words) => string {
  const language = useLanguage()
  return (words) => (language === 'en' ? words.en : words.zh)
}

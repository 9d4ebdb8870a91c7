import type { Words } from '@wangdi/domain/problem.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'

/** Says words of a declaration in the language of the page. */
export function useSay(): (words: Words) => string {
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  return (words) => words[language]
}

import { useTranslation } from 'react-i18next'
import type { Language } from './format.ts'

/** The language of the face; the component renders again when it changes. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN'
}

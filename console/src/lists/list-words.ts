import { addWords } from '@wangdi/ui/words/words.ts'
import { useTranslation } from 'react-i18next'
import { words } from './lists.words.ts'

addWords('lists', words)

/** The words that every list of the console shares; they come with the first page that shows a list. */
export const useListWords = () => useTranslation('lists').t

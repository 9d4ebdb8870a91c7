import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages({ large: '大字，两页' }, { large: 'Large print, two pages' })

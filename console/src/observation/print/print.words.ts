import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  { of: '纸：{{what}}', large: '大字，两页' },
  { of: 'Paper: {{what}}', large: 'Large print, two pages' },
)

import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './regimes.en.ts'
import { zh } from './regimes.zh.ts'

export const words = bothLanguages(zh, en)

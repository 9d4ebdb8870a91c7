import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './observation.en.ts'
import { zh } from './observation.zh.ts'

export const words = bothLanguages(zh, en)

import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './plan.en.ts'
import { zh } from './plan.zh.ts'

export const words = bothLanguages(zh, en)

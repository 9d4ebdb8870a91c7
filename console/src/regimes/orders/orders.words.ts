import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './orders.en.ts'
import { zh } from './orders.zh.ts'

export const words = bothLanguages(zh, en)

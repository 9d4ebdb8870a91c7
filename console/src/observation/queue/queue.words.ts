import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './queue.en.ts'
import { zh } from './queue.zh.ts'

export const words = bothLanguages(zh, en)

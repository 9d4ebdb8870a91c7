import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './over-control.en.ts'
import { zh } from './over-control.zh.ts'

export const words = bothLanguages(zh, en)

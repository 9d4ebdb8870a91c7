import { bothLanguages } from '@wangdi/ui/words/words.ts'
import { en } from './requests.en.ts'
import { zh } from './requests.zh.ts'

export const words = bothLanguages(zh, en)

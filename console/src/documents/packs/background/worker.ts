// Reads and checks what is written, beside the page: however long that takes, the page goes on.
import { makeChecker } from './checker.ts'
import type { Question } from './questions.ts'
import { makeReader } from './reader.ts'

const reader = makeReader((answer) => self.postMessage(answer))
const checker = makeChecker((answer) => self.postMessage(answer))

self.addEventListener('message', ({ data }: MessageEvent<Question>) =>
  data.to === 'reader' ? reader(data.question) : checker(data.question),
)

import { problem } from '@wangdi/domain/problem.ts'

/** Why heavy work was not begun, or was ended before it was through; in each case nothing was written. */
export const heavyProblems = {
  busy: problem<{ seconds: number }>('heavy.busy', 'busy', {
    zh: '同样费力的事正在办好几件，过 {seconds} 秒再试一次',
    en: 'Several heavy tasks of this kind are under way; try again in {seconds} s.',
  }),
  tooLong: problem<{ seconds: number }>('heavy.too-long', 'too-large', {
    zh: '办了 {seconds} 秒还没办完，停下来了，什么都没存。把内容减少一些，或者分几次再试',
    en: 'It was not done after {seconds} s and was stopped; nothing was kept. Make it smaller, or split it.',
  }),
  tooMuch: problem('heavy.too-much', 'too-large', {
    zh: '要用的内存太多，停下来了，什么都没存。把内容减少一些，或者分几次再试',
    en: 'It would have taken too much memory and was stopped; nothing was kept. Make it smaller, or split it.',
  }),
  /** Of the same thing a newer state was asked about: nobody needs the older answer. */
  overtaken: problem('heavy.overtaken', 'busy', {
    zh: '内容已经又改了，旧的不再往下办，以新的为准',
    en: 'It was changed meanwhile; the older state is not worked on any more.',
  }),
  /** Nobody reads it: the connection is closed. It stands in tests and logs. */
  gone: problem('heavy.gone', 'busy', { zh: '对方已经断开，停下来了', en: 'The client went away; it was stopped.' }),
}

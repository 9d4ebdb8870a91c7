import { problem } from '@wangdi/domain/problem.ts'

/** Why the bytes of a file were not kept; nothing of them is left. */
export const uploadProblems = {
  tooLarge: problem<{ limit: string }>('upload.too-large', 'too-large', {
    zh: '文件太大了，最多 {limit}，分成几个再传',
    en: 'The file is too large; the limit is {limit}. Split it.',
  }),
  accountFull: problem<{ limit: string; hours: number }>('upload.account-full', 'too-large', {
    zh: '您传上来还没导入的文件已经占满 {limit}，没有再存。先导入，或者等 {hours} 小时，旧的会自动清掉',
    en: 'Your files that wait to be imported fill {limit}; nothing more was kept. Import them, or wait {hours} h: old ones go by themselves.',
  }),
  full: problem<{ seconds: number }>('upload.full', 'busy', {
    zh: '服务器上等着导入的文件太多了，没有再存，过 {seconds} 秒再传一次',
    en: 'Too many files wait to be imported on this server; nothing more was kept. Send it again in {seconds} s.',
  }),
}

import { problem } from '../problem.ts'

/** Why a roster cannot be imported at all; faults of single rows are told row by row. */
export const problems = {
  noHeads: problem<{ sheet: string }>('people.roster-without-heads', 'invalid', {
    zh: '“{sheet}”里没找到“姓名”那一行表头，指一下是哪一行',
    en: 'No head line with names was found in "{sheet}"; say which line it is.',
  }),
  noFile: problem('people.roster-not-there', 'missing', { zh: '没有这个文件', en: 'The file is not there.' }),
}

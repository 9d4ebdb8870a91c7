import { problem } from '../../problem.ts'

/** Why something about the destruction of data is refused. */
export const problems = {
  stillOpen: problem('rights.response-open', 'conflict', {
    zh: '这个响应还在生效，结束后才能销毁',
    en: 'The response is still in force; data is destroyed after it.',
  }),
  runOpen: problem<{ by: string }>('rights.run-open', 'conflict', {
    zh: '{by} 已经提了一次，先办完那一次',
    en: '{by} has asked already; that run comes first.',
  }),
  assessmentShort: problem('rights.assessment-short', 'invalid', {
    zh: '合法、必要、安全三项都要写，才算评估过',
    en: 'The assessment needs words on legality, necessity and safety.',
  }),
  keptWithoutReason: problem('rights.kept-without-reason', 'invalid', {
    zh: '要多留的，写清楚为什么留',
    en: 'What is kept longer needs a reason.',
  }),
  keptTooLong: problem('rights.kept-too-long', 'invalid', {
    zh: '多留要写到哪一天，最多三年',
    en: 'What is kept longer needs a last day, three years ahead at most.',
  }),
  keptAlone: problem<{ kind: string }>('rights.kept-alone', 'invalid', {
    zh: '“{kind}”也要一起留，不然留下的对不上',
    en: '"{kind}" has to be kept as well: what stays names it.',
  }),
  ownRun: problem('rights.own-run', 'refused', {
    zh: '自己提的不能自己批，请另一个人批',
    en: 'Who asks does not approve; another person does.',
  }),
  decided: problem<{ by: string }>('rights.run-decided', 'conflict', {
    zh: '{by} 已经定过了，刷新看看',
    en: '{by} has decided already; look again.',
  }),
  notApproved: problem('rights.not-approved', 'conflict', {
    zh: '还没人批，批了才能销毁',
    en: 'Nobody has approved it yet.',
  }),
  alreadyDone: problem('rights.run-done', 'conflict', {
    zh: '这一次已经销毁完了，证明在下面',
    en: 'This run is done; its certificate stands below.',
  }),
  nothingDue: problem('rights.nothing-due', 'conflict', {
    zh: '没有要销毁的，不用提',
    en: 'Nothing is left to be destroyed.',
  }),
}

import { problem } from '../../problem.ts'

/** Why something about over-control is refused. */
export const problems = {
  needsReason: problem<{ limitZh: string; limitEn: string }>('over-control.needs-reason', 'invalid', {
    zh: '超出现在的要求（{limitZh}）。要这么做，写明理由和批准机关，报上级批',
    en: 'This goes beyond the plan ({limitEn}). Give a reason and the authority; the level above decides.',
  }),
  aheadOfTime: problem('over-control.ahead-of-time', 'invalid', {
    zh: '看到的管控，开始日期不会在今天以后',
    en: 'What was seen cannot begin after today.',
  }),
  noPerson: problem('over-control.no-person', 'invalid', {
    zh: '隔离观察写明是哪类人',
    en: 'For an observation say which kind of person.',
  }),
  settled: problem('over-control.settled', 'conflict', {
    zh: '这一件已经办结',
    en: 'This is settled already.',
  }),
  notAsked: problem('over-control.not-asked', 'conflict', {
    zh: '还没有通报或叫停，不用答复',
    en: 'No notice or stop order asks for an answer yet.',
  }),
  notOrdered: problem('over-control.not-ordered', 'conflict', {
    zh: '还没有下过叫停，先叫停',
    en: 'Nothing was ordered to stop yet.',
  }),
  notForHere: problem('over-control.not-for-here', 'refused', {
    zh: '这一步不归这里办：上级通报、叫停，本地答复',
    en: 'Another office does this: the level above warns and stops, the place answers.',
  }),
  otherOrderer: problem('over-control.other-orderer', 'refused', {
    zh: '谁叫停的，由谁确认停了',
    en: 'The office that ordered the stop confirms it.',
  }),
  stillInForce: problem('over-control.still-in-force', 'conflict', {
    zh: '记录上还在执行：先由原机关解除或缩短，再确认',
    en: 'It is still in force on record; its authority lifts or shortens it first.',
  }),
  periodTurned: problem('over-control.period-turned', 'invalid', {
    zh: '起止日期反了',
    en: 'The period ends before it begins.',
  }),
  notFound: problem('over-control.not-found', 'missing', {
    zh: '没有这一条，或者已经不在执行',
    en: 'There is no such finding, or it is no longer in force.',
  }),
}

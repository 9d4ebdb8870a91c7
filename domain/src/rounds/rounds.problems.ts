import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about rounds and visits is refused. */
export const problems = {
  ended: problem<{ name: string; until: Day }>('rounds.ended', 'conflict', {
    zh: '“{name}”到 {until} 已经结束，这次走访请单独登记',
    en: '"{name}" ended on {until}; record this visit by itself.',
  }),
  notYet: problem<{ name: string; from: Day }>('rounds.not-yet', 'conflict', {
    zh: '“{name}”从 {from} 才开始',
    en: '"{name}" begins on {from}.',
  }),
  backwards: problem('rounds.backwards', 'invalid', {
    zh: '结束的日子要在开始之后',
    en: 'The last day comes before the first.',
  }),
  closedAlready: problem<{ name: string }>('rounds.closed-already', 'conflict', {
    zh: '“{name}”已经有人结束了，刷新看看',
    en: '"{name}" was closed already; look again.',
  }),
  metElsewhere: problem('rounds.met-elsewhere', 'missing', {
    zh: '见到的人里有人不住这一户，去掉后再交；新搬来的先登记',
    en: 'Somebody named as met does not live behind this door; take the name out, or enter who has moved in first.',
  }),
  alreadyReplaced: problem('rounds.already-replaced', 'conflict', {
    zh: '这次走访已经有人改过，请看最新的一条',
    en: 'This visit was corrected already; see the newest.',
  }),
}

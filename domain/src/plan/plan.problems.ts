import { problem } from '../problem.ts'

export const problems = {
  notInPlan: problem('plan.not-in-plan', 'conflict', {
    zh: '今天的计划里没有这一条',
    en: "This measure is not in today's plan.",
  }),
  proved: problem('plan.proved-by-records', 'conflict', {
    zh: '这一条由登记算出来，不用另外说明',
    en: 'Records show how far this measure is; no statement is needed.',
  }),
  notNone: problem('plan.not-none', 'conflict', {
    zh: '登记着的，或者必须有登记的，不能说这里没有',
    en: 'What is on a register, or has to be on one, cannot be said to be none here.',
  }),
  notALine: problem('plan.not-a-line', 'conflict', {
    zh: '现行规则的五条线里没有这一条',
    en: 'The rules of the day do not name this line of work.',
  }),
  beyondPackage: problem<{ zh: string; en: string }>('plan.beyond-package', 'conflict', {
    zh: '超出现行方案，不能加：{zh}',
    en: 'It goes beyond the plan in force and cannot be added: {en}',
  }),
  ownRequest: problem('plan.own-request', 'refused', {
    zh: '自己申请的，要别人来批',
    en: 'Whoever asked for it cannot approve it.',
  }),
  decidedAlready: problem('plan.decided-already', 'conflict', {
    zh: '这一条已经批过或停了，刷新看看',
    en: 'It has been decided or ended already; look again.',
  }),
  notEnded: problem('plan.not-ended', 'conflict', {
    zh: '这一条不在该停的老办法里',
    en: 'This measure is not one of those that ended.',
  }),
  settingOfCounty: problem('plan.setting-of-county', 'invalid', {
    zh: '天数和时限全县一个数，由县里定',
    en: 'Days and hours are one number for the whole county, and the county chooses it.',
  }),
  noSuchSetting: problem<{ name: string }>('plan.no-such-setting', 'invalid', {
    zh: '没有“{name}”这个能由县里定的数',
    en: 'There is no number {name} that a county may choose.',
  }),
  outsideBounds: problem<{ at_least: number; at_most: number }>('plan.outside-bounds', 'invalid', {
    zh: '要在 {at_least} 到 {at_most} 之间',
    en: 'It lies between {at_least} and {at_most}.',
  }),
  endsAhead: problem<{ today: string }>('plan.ends-ahead', 'invalid', {
    zh: '停的日子不能晚于今天（{today}）',
    en: 'The day it ended cannot lie after today ({today}).',
  }),
}

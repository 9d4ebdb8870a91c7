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
}

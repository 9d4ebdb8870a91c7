import { counted } from '../../counted/units.ts'
import { checklist, choice, count, longText, signature, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { round } from '../../kinds/round/round.ts'

const results = { checked: w('查了', 'Checked'), closed: w('没开门', 'Was closed') }
const items = {
  notice: w('门口有提示和电话', 'Notice and phone at the door'),
  measured: w('测温、登记按要求做', 'Readings and register as asked'),
  limit: w('没有超过限流人数', 'No more people than allowed'),
  masks: w('工作人员戴口罩', 'Staff wear masks'),
  clean: w('清洁消毒有记录', 'Cleaning is recorded'),
  water: w('能洗手', 'Hands can be washed'),
}
const tiers = { low: w('低风险', 'Low risk'), medium: w('中风险', 'Medium risk'), high: w('高风险', 'High risk') }
// What is asked beside that where there are cases.
const whileCases = { since: 2, when: { tier: ['medium', 'high'] }, must: true } as const
const strict = {
  code: w('查了健康码', 'Health codes are looked at'),
  spaced: w('排队、座位隔开', 'People wait and sit apart'),
  aired: w('每天消毒、通风两次以上', 'Disinfected and aired twice a day'),
}

/** A facility looks at itself every day it is open: the rules of its tier, and how many are inside (2021 十七; 2020P 三). */
export const selfCheck = round({
  ...{ name: 'rounds.self-check', version: 3, words: w('设施自查', 'Self-check of facilities') },
  ...{ unit: counted('处', 'facility', 'facilities'), area: 'environment' },
  acts: ['record', 'replace'],
  over: { things: 'rounds.facility', where: ['open', 'limited'] },
  everyDays: 1,
  result: { field: 'done', done: ['checked'] },
  finding: 'rounds.mend',
  fields: {
    done: choice(w('查了没有', 'Checked'), results, { must: true }),
    items: checklist(w('逐项看', 'Item by item'), items, { when: { done: 'checked' }, must: true }),
    tier: choice(w('这里是什么地区', 'The tier of the place'), tiers, { since: 2, when: { done: 'checked' }, must: true }),
    strict: checklist(w('有疫情时再看', 'Also, while there are cases'), strict, whileCases),
    inside: count(w('现在里面多少人', 'People inside now'), { when: { done: 'checked' } }),
    note: longText(w('说明', 'More'), 500),
    signed: signature(w('场所负责人签字', 'Signed by whoever answers for it'), { since: 3, when: { done: 'checked' } }),
  },
  handling: service(w('开放的设施每天自查', 'open facilities check themselves daily'), 730, 'place'),
  phone: true,
})

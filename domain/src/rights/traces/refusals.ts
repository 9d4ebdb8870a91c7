import type { Words } from '../../problem.ts'

/**
 * What is said to whoever watches over traces of why somebody was refused or found nothing, by the code of the problem; the
 * words of the problem itself are said to the one who asked.
 */
const refusals: Readonly<Record<string, Words>> = {
  'access.refused': { zh: '岗位办不了', en: 'Not for this role' },
  'access.not-found': { zh: '没找到，或不在管辖范围', en: 'Not found, or outside the area' },
  'session.wrong-password': { zh: '密码输错', en: 'Wrong password' },
  'session.second-factor-wrong': { zh: '动态码输错', en: 'Wrong code of the second step' },
  'session.second-factor-used': { zh: '动态码用过又用', en: 'A code was used again' },
  'session.second-factor-late': { zh: '登录隔得太久', en: 'Too late for the second step' },
  'session.second-factor-needed': { zh: '还没绑定动态码', en: 'Second factor not set up yet' },
  'session.password-needed': { zh: '还没换成自己的密码', en: 'Password not changed yet' },
  'session.foreign-page': { zh: '请求来自别的网页', en: 'Asked by a page of another site' },
  'people.not-found': { zh: '没找到这个人，或不在管辖范围', en: 'Person not found, or outside the area' },
  'people.mark-not-found': { zh: '没找到这个标记', en: 'Mark not found' },
  'people.dwelling-not-found': { zh: '本社区没有这个门牌', en: 'Door not in the community' },
  'people.roster-not-there': { zh: '没有这个文件', en: 'File not there' },
  'people.import-beyond': { zh: '导入还补过别的社区的人', en: 'Import filled in people of another community, too' },
  'people.nothing-to-show': { zh: '没有登记这个号码', en: 'No such number held' },
  'requests.not-found': { zh: '没有这个受理号，或不归那里看', en: 'No such request, or not for that office' },
  'rounds.met-elsewhere': { zh: '见到的人不住这一户', en: 'Somebody met lives elsewhere' },
  'plan.own-request': { zh: '自己申请，自己批', en: 'Approved what they asked for' },
  'documents.second-person': { zh: '自己提交，自己发布', en: 'Published what they submitted' },
  'kinds.other-party': { zh: '这一步不归那里办', en: 'Another office does this step' },
  'kinds.second-person': { zh: '自己写，自己批准', en: 'Approved what they wrote' },
  'kinds.another-person': { zh: '自己做，自己复查或签收', en: 'Checked or took over what they did' },
  'over-control.not-for-here': { zh: '不归那里办', en: 'Another office does this' },
  'over-control.other-orderer': { zh: '不是那里叫停的', en: 'Another office ordered the stop' },
  'over-control.not-found': { zh: '没有这一条，或已不在执行', en: 'No such finding, or no longer in force' },
  'regimes.beyond-plan': { zh: '疑似层层加码', en: 'Beyond the plan' },
  'regimes.now-beyond-plan': { zh: '按现在的档次不能再延长', en: 'Beyond the plan of the day' },
  'rights.moved-away': { zh: '居民已经搬走', en: 'The person moved away' },
  'rights.no-door': { zh: '还没登记住哪户', en: 'No door recorded' },
  'rights.certificate-is-issued': { zh: '可以出具的证明，不该拒绝', en: 'A certificate that is issued' },
  'rights.own-run': { zh: '自己提，自己批', en: 'Approved what they asked for' },
  'staff.above-reach': { zh: '给这个岗位开账号超出权限', en: 'Account beyond their reach' },
}

/** Why somebody was refused, in words; a code of an earlier version, which has none, stands as it is. */
export const wordsOfRefusal = (code: string): Words => refusals[code] ?? { zh: code, en: code }

/** The codes of refusals that have words. */
export const refusalCodes: readonly string[] = Object.keys(refusals)

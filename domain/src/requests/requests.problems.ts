import { problem } from '../problem.ts'

/** Why something about a request is refused. */
export const problems = {
  notProposed: problem('requests.not-proposed', 'conflict', {
    zh: '这份观察现在不在家里，或者已经结束',
    en: 'Nobody stays at home by this order now.',
  }),
  errandDecided: problem('requests.errand-decided', 'conflict', {
    zh: '这一样已经有人定了',
    en: 'Somebody has decided about this already.',
  }),
  noDoor: problem('requests.no-door', 'invalid', {
    zh: '这份观察没有写门牌，先补上住在哪里',
    en: 'The order names no door; say first where the person stays.',
  }),
  unknownDetail: problem<{ field: string }>('requests.unknown-detail', 'invalid', {
    zh: '这一类没有“{field}”这一项',
    en: 'This kind has no field "{field}".',
  }),
  detailMissing: problem<{ field: string; name: string }>('requests.detail-missing', 'invalid', {
    zh: '还要填“{field}”',
    en: '"{name}" is needed.',
  }),
  detailWrong: problem<{ field: string; name: string }>('requests.detail-wrong', 'invalid', {
    zh: '“{field}”填得不对，再看一下',
    en: '"{name}" is not as expected.',
  }),
  withoutName: problem('requests.without-name', 'invalid', {
    zh: '关于县级的投诉由市里办，不记姓名电话，凭受理号查结果',
    en: 'A complaint about a county is handled above it without name or phone; the receipt number leads to the answer.',
  }),
  personNeeded: problem('requests.person-needed', 'invalid', {
    zh: '先在名册里选好是谁的信息',
    en: 'Choose in the register whose data are meant.',
  }),
  guardianNeeded: problem('requests.guardian-needed', 'invalid', {
    zh: '不满 14 周岁，由监护人来申请',
    en: 'For a child under 14 the guardian asks.',
  }),
  proofNeeded: problem('requests.proof-needed', 'invalid', {
    zh: '替别人申请，写明看过什么证明',
    en: 'Who asks for somebody else shows proof: write what was shown.',
  }),
  otherCounty: problem('requests.other-county', 'invalid', {
    zh: '那个地方不在本县（市、区），请到当地投诉',
    en: 'That place lies in another county; complain there.',
  }),
  askThere: problem('requests.ask-there', 'invalid', {
    zh: '信息在那个社区，请到那里申请',
    en: 'The data are kept by that community; ask there.',
  }),
  noOwnData: problem('requests.no-own-data', 'conflict', {
    zh: '只有没办完的查看、复制、更正、删除申请才能调出本人信息',
    en: 'Own data are shown for an open request about them only.',
  }),
  notFound: problem('requests.not-found', 'missing', {
    zh: '没有这个受理号，或者不归这里看',
    en: 'No such request, or not for this office.',
  }),
}

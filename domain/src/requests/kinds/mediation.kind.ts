import { choice, longText, w, yesNo } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const disputes = {
  neighbours: w('邻里', 'Neighbours'),
  family: w('婚姻家庭', 'Family'),
  property: w('物业', 'Property management'),
  land: w('宅基地、土地', 'House plots and land'),
  money: w('借款、损害', 'Debts and damage'),
  control: w('防控引起的', 'Caused by measures'),
}
const steps = {
  'one-agrees': w('一方同意调解', 'One side consents'),
  'other-agrees': w('另一方同意调解', 'The other side consents'),
  meeting: w('调解一次', 'A meeting'),
  oral: w('口头协议', 'Oral agreement'),
  written: w('书面协议', 'Written agreement'),
  fulfilled: w('回访：已履行', 'Looked again: kept'),
  unfulfilled: w('回访：没履行', 'Looked again: not kept'),
}

/**
 * People's mediation, free, on request or offered, also on line. A clear no of either side ends it for ever; where it fails both are
 * told the ways to arbitration, administration and court (人民调解法 §4, §17, §23, §26, §31).
 */
export const mediation = request({
  name: 'requests.mediation',
  version: 1,
  words: w('人民调解', 'People’s mediation'),
  unit: w('件', 'mediations'),
  area: 'rights',
  flow: 'case',
  about: 'place',
  handler: 'itself',
  terms: { soon: { days: 30 } },
  fields: {
    dispute: choice(w('什么纠纷', 'Dispute'), disputes, { must: true, list: true, filter: true }),
    offered: yesNo(w('社区主动提出的', 'Offered by the community'), { must: true }),
    online: yesNo(w('线上调解', 'On line'), { list: true }),
    closed: yesNo(w('当事人要求不公开', 'Closed to others, as a side asked')),
    matter: longText(w('纠纷和诉求', 'The dispute and what is wanted'), 2000, { must: true }),
  },
  asks: {
    entry: { step: choice(w('哪一步', 'Step'), steps, { must: true }), note: longText(w('记录', 'Record'), 2000) },
    close: { told: yesNo(w('已告知仲裁、行政、司法途径', 'Told of arbitration, administration and court'), { must: true }) },
  },
  results: {
    agreed: w('达成协议', 'Agreed'),
    failed: w('调解不成', 'Not agreed'),
    refused: w('一方拒绝，终止', 'Refused by a side, ended'),
  },
  final: ['refused'],
  handling: service(w('纠纷在社区得到调解', 'disputes are settled at the community'), 1095, 'person'),
  proves: ['requests.mediation'],
})

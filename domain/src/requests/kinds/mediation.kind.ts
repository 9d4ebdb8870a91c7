import { counted } from '../../counted/units.ts'
import { checklist, choice, choices, day, longText, w, yesNo } from '../../kinds/fields.ts'
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
const sides = { one: w('申请方', 'The first side'), other: w('对方', 'The other side') }
const others = { kin: w('亲属', 'Relatives'), neighbours: w('邻居', 'Neighbours'), experts: w('专业人员', 'Experts') }
const ways = { room: w('面对面', 'In one room'), video: w('视频', 'By video'), messages: w('分头沟通', 'By messages') }
const told = { both: w('双方都同意', 'Both sides consent') }
const police = { told: w('已告诉派出所', 'The police was told') }
const dossier = {
  form: w('申请书或受理登记表', 'Application or intake form'),
  rights: w('权利义务告知书', 'Notice of rights and duties'),
  record: w('调解记录', 'Record of mediation'),
  agreement: w('协议书或口头协议登记', 'Agreement, or note of an oral one'),
  kept: w('履行、回访记录', 'Record of how it was kept'),
}
const alsoTold = yesNo(w('已告知仲裁、行政、司法途径', 'Told of arbitration, administration and court'), { must: true })

/**
 * People's mediation, free, on request or offered, also on line: nothing before both sides said yes, nothing after a no of either; where
 * it fails both are told the ways to arbitration, administration and court (人民调解法 §4, §11, §17, §20, §23, §25, §26, §31).
 */
export const mediation = request({
  name: 'requests.mediation',
  version: 1,
  words: w('人民调解', 'People’s mediation'),
  unit: counted('件', 'mediation', 'mediations'),
  area: 'rights',
  flow: 'consent',
  about: 'place',
  terms: { soon: { days: 30 } },
  fields: {
    dispute: choice(w('什么纠纷', 'Dispute'), disputes, { must: true, list: true, filter: true }),
    offered: yesNo(w('社区主动提出的', 'Offered by the community'), { must: true }),
    closed: yesNo(w('当事人要求不公开', 'Closed to others, as a side asked')),
    matter: longText(w('纠纷和诉求', 'The dispute and what is wanted'), 2000, { must: true }),
  },
  asks: {
    entry: {
      danger: yesNo(w('有激化、犯罪的苗头', 'It may turn violent or criminal')),
      police: choice(w('公安', 'Police'), police, { when: { danger: true }, must: true }),
      note: longText(w('记录', 'Record'), 2000, { must: true }),
    },
    meet: {
      way: choice(w('怎么调的', 'How'), ways, { must: true }),
      others: choices(w('还请了谁', 'Who else was asked'), others),
      consent: choice(w('请他们来', 'Their coming'), told, { when: { others: { filled: true } }, must: true }),
      note: longText(w('调解记录', 'Record of the meeting'), 2000, { must: true }),
    },
    agree: {
      form: choice(w('什么协议', 'Form'), { oral: w('口头', 'Oral'), written: w('书面', 'Written') }, { must: true }),
      terms: longText(w('协议内容', 'What was agreed'), 2000, { must: true }),
      until: day(w('哪天前履行', 'To be kept by')),
    },
    refuse: { side: choice(w('哪一方不同意', 'Which side'), sides, { must: true }), told: alsoTold },
    close: { told: alsoTold, dossier: checklist(w('卷宗里有', 'In the dossier'), dossier) },
  },
  results: {
    kept: w('协议已履行', 'Agreed and kept'),
    broken: w('协议没履行，告知可起诉', 'Agreed and not kept; told of the court'),
    failed: w('调解不成', 'Not agreed'),
  },
  handling: service(w('纠纷在社区得到调解', 'disputes are settled at the community'), 1095, 'person'),
  proves: ['requests.mediation'],
})

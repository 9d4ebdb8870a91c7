import type { RecordOf } from '@wangdi/domain/kinds/fields.ts'
import { contingency } from '@wangdi/domain/documents/kinds/contingency.kind.ts'
import { parentOf } from '@wangdi/domain/place-code.ts'
import { departmentLetter } from '@wangdi/domain/rounds/kinds/papers/department-letter.kind.ts'
import { elderGuide } from '@wangdi/domain/rounds/kinds/papers/elder-guide.kind.ts'
import { town, villages } from '../../accounts.ts'
import { ago, at, papers, type PaperSample } from '../sample.ts'

const [village] = villages
const street = parentOf(town)
const letter = (said: RecordOf<typeof departmentLetter.fields>) => said
const market = letter({
  ...{ matter: '花园路早市占道、污水横流', where: '花园路东口到纬一路' },
  to: 'city',
  found: '连续三天六点到九点占满人行道，收摊后污水没人冲；劝过两次，摊主说没有别处可去。',
  asks: '请划定摆摊的地方，安排收摊后冲洗。',
})
const poultry = letter({
  ...{ matter: '鲜禽摊没有隔开', finding: '纬一路农贸市场', where: '纬一路农贸市场' },
  to: 'market',
  found: '活禽和熟食摊挨着，没有隔离，劝过管理方一次。',
  asks: '请依法检查，要求分区。',
})
const guide = {
  ...{ basis: '养老机构防控指南（2023 年 1 月版）', team: '卫生服务中心牵头，社区一人联络，院方一人专管。' },
  ...{ visits: '预约探视，一次两人，戴口罩；外出回来先在观察间测温。', daily: '每天早晚测温两次，公共区域一天消毒一次。' },
  ...{ ill: '单间安置，先打卫生服务中心电话，不自己送院。', goods: '口罩够两周，退热药够三天。' },
}
const plan = (said: RecordOf<typeof contingency.fields>) => said
const response = plan({
  kind: 'response',
  ...{ title: '社区应急响应预案', responsible: '周敏' },
  content: '接到通知一小时内到岗：主任总调度，每个网格一人守单元，先查清人数，再按网格分工。\n物资室钥匙三人各一把。',
  triggers: [{ when: '区里启动应急响应' }, { when: '本社区出现一例' }],
  partners: [{ name: '经八路卫生服务中心', does: '派一名医生到社区' }],
})
const epidemic = plan({
  ...{ ...response, title: '冬春季疫情防控方案', content: '每天看一遍报表，重点人群一周访一次。' },
  kind: 'epidemic',
})
const goods = plan({
  ...{ ...response, title: '社区服务应急预案', content: '超市关门后两小时内开代购，先送独居老人。' },
  kind: 'service',
  ...{ triggers: [{ when: '超市关门一天' }], partners: [{ name: '惠民超市', does: '两小时内送菜到门口' }] },
})

/** Documents of the demo, of each kind in each of its states. */
export const papersOf: readonly PaperSample[] = [
  papers(departmentLetter, {
    [town]: [
      {
        saved: ago(50),
        fields: { ...market, matter: '3号楼前井盖松动', found: '井盖一踩就翘，夜里看不见。' },
        days: { until: 7 },
      },
      { saved: at(1, '09:00'), fields: poultry, days: { until: 10 }, acts: ['approve'] },
      {
        saved: at(7, '09:00'),
        fields: {
          ...{ matter: '夜市油污倒进雨水口', finding: '经八路夜市', where: '经八路夜市' },
          to: 'city',
          found: '收摊时油污直接倒进雨水口，劝过两次。',
          asks: '请要求管理方设收集桶。',
        },
        days: { until: 9 },
        acts: ['approve', 'publish'],
      },
      { saved: at(6, '09:30'), fields: market, days: { until: 8 }, acts: ['approve', 'publish'] },
      {
        ...{
          saved: at(20, '10:00'),
          fields: { ...poultry, matter: '过期熟食', found: '冷柜里有过期三天的熟食。' },
          days: { until: 5 },
        },
        ...{ acts: ['approve', 'publish', 'receive'], receipt: { who: '市场监管所值班室', answer: 'takes' } },
      },
      {
        ...{
          saved: at(40, '10:00'),
          fields: { ...market, matter: '夜宵摊油烟', found: '油烟直接排到二楼。' },
          days: { until: -12 },
        },
        ...{ acts: ['approve', 'publish'] },
      },
      {
        ...{ saved: at(30, '15:00'), fields: { ...market, matter: '渣土车夜里过' }, days: { until: 2 } },
        ...{ acts: ['approve', 'publish', 'withdraw'], ground: '查明是市政工程，有许可' },
      },
    ],
    [village]: [
      {
        ...{ saved: at(9, '09:00'), days: { until: 6 } },
        fields: { matter: '河道里倒垃圾', to: 'farm', where: '荣庄北河沟', found: '外村车辆夜里来倒。', asks: '请设卡、清运。' },
      },
    ],
  }),
  papers(elderGuide, {
    [town]: [
      { saved: ago(90), fields: { ...guide, name: '夕照养老院冬季防控指引' } },
      { saved: at(2, '09:00'), fields: { ...guide, name: '日间照料站防控指引' }, acts: ['approve'] },
      {
        ...{ saved: at(12, '09:00'), fields: { ...guide, name: '养老机构防控指引' } },
        ...{ acts: ['approve', 'publish', 'receive', 'save'], next: { visits: '暂停探视，改视频。' } },
        receipt: { home: '经八路颐养院', post: '护理主管' },
      },
      { saved: at(70, '09:00'), fields: { ...guide, name: '老年食堂防控指引' }, acts: ['approve', 'publish'] },
      {
        ...{ saved: at(60, '09:00'), fields: { ...guide, name: '临时托老点指引' } },
        ...{ acts: ['approve', 'publish', 'withdraw'], ground: '托老点关了' },
      },
    ],
  }),
  papers(contingency, {
    [town]: [
      {
        ...{ saved: at(120, '09:00'), fields: response, days: { review_on: 240 }, acts: ['approve', 'save'] },
        next: { changed: '到岗时间改成半小时', content: '接到通知半小时内到岗；其余不变。' },
      },
      {
        ...{ saved: at(380, '10:00'), days: { review_on: -15 }, acts: ['approve'] },
        fields: epidemic,
      },
      {
        ...{ saved: ago(200), days: { review_on: 365 } },
        fields: goods,
      },
      {
        ...{ saved: at(200, '09:00'), days: { review_on: 100 }, acts: ['approve', 'withdraw'], ground: '并入社区应急响应预案' },
        fields: { ...response, title: '封控楼栋处置预案' },
      },
    ],
    [street]: [
      {
        ...{ saved: at(100, '09:00'), days: { review_on: 200 }, acts: ['approve'] },
        fields: {
          ...response,
          title: '经八路街道应急响应预案',
          responsible: '陈建国',
          content: '街道一名干部包一个社区，两小时内到位。',
        },
      },
    ],
    [village]: [
      {
        ...{ saved: at(80, '09:00'), days: { review_on: 150 }, acts: ['approve'] },
        fields: {
          ...response,
          title: '荣庄村应急预案',
          responsible: '荣建设',
          content: '村口一岗，五个组各一人，先查外来的人。',
        },
      },
    ],
  }),
]

import { counsellor } from '@wangdi/domain/requests/kinds/lists/counsellor.kind.ts'
import { shop } from '@wangdi/domain/requests/kinds/lists/shop.kind.ts'
import { stayer } from '@wangdi/domain/requests/kinds/lists/stayer.kind.ts'
import { talk } from '@wangdi/domain/requests/kinds/talk.kind.ts'
import { campaign } from '@wangdi/domain/rounds/kinds/cleaning/campaign.kind.ts'
import { cleanup } from '@wangdi/domain/rounds/kinds/cleaning/cleanup.kind.ts'
import { committee } from '@wangdi/domain/rounds/kinds/cleaning/committee.kind.ts'
import { suspension } from '@wangdi/domain/rounds/kinds/suspension.kind.ts'
import { town, villages } from '../../accounts.ts'
import { ago, asked, type AskedSample, at, type ThingSample, things } from '../sample.ts'

const [village] = villages
const order = '区防指〔2026〕3号 第四条'

/** What the demo's communities ask of those around them: to clean, to close for a while, to live on together. */
export const asking: readonly AskedSample[] = [
  asked(
    cleanup,
    240,
    { done: { result: '清走两车，地面冲洗过', people: 6, photos: ['swept'] } },
    {
      [town]: [
        {
          began: ago(80),
          urgency: 'today',
          fields: { owner: 'property', name: '翠苑物业', where: '3号楼后墙', what: '清运装修垃圾', event: '冬季清洁周' },
        },
        { began: at(16, '09:30'), fields: { owner: 'unit', name: '经八路小学', where: '校门两侧', what: '清理广告和积雪' } },
        {
          began: at(1, '10:20'),
          fields: { owner: 'shop', name: '经八路早餐店', where: '店前', what: '油污清洗' },
          acts: ['give'],
        },
        {
          began: at(3, '14:00'),
          fields: { owner: 'property', name: '文博物业', where: '地下车库', what: '排积水' },
          acts: ['give', 'not-done'],
          ground: '水泵坏了，等配件',
        },
        {
          began: at(2, '09:10'),
          fields: { owner: 'unit', name: '体育学院后勤', where: '家属院后巷', what: '除草清垃圾' },
          acts: ['give', 'done'],
        },
        {
          began: at(6, '15:00'),
          fields: { owner: 'committee', name: '公共卫生委员会', where: '楼道', what: '清杂物' },
          acts: ['give', 'done', 'confirm'],
        },
      ],
      [village]: [
        {
          began: at(2, '09:00'),
          fields: { owner: 'committee', name: '公共卫生委员会', where: '西头水沟', what: '疏通' },
          acts: ['give'],
        },
      ],
    },
  ),
  asked(
    suspension,
    60,
    { answer: { said: '同意，今晚收摊就停', closes: '2026-11-30' } },
    {
      [town]: [
        {
          began: ago(70),
          urgency: 'now',
          fields: {
            name: '翠苑棋牌室',
            kind: 'chess',
            where: '翠苑小区 2 号楼底商',
            basis: order,
            asked_on: '2026-11-29',
            hour: '上午',
          },
        },
        {
          began: at(1, '09:00'),
          fields: {
            name: '星光网吧',
            kind: 'leisure',
            where: '经八路 22 号',
            basis: order,
            asked_on: '2026-11-29',
            hour: '上午九点',
          },
        },
        {
          began: at(2, '10:00'),
          fields: { name: '聚福楼', kind: 'meals', where: '纬一路 8 号', basis: order, asked_on: '2026-11-28', hour: '上午十点' },
          acts: ['answer'],
          result: 'limits',
          said: { answer: { said: '不停业，只做外卖' } },
        },
        {
          began: at(3, '15:00'),
          fields: {
            name: '清泉洗浴',
            kind: 'bath',
            where: '经八路 40 号',
            basis: order,
            asked_on: '2026-11-27',
            hour: '下午三点',
          },
          acts: ['answer', 'accept'],
        },
        {
          began: at(2, '16:00'),
          fields: {
            name: '好声音歌厅',
            kind: 'leisure',
            where: '经八路 45 号',
            basis: order,
            asked_on: '2026-11-28',
            hour: '下午四点',
          },
          acts: ['answer', 'ask-review'],
          result: 'refuses',
          said: { answer: { said: '不停，说没人通知过' } },
        },
        {
          began: at(1, '14:00'),
          fields: {
            name: '健身会馆',
            kind: 'other',
            where: '文博花园东门',
            basis: order,
            asked_on: '2026-11-29',
            hour: '下午两点',
          },
          acts: ['send-back'],
          ground: '归文体部门管',
        },
        {
          began: at(2, '11:00'),
          fields: {
            name: '老茶馆',
            kind: 'meals',
            where: '纬一路 15 号',
            basis: order,
            asked_on: '2026-11-28',
            hour: '上午十一点',
          },
          acts: ['ask-side'],
        },
      ],
      [village]: [
        {
          began: at(2, '09:30'),
          fields: {
            name: '村口麻将馆',
            kind: 'chess',
            where: '荣庄村口',
            basis: '县防指公告',
            asked_on: '2026-11-28',
            hour: '早上',
          },
          acts: ['answer', 'accept'],
        },
      ],
    },
  ),
  asked(
    talk,
    300,
    { done: { doors: 9, asked: '问电梯消没消毒' } },
    {
      [town]: [
        { began: ago(90), urgency: 'now', fields: { where: '5号楼1单元', says: 'living' } },
        { began: at(14, '10:00'), fields: { where: '2号楼2单元', says: 'arrived' } },
        { began: at(1, '09:30'), fields: { where: '6号楼3单元', says: 'recovered' }, acts: ['give'] },
        {
          began: at(3, '10:00'),
          fields: { where: '7号楼2单元', says: 'recovered' },
          acts: ['give', 'not-done'],
          ground: '楼长出差，改到周末',
        },
        { began: at(2, '15:00'), fields: { where: '1号楼1单元', says: 'living' }, acts: ['give', 'done'] },
        { began: at(7, '16:00'), fields: { where: '8号楼2单元', says: 'arrived' }, acts: ['give', 'done', 'confirm'] },
      ],
      [village]: [{ began: at(2, '10:00'), fields: { where: '荣庄东头', says: 'arrived' }, acts: ['give'] }],
    },
  ),
]

/** Who is there to turn to in the demo: shops, psychological services, committees, and the campaigns that they lead. */
export const around: readonly ThingSample[] = [
  things(shop, {
    [town]: [
      {
        added: at(20, '09:00'),
        fields: {
          ...{ name: '丰产便民超市', kind: 'store', where: '翠苑小区南门', call: '19900005531' },
          protection: { masks: 'yes', distance: 'yes', clean: 'yes', limit: 'no' },
        },
      },
      { added: at(20, '09:10'), fields: { name: '老李理发店', kind: 'beauty', where: '经八路 18 号' }, state: ['closed', order] },
      {
        added: at(12, '09:20'),
        fields: { name: '洁净洗衣', kind: 'laundry', where: '纬一路 3 号', opens: '2026-12-05' },
        state: ['preparing', '店主报的开业日期'],
      },
      { added: at(20, '09:30'), fields: { name: '家电维修铺', kind: 'repair', where: '体院家属院西门' } },
    ],
    [village]: [
      { added: at(15, '09:00'), fields: { name: '荣庄供销店', kind: 'store', where: '荣庄村口' } },
      { added: at(15, '09:10'), fields: { name: '荣庄磨面坊', kind: 'greens', where: '荣庄东头' } },
    ],
  }),
  things(stayer, {
    [town]: [
      {
        added: at(2, '09:20'),
        fields: {
          name: '工地过年的三家',
          helper: 'sunli',
          where: '经八路工地宿舍',
          people: 8,
          needs: ['goods', 'work'],
          call: '19900000061',
        },
      },
      {
        added: at(4, '16:10'),
        fields: {
          ...{ name: '三号楼的老两口', door: '翠苑小区3号楼2单元402', resident: '翠苑小区3号楼2单元402' },
          ...{ helper: 'sunli', people: 2, needs: ['goods'] },
        },
        later: { errand: '送菜' },
      },
      {
        added: at(9, '10:10'),
        fields: { name: '夜班的一家', where: '翠苑小区 5 号楼底商', people: 2, needs: ['affairs', 'company'] },
        later: { affair: '孩子上学的居住证明' },
      },
      {
        added: at(12, '15:30'),
        fields: { name: '留校的学生', where: '体院家属院宿舍', people: 3, needs: ['company'] },
        ended: '买到票，回家了',
      },
    ],
    [village]: [{ added: at(3, '09:00'), fields: { name: '养殖场看场的', where: '村西养殖场', people: 1, needs: ['goods'] } }],
  }),
  things(counsellor, {
    [town]: [
      {
        added: at(30, '09:00'),
        fields: {
          name: '区第二医院心理门诊',
          kind: 'hospital',
          takes: ['two', 'three'],
          number: '0371-00000021',
          where: '区第二医院三楼',
        },
      },
      {
        added: at(30, '09:10'),
        fields: { name: '安心社工服务社', kind: 'social', takes: ['one', 'two'], number: '0371-00000022' },
      },
    ],
    [village]: [
      { added: at(25, '09:00'), fields: { name: '县精神卫生中心', kind: 'hospital', takes: ['three'], number: '0371-00000031' } },
    ],
  }),
  things(committee, {
    [town]: [
      {
        added: at(60, '09:00'),
        fields: {
          ...{ name: '公共卫生委员会', kind: 'health' },
          members: [
            { who: '周敏', sees_to: '主任，全面' },
            { who: '韩志远', sees_to: '健康宣传、疫苗' },
            { who: '孙丽', sees_to: '爱国卫生' },
          ],
        },
      },
      {
        added: at(60, '09:10'),
        fields: { name: '环境和物业管理委员会', kind: 'environment', members: [{ who: '马晓燕', sees_to: '催物业整改' }] },
      },
    ],
    [village]: [
      {
        added: at(60, '09:00'),
        fields: { name: '公共卫生委员会', kind: 'health', members: [{ who: '荣建设', sees_to: '主任，全面' }] },
      },
    ],
  }),
  things(campaign, {
    [town]: [
      {
        added: at(6, '09:00'),
        fields: {
          ...{ name: '冬季清洁周', leads: 'health', from: '2026-11-24', until: '2026-11-30', where: '背街小巷、楼道、垃圾房' },
          ...{ tasks: '清垃圾、除积水、消毒、查鼠蟑', people: 63 },
        },
        state: ['running', '公共卫生委员会议定'],
      },
      {
        added: at(2, '09:10'),
        fields: {
          ...{ name: '楼道清零行动', leads: 'property', from: '2026-12-05', until: '2026-12-06', where: '翠苑小区各楼' },
          tasks: '清楼道杂物，通消防道',
        },
      },
      {
        added: at(40, '09:20'),
        fields: {
          ...{ name: '国庆大扫除', leads: 'committee', from: '2026-09-28', until: '2026-09-30', where: '全社区' },
          ...{ tasks: '门前三包、公共绿地', people: 110 },
        },
        state: ['over', '做完验收'],
      },
    ],
    [village]: [
      {
        added: at(5, '09:00'),
        fields: {
          ...{ name: '扫院子', leads: 'committee', from: '2026-11-28', until: '2026-11-29', where: '全村' },
          ...{ tasks: '扫院子、清水沟', people: 40 },
        },
      },
    ],
  }),
]

import { affair } from '@wangdi/domain/requests/kinds/affair.kind.ts'
import { business } from '@wangdi/domain/requests/kinds/business.kind.ts'
import { lineCall } from '@wangdi/domain/requests/kinds/call.kind.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { town, villages } from '../../accounts.ts'
import { ago, asked, at, type AskedSample } from '../sample.ts'

const [village] = villages
const door = (room: string) => `翠苑小区3号楼${room}`
const kg = (n: number) => ({ n, unit: 'kg' }) as const
const piece = (n: number) => ({ n, unit: 'piece' }) as const
const box = (n: number) => ({ n, unit: 'box' }) as const
const vegetables = [
  { item: '土豆', much: kg(2) },
  { item: '鸡蛋', much: piece(30) },
  { item: '挂面', much: piece(2) },
]

/** What is done for residents of the demo: in the town something in each state, in the village what a week brings. */
export const services: readonly AskedSample[] = [
  asked(
    errand,
    40,
    { done: { cost: { n: 36.4, unit: 'yuan' }, slip: ['slip'] } },
    {
      [town]: [
        {
          began: ago(162),
          urgency: 'now',
          called: '送菜',
          door: door('2单元402'),
          fields: { what: 'food', items: vegetables, put: 'door', whose: door('2单元402') },
          way: 'phone',
        },
        {
          began: at(1, '15:10'),
          urgency: 'today',
          door: door('4单元603'),
          fields: {
            what: 'food',
            items: [
              { item: '青菜', much: kg(1) },
              { item: '豆腐', much: box(2) },
            ],
            put: 'door',
          },
          acts: ['give'],
        },
        {
          began: ago(95),
          urgency: 'today',
          door: door('1单元201'),
          fields: { what: 'parcel', put: 'door', whose: door('1单元201') },
          acts: ['give'],
          way: 'phone',
        },
        {
          began: ago(70),
          urgency: 'today',
          door: door('2单元204'),
          fields: { what: 'medicine', items: [{ item: '药袋（卫生站封好的）', much: piece(1) }], put: 'door' },
          acts: ['give'],
        },
        {
          began: ago(130),
          urgency: 'today',
          door: door('3单元301'),
          fields: {
            what: 'food',
            items: [
              { item: '米', much: kg(5) },
              { item: '油', much: box(1) },
            ],
            put: 'door',
          },
          acts: ['give', 'not-done'],
          ground: '丰产超市没开门',
        },
        {
          began: ago(150),
          urgency: 'soon',
          door: door('1单元402'),
          fields: { what: 'rubbish', put: 'door' },
          acts: ['give', 'done'],
        },
        {
          began: at(1, '09:20'),
          urgency: 'today',
          door: door('2单元402'),
          fields: { what: 'medicine', items: [{ item: '降压药', much: box(2) }], put: 'door', whose: door('2单元402') },
          acts: ['give', 'done', 'confirm'],
          way: 'phone',
        },
        {
          began: at(2, '10:05'),
          urgency: 'today',
          door: door('2单元101'),
          fields: { what: 'food', items: [{ item: '牛奶', much: box(1) }], put: 'gate' },
          acts: ['give', 'take-back', 'give', 'done', 'confirm'],
          way: 'paper',
        },
        {
          began: ago(50),
          urgency: 'soon',
          door: door('4单元204'),
          fields: { what: 'other', items: [{ item: '灯泡', much: piece(2) }], put: 'door' },
          acts: ['give', 'take-back'],
        },
      ],
      [village]: [
        {
          began: ago(120),
          urgency: 'today',
          door: '荣庄东头1组3',
          fields: { what: 'medicine', items: [{ item: '降糖药', much: box(1) }], put: 'door' },
          acts: ['give'],
          way: 'phone',
        },
        {
          began: at(3, '08:40'),
          urgency: 'soon',
          door: '荣庄东头2组25',
          fields: { what: 'food', items: [{ item: '面粉', much: kg(10) }], put: 'inside' },
          acts: ['give', 'done', 'confirm'],
        },
        { began: at(3, '16:00'), urgency: 'soon', door: '荣庄东头1组5', fields: { what: 'parcel', put: 'door' } },
      ],
    },
  ),
  asked(
    affair,
    180,
    { done: { number: '豫政办-2026-0418', note: '当天办结，回执交给本人了' } },
    {
      [town]: [
        {
          began: ago(60),
          urgency: 'today',
          fields: {
            item: 'insurance',
            matter: '异地就医备案，老人在女儿家住',
            papers: '身份证、社保卡复印件',
            call: '19900005511',
          },
        },
        { began: at(18, '09:10'), fields: { item: 'housing', matter: '公租房续租资格复核', papers: '收入证明' } },
        {
          began: at(1, '10:20'),
          called: '孩子上学的居住证明',
          fields: { item: 'proof', guide: '居住情况证明', matter: '居住情况证明，孩子上学用', call: '19900005512' },
          acts: ['give'],
        },
        {
          began: at(3, '14:30'),
          fields: { item: 'allowance', matter: '临时救助申请，家里一人住院' },
          acts: ['give', 'not-done'],
          ground: '缺住院费用清单，已告诉家属',
        },
        {
          began: at(2, '11:00'),
          fields: { item: 'old', guide: '高龄津贴申领', matter: '80 岁高龄津贴首次申领', papers: '身份证、银行卡' },
          acts: ['give', 'done'],
        },
        {
          began: at(6, '09:40'),
          fields: { item: 'disabled', guide: '残疾人证换证', matter: '残疾人证到期换证' },
          acts: ['give', 'done', 'confirm'],
        },
        { began: at(4, '15:20'), fields: { item: 'work', matter: '失业登记' }, acts: ['hand-on'] },
        { began: at(2, '16:10'), fields: { item: 'birth', matter: '新生儿落户' }, acts: ['give', 'take-back'] },
      ],
      [village]: [
        { began: at(1, '09:00'), fields: { item: 'insurance', matter: '城乡居民医保补缴', call: '19900005521' }, acts: ['give'] },
        { began: at(7, '10:30'), fields: { item: 'old', matter: '高龄津贴年审' }, acts: ['give', 'done', 'confirm'] },
      ],
    },
  ),
  asked(
    business,
    240,
    { done: { note: '找到人了，第二天就到岗' } },
    {
      [town]: [
        {
          began: at(1, '10:00'),
          fields: { kind: 'shop', name: '丰产便民超市', firm: 'goods', matter: '口罩只够两天，进货慢', call: '19900005531' },
        },
        {
          began: at(22, '09:30'),
          fields: { kind: 'firm', name: '河南惠民商贸有限公司', firm: 'rent', matter: '三季度房租想缓交' },
        },
        {
          began: at(2, '14:10'),
          fields: {
            kind: 'shop',
            name: '阿依古丽·买买提江手工馕饼店（翠苑小区南门西侧第三间）',
            firm: 'reopen',
            opens: '2026-12-01',
            matter: '要办开业登记和消毒指导',
          },
          acts: ['give'],
        },
        {
          began: at(5, '15:00'),
          fields: { kind: 'firm', name: '绿城家政服务部', firm: 'people', matter: '缺 4 名保洁' },
          acts: ['give', 'done'],
        },
        {
          began: at(6, '11:20'),
          fields: { kind: 'shop', name: '老李理发店', firm: 'transport', matter: '封控楼里的人来不了，想上门' },
          acts: ['give', 'not-done'],
          ground: '现在不能上门，等解除',
        },
        {
          began: at(12, '09:00'),
          fields: { kind: 'shop', name: '经八路早餐店', firm: 'reopen' },
          acts: ['give', 'done', 'confirm'],
        },
      ],
      [village]: [
        {
          began: at(1, '08:30'),
          fields: { kind: 'farm', name: '荣庄蔬菜合作社', farm: 'sale', matter: '白菜 6 吨没人收', call: '19900005541' },
        },
        {
          began: at(4, '09:00'),
          fields: { kind: 'farm', name: '荣庄东头荣老四家', farm: 'labour', matter: '拔萝卜缺人' },
          acts: ['give', 'done'],
        },
      ],
    },
  ),
  asked(
    lineCall,
    25,
    { answer: { reply: '按现在的规定解释了，告诉他带身份证来社区' } },
    {
      [town]: [
        {
          began: ago(40),
          urgency: 'now',
          fields: { topic: 'medicine', line: '卫生服务站', missed: true, call: '19900005551' },
          way: 'phone',
        },
        {
          began: at(1, '19:40'),
          urgency: 'today',
          fields: { topic: 'living', line: '社区值班电话', matter: '暖气不热，问归谁管' },
          way: 'phone',
        },
        {
          began: ago(140),
          urgency: 'today',
          fields: { topic: 'rules', matter: '外地亲戚来住几天要不要报备' },
          acts: ['answer'],
          way: 'phone',
        },
        { began: ago(170), fields: { topic: 'old', matter: '母亲一个人在家，问有没有人上门看' }, acts: ['step'], way: 'phone' },
        {
          began: at(1, '09:15'),
          fields: { topic: 'medicine', matter: '降压药快吃完了，不想去医院' },
          acts: ['answer', 'accept'],
          result: 'handed-on',
          way: 'phone',
        },
        {
          began: at(2, '20:05'),
          fields: { topic: 'mind', line: '区心理援助热线', matter: '隔离三天睡不着，想找人说说' },
          acts: ['answer', 'accept'],
          result: 'handed-on',
          way: 'phone',
        },
        { began: at(1, '16:20'), fields: { topic: 'other', matter: '楼道声控灯坏了半个月' }, acts: ['send-back'], way: 'phone' },
        {
          began: at(3, '10:10'),
          fields: { topic: 'rules', matter: '问为什么北门不让骑电动车进' },
          acts: ['ask-side'],
          way: 'phone',
        },
        {
          began: at(4, '11:30'),
          fields: { topic: 'living', matter: '买菜的群里价格太高' },
          acts: ['answer', 'ask-review'],
          way: 'phone',
        },
      ],
      [village]: [
        { began: ago(55), fields: { topic: 'medicine', matter: '问卫生室几点有医生' }, acts: ['answer'], way: 'phone' },
        { began: at(2, '18:00'), fields: { topic: 'living', matter: '水压小，二楼没水' }, way: 'phone' },
      ],
    },
  ),
  asked(
    psych,
    1440,
    { entry: { contact: 'call', note: '聊了二十分钟，情绪稳一些，约了后天再打。' } },
    {
      [town]: [
        {
          began: ago(90),
          urgency: 'today',
          door: door('4单元204'),
          fields: { asker: 'line', level: 'one', call: '19900005561' },
        },
        {
          began: at(4, '09:30'),
          urgency: 'today',
          door: door('2单元402'),
          fields: { asker: 'family', level: 'two' },
          acts: ['entry', 'next-day', 'entry'],
        },
        {
          began: at(3, '14:00'),
          urgency: 'now',
          door: door('3单元202'),
          fields: { asker: 'community', level: 'four' },
          acts: ['entry', 'refer'],
          every: 120,
          to: '410105001006',
          said: { entry: { contact: 'crisis', told: ['family', 'hospital'], note: '家属已到，陪着去医院。' } },
        },
        { began: at(12, '10:00'), door: door('1单元302'), fields: { asker: 'self', level: 'one' }, acts: ['entry', 'close'] },
        {
          began: at(9, '15:30'),
          door: door('2单元503'),
          fields: { asker: 'community', level: 'two' },
          acts: ['entry', 'close', 'reopen'],
        },
      ],
    },
  ),
]

import { discrimination } from '@wangdi/domain/requests/kinds/discrimination.kind.ts'
import { mediation } from '@wangdi/domain/requests/kinds/mediation.kind.ts'
import { problem } from '@wangdi/domain/requests/kinds/problem.kind.ts'
import { parentOf } from '@wangdi/domain/place-code.ts'
import { town, villages } from '../../accounts.ts'
import { ago, type AskedSample, asked, at } from '../sample.ts'

const [village] = villages
const note = '双方坐下来谈了一个多小时，各说各的理，约定后天再谈。'

/** What the demo's communities raise, settle and mediate; nobody is named in it. */
export const rights: readonly AskedSample[] = [
  asked(
    problem,
    300,
    { answer: { reply: '已从街道库房调 10 桶，明天上午送到；以后每周一配送一次。' } },
    {
      [town]: [
        {
          began: ago(75),
          urgency: 'now',
          fields: {
            topic: 'goods',
            matter: '3号楼的消毒药水只够用一天',
            tried: '问了两家药店都缺货',
            wanted: '今天调 10 桶',
            households: 96,
          },
        },
        {
          began: at(30, '09:00'),
          fields: {
            topic: 'offices',
            matter: '地下车库积水，物业和排水所互相推',
            tried: '打了三次电话',
            wanted: '请街道召集两家到现场',
            households: 48,
          },
        },
        {
          began: at(2, '10:30'),
          urgency: 'today',
          fields: { topic: 'burden', matter: '同一份人员表一周要报三个口子', wanted: '一数一源，别再要' },
          acts: ['step'],
        },
        {
          began: at(3, '15:00'),
          fields: { topic: 'people', matter: '第 5 网格没有网格员', wanted: '批一个公益岗' },
          acts: ['send-back'],
        },
        {
          began: at(4, '09:30'),
          fields: { topic: 'money', matter: '值守补助拖了两个月', wanted: '说清哪天发' },
          acts: ['ask-side'],
        },
        {
          began: at(5, '14:00'),
          fields: { topic: 'needs', matter: '封控单元的透析病人要固定车', wanted: '定一辆车', households: 1 },
          acts: ['answer'],
        },
        {
          began: at(9, '10:00'),
          fields: { topic: 'shortcoming', matter: '社区没有移动扩音设备', wanted: '配两套' },
          acts: ['answer', 'accept'],
          result: 'partly',
        },
        {
          began: at(6, '11:00'),
          fields: { topic: 'goods', matter: '防护服尺码全是小号', wanted: '换 30 套大号' },
          acts: ['answer', 'ask-review'],
          result: 'cannot',
        },
        {
          began: at(3, '08:50'),
          place: parentOf(town),
          fields: { topic: 'people', matter: '街道 6 个卡点夜班轮不开', wanted: '从机关下沉 8 人' },
        },
      ],
      [village]: [
        {
          began: at(2, '09:00'),
          fields: { topic: 'needs', matter: '村口路灯坏了 5 盏，老人晚上不敢出门', wanted: '请镇里修', households: 60 },
        },
        {
          began: at(7, '10:00'),
          fields: { topic: 'goods', matter: '卫生室没有血氧仪', wanted: '配两个' },
          acts: ['answer', 'accept'],
        },
      ],
    },
  ),
  asked(
    discrimination,
    240,
    { answer: { done: '去楼里开了小会，讲清楚病好了就不传染，群里的话撤了。' } },
    {
      [town]: [
        {
          began: ago(100),
          urgency: 'now',
          fields: { where: 'online', whom: 'recovered', matter: '楼栋群里有人要求病好回来的人别坐电梯' },
        },
        { began: at(15, '10:00'), fields: { where: 'work', whom: 'arrived', matter: '店里招工写明不要某地来的人' } },
        { began: at(2, '15:30'), fields: { where: 'neighbours', whom: 'household', matter: '邻居在门上贴字条' }, acts: ['step'] },
        { began: at(3, '09:40'), fields: { where: 'shop', whom: 'recovered', matter: '超市不让进' }, acts: ['answer'] },
        {
          began: at(8, '14:20'),
          fields: { where: 'school', whom: 'household', matter: '孩子同学家长要求换座位' },
          acts: ['answer', 'accept'],
          result: 'talked',
        },
        {
          began: at(1, '10:20'),
          fields: { where: 'online', whom: 'staff', matter: '有人在网上骂值守的医生' },
          acts: ['send-back'],
          ground: '发帖的人不在本社区',
        },
        {
          began: at(2, '09:10'),
          fields: { where: 'work', whom: 'recovered', matter: '单位不让病好的人返岗' },
          acts: ['ask-side'],
        },
        {
          began: at(5, '11:00'),
          fields: { where: 'doctor', whom: 'arrived', matter: '诊所不给看' },
          acts: ['answer', 'ask-review'],
          result: 'unfounded',
        },
      ],
      [village]: [
        {
          began: at(4, '09:00'),
          fields: { where: 'neighbours', whom: 'arrived', matter: '有人堵住打工回来的人家的路' },
          acts: ['answer'],
          result: 'stopped',
        },
      ],
    },
  ),
  asked(
    mediation,
    1440,
    {
      entry: { note: '分别打了电话，两家都愿意谈。' },
      meet: { way: 'room', note },
      agree: { form: 'written', terms: '楼上夜里十点后不拖动桌椅，楼下不再敲暖气管；脚垫由两家各出一半。', until: '2026-12-15' },
      refuse: { side: 'other', told: true },
      close: { told: true, dossier: { form: 'yes', rights: 'yes', record: 'yes', agreement: 'yes', kept: 'yes' } },
    },
    {
      [town]: [
        { began: at(1, '15:00'), fields: { dispute: 'neighbours', offered: true, matter: '楼道里放鞋柜，两家吵了三次' } },
        {
          began: at(40, '09:00'),
          fields: { dispute: 'property', offered: false, matter: '电梯停了半个月，业主不交物业费' },
          acts: ['one-agrees'],
        },
        {
          began: at(6, '10:00'),
          fields: { dispute: 'neighbours', offered: false, matter: '楼上夜里有响声，要求装隔音垫' },
          acts: ['one-agrees', 'other-agrees', 'meet'],
        },
        {
          began: at(12, '14:30'),
          fields: { dispute: 'money', offered: false, matter: '漏水泡了楼下地板，赔多少谈不拢' },
          acts: ['one-agrees', 'other-agrees', 'meet', 'agree'],
        },
        {
          began: at(8, '09:20'),
          fields: { dispute: 'control', offered: true, closed: true, matter: '隔离期间门口的东西丢了' },
          acts: ['one-agrees', 'refuse'],
        },
        {
          began: at(26, '10:30'),
          fields: { dispute: 'family', offered: false, closed: true, matter: '三兄妹轮流照看老人排不开' },
          acts: ['one-agrees', 'other-agrees', 'meet', 'agree', 'close'],
        },
        {
          began: at(3, '11:00'),
          fields: { dispute: 'neighbours', offered: true, matter: '为停车位争吵' },
          acts: ['other-agrees', 'entry'],
        },
      ],
      [village]: [
        {
          began: at(5, '09:00'),
          fields: { dispute: 'land', offered: false, matter: '两家宅基地中间的过道谁来留' },
          acts: ['one-agrees', 'other-agrees', 'meet'],
        },
        {
          began: at(20, '10:00'),
          fields: { dispute: 'family', offered: true, matter: '分家后老人的地由谁种' },
          acts: ['one-agrees', 'refuse'],
        },
      ],
    },
  ),
]

import { partyDuty } from '@wangdi/domain/documents/kinds/party-duty.kind.ts'
import { guide } from '@wangdi/domain/requests/kinds/guide.kind.ts'
import { line } from '@wangdi/domain/requests/kinds/line.kind.ts'
import { elderSite } from '@wangdi/domain/rounds/kinds/elder-site.kind.ts'
import { facility } from '@wangdi/domain/rounds/kinds/facility.kind.ts'
import { testPoint } from '@wangdi/domain/rounds/kinds/test-point.kind.ts'
import { weakPoint } from '@wangdi/domain/rounds/kinds/weak-point.kind.ts'
import { town, villages } from '../../accounts.ts'
import { at, type ThingSample, things } from '../sample.ts'

const [village] = villages
const order = '区防指〔2026〕3号 第四条'
const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const week = (days: readonly number[], from: string, until: string) => [{ days, from, until }]
const team = [
  { who: '韩志远', does: '组长，医疗处置' },
  { who: '孙丽', does: '联系家属、送物资' },
]

/** What the registers of the demo hold: each state of each, something to look at again, something that is no more. */
export const registers: readonly ThingSample[] = [
  things(facility, {
    [town]: [
      {
        added: at(30, '09:10'),
        fields: {
          name: '体育社区综合服务大厅',
          kind: 'service',
          where: '翠苑小区 1 号楼底商',
          capacity: 40,
          households: 1320,
          hours: week(weekdays, '08:30', '17:30'),
        },
      },
      {
        added: at(30, '09:20'),
        fields: {
          name: '社区图书室',
          kind: 'library',
          where: '服务大厅二楼',
          capacity: 25,
          hours: week(everyDay, '09:00', '18:00'),
        },
        state: ['limited', order],
      },
      {
        added: at(30, '09:30'),
        fields: { name: '文体活动室', kind: 'culture', where: '体院家属院 2 号楼', capacity: 60 },
        state: ['suspended', order],
      },
      {
        added: at(30, '09:40'),
        fields: { name: '老年活动室', kind: 'elder', where: '翠苑小区 6 号楼', capacity: 30, services: '棋牌、午餐、测血压' },
        state: ['limited', '人多，分时段'],
      },
      { added: at(130, '10:00'), fields: { name: '翠苑健身广场', kind: 'square', where: '翠苑小区中心' } },
      {
        added: at(28, '10:10'),
        fields: {
          name: '纬一路农贸市场',
          kind: 'market',
          where: '纬一路 18 号',
          capacity: 300,
          hours: week(everyDay, '06:00', '19:00'),
        },
        state: ['limited', order],
      },
      {
        added: at(28, '10:20'),
        fields: { name: '体育社区卫生服务站', kind: 'clinic', where: '经八路 27 号', hours: week(everyDay, '08:00', '20:00') },
      },
      { added: at(28, '10:30'), fields: { name: '丰产便民超市', kind: 'shop', where: '翠苑小区南门', capacity: 50 } },
      {
        added: at(60, '10:40'),
        fields: { name: '旧阅览室', kind: 'library', where: '体院家属院 1 号楼' },
        ended: '房子交回学校了',
      },
    ],
    [village]: [
      {
        added: at(40, '09:00'),
        fields: { name: '荣庄村综合服务站', kind: 'service', where: '村委会院内', capacity: 30, households: 110 },
      },
      { added: at(40, '09:10'), fields: { name: '荣庄文化广场', kind: 'square', where: '村委会门前' } },
      {
        added: at(40, '09:20'),
        fields: { name: '荣庄老年活动室', kind: 'elder', where: '东头 2 组', capacity: 20 },
        state: ['suspended', '暖气在修'],
      },
      {
        added: at(40, '09:30'),
        fields: { name: '荣庄村卫生室', kind: 'clinic', where: '村委会东侧', hours: week(everyDay, '08:00', '18:00') },
      },
    ],
  }),
  things(weakPoint, {
    [town]: [
      {
        added: at(20, '09:00'),
        fields: { name: '纬一路早市摊点', kind: 'market', where: '纬一路南段', keeper: 'maxiaoyan', answers: '市场管理方' },
      },
      { added: at(20, '09:10'), fields: { name: '体院家属院后巷', kind: 'lane', where: '家属院北墙外', answers: '社区' } },
      {
        added: at(20, '09:20'),
        fields: { name: '翠苑垃圾房', kind: 'dump', where: '翠苑小区西北角', keeper: 'liujing', answers: '翠苑物业' },
      },
      {
        added: at(50, '09:30'),
        fields: { name: '文博花园地下车库', kind: 'water', where: '文博花园 1 号楼下', answers: '文博物业' },
      },
      {
        added: at(25, '09:40'),
        fields: { name: '经八路公厕', kind: 'toilet', where: '经八路口', answers: '区环卫所' },
        state: ['mended', '街道验收通过'],
      },
    ],
    [village]: [
      { added: at(15, '10:00'), fields: { name: '西头水沟', kind: 'water', where: '荣庄西头 4 组', answers: '村委会' } },
      { added: at(15, '10:10'), fields: { name: '东头老宅', kind: 'vacant', where: '荣庄东头 2 组', answers: '村委会' } },
    ],
  }),
  things(testPoint, {
    [town]: [
      {
        added: at(12, '08:30'),
        fields: {
          name: '翠苑南门检测亭',
          where: '翠苑小区南门',
          hours: week(everyDay, '07:30', '19:00'),
          provider: '区第二医院',
          conditions: ['shelter', 'power', 'distance', 'waste'],
        },
      },
      {
        added: at(12, '08:40'),
        fields: {
          name: '体院家属院检测点',
          where: '家属院篮球场',
          hours: week(weekdays, '17:00', '20:00'),
          provider: '社区卫生服务站',
          conditions: ['distance', 'waste', 'barrier'],
        },
      },
      {
        added: at(12, '08:50'),
        fields: { name: '文博花园检测点', where: '文博花园东门', provider: '区第二医院' },
        state: ['closed', '采样人员调走'],
      },
    ],
    [village]: [
      {
        added: at(10, '09:00'),
        fields: {
          name: '荣庄检测点',
          where: '村委会院内',
          hours: week([1, 3, 5], '08:00', '11:00'),
          provider: '镇卫生院',
          conditions: ['shelter', 'water'],
        },
      },
    ],
  }),
  things(elderSite, {
    [town]: [
      {
        added: at(18, '09:00'),
        fields: {
          name: '翠苑日间照料中心',
          where: '翠苑小区 6 号楼一层',
          beds: 18,
          lead: '韩志远',
          call: '19900009904',
          team,
          guide: '第二版',
          since: '2026-10-01',
          rooms: '104 室空着，门单开',
        },
        state: ['limited', order],
      },
      {
        added: at(45, '09:30'),
        fields: {
          name: '经八路颐养院',
          where: '经八路 31 号',
          beds: 60,
          lead: '韩志远',
          call: '19900009904',
          team,
          guide: '第一版',
          since: '2026-06-01',
        },
        state: ['closed', '省里通知，养老机构封闭管理'],
      },
      {
        added: at(16, '09:40'),
        fields: {
          name: '体院家属院颐和养老服务站',
          where: '体院家属院 3 号楼',
          beds: 24,
          lead: '韩志远',
          call: '19900009904',
          team,
          guide: '第二版',
          since: '2026-10-01',
        },
      },
      {
        added: at(1, '15:00'),
        fields: {
          name: '文博托老所',
          where: '文博花园 2 号楼底商',
          beds: 12,
          lead: '韩志远',
          call: '19900009904',
          team,
          guide: '第二版',
          since: '2026-11-01',
        },
        waiting: true,
      },
    ],
    [village]: [
      {
        added: at(20, '10:00'),
        fields: {
          name: '荣庄幸福院',
          where: '荣庄东头 3 组',
          beds: 10,
          lead: '镇卫生院 田医生',
          call: '19900009926',
          team: [{ who: '镇卫生院 田医生', does: '组长，医疗处置' }],
          guide: '第二版',
          since: '2026-10-01',
        },
      },
    ],
  }),
  things(line, {
    [town]: [
      {
        added: at(20, '09:00'),
        fields: {
          name: '社区值班电话',
          kind: 'community',
          number: '0371-55550101',
          hours: week(everyDay, '00:00', '24:00'),
          provider: '值班干部',
        },
      },
      {
        added: at(20, '09:05'),
        fields: {
          name: '卫生服务站',
          kind: 'clinic',
          number: '0371-55550102',
          hours: week(everyDay, '08:00', '20:00'),
          provider: '韩志远',
        },
      },
      {
        added: at(20, '09:10'),
        fields: {
          name: '区心理援助热线',
          kind: 'mind',
          number: '0371-55550103',
          hours: week(everyDay, '08:00', '22:00'),
          provider: '区精神卫生中心',
        },
      },
      {
        added: at(20, '09:15'),
        fields: {
          name: '区第二医院直通',
          kind: 'hospital',
          number: '0371-55550104',
          hours: week(everyDay, '00:00', '24:00'),
          provider: '总值班',
        },
      },
      {
        added: at(120, '09:20'),
        fields: {
          name: '惠民药店直通',
          kind: 'pharmacy',
          number: '0371-55550105',
          hours: week(everyDay, '08:00', '21:00'),
          provider: '店长',
        },
      },
      {
        added: at(60, '09:25'),
        fields: { name: '旧值班手机', kind: 'community', number: '19900009980', provider: '社区' },
        ended: '号码停用',
      },
    ],
    [village]: [
      { added: at(20, '10:00'), fields: { name: '村值班电话', kind: 'community', number: '0371-55550121', provider: '荣建设' } },
    ],
  }),
  things(guide, {
    [town]: [
      {
        added: at(25, '09:00'),
        fields: {
          name: '高龄津贴申领',
          decides: 'street',
          papers: '身份证、户口本、银行卡，各带原件和复印件',
          days: 10,
          steps: '社区受理，街道审核，区民政局发放',
        },
      },
      {
        added: at(25, '09:20'),
        fields: { name: '居住情况证明', decides: 'community', papers: '身份证、房产证或租房合同', days: 1 },
      },
      {
        added: at(25, '09:40'),
        fields: { name: '残疾人证换证', decides: 'county', papers: '旧证、身份证、两寸照片两张', days: 20 },
      },
      {
        added: at(200, '10:00'),
        fields: { name: '临时救助申请', decides: 'street', papers: '申请书、收入证明、住院或受灾材料', days: 7 },
      },
      {
        added: at(1, '16:00'),
        fields: { name: '新生儿落户', decides: 'county', papers: '出生医学证明、父母身份证、结婚证', days: 1 },
        waiting: true,
      },
    ],
    [village]: [
      { added: at(30, '10:00'), fields: { name: '城乡居民医保参保', decides: 'county', papers: '身份证、户口本', days: 3 } },
    ],
  }),
  things(partyDuty, {
    [town]: [
      {
        added: at(60, '09:00'),
        fields: { party: 'place', holder: '体育社区居委会', duty: '每个网格有人负责，名字和电话挂在单元门口' },
        signed: '周敏',
      },
      {
        added: at(60, '09:10'),
        fields: { party: 'department', holder: '经八路街道市场监管所', duty: '集贸市场每周查一遍通风、消毒、进货票据' },
        signed: '马国强',
      },
      {
        added: at(60, '09:20'),
        fields: { party: 'unit', holder: '晨光印务', duty: '员工健康每天问一遍，有发热的当天报社区' },
        signed: '郭工',
      },
      { added: at(3, '15:30'), fields: { party: 'unit', holder: '惠民超市', duty: '人多就限流，进口处测温' } },
      {
        added: at(60, '09:40'),
        fields: { party: 'person', holder: '全体居民', duty: '少聚集、勤洗手、有症状先说' },
        signed: '居民代表会议',
      },
      {
        added: at(90, '10:00'),
        fields: { party: 'unit', holder: '小满杂货', duty: '门口备口罩和洗手液' },
        ended: '搬走了',
      },
    ],
    [village]: [
      {
        added: at(45, '09:00'),
        fields: { party: 'place', holder: '荣庄村委会', duty: '每个村民组有人管，天天转一圈' },
        signed: '荣建设',
      },
    ],
  }),
]

import { disinfection } from '@wangdi/domain/rounds/kinds/disinfection.kind.ts'
import { elderCheck } from '@wangdi/domain/rounds/kinds/elder-check.kind.ts'
import { mend } from '@wangdi/domain/rounds/kinds/mend.kind.ts'
import { patrol } from '@wangdi/domain/rounds/kinds/patrol.kind.ts'
import { selfCheck } from '@wangdi/domain/rounds/kinds/self-check.kind.ts'
import { waste } from '@wangdi/domain/rounds/kinds/waste.kind.ts'
import { parentOf } from '@wangdi/domain/place-code.ts'
import { town, villages } from '../../accounts.ts'
import { ago, type AskedSample, asked, at, type LookSample, looks } from '../sample.ts'

const [village] = villages
const carrier = '郑州绿源医废处置有限公司（许可证 豫医废 2024-07 号）'
const lots = (bags: number, kilograms: number) => [
  { class: 'infectious' as const, bags, weight: { n: kilograms, unit: 'kg' as const } },
  { class: 'sharps' as const, bags: 1, weight: { n: 0.8, unit: 'kg' as const } },
]
const handed = { lots: lots(6, 14.5), signed: { by: '韩志远' } }
const taken = { lots: lots(6, 14.5), leak: false, signed: { by: '收运员 郭立' } }

/** What was found wrong and handed over in the demo's communities. */
export const findings: readonly AskedSample[] = [
  asked(
    mend,
    300,
    { 'put-right': { done: '叫保洁清走了，地面冲过，拍了照。', after: ['swept'] } },
    {
      [town]: [
        {
          began: ago(110),
          urgency: 'now',
          fields: { where: '2号楼北侧', what: '装修垃圾占了消防通道', owner: '翠苑物业', before: ['heap'] },
        },
        { began: at(18, '09:30'), fields: { where: '纬一路农贸市场', what: '活禽摊没有隔开', owner: '市场管理方' } },
        {
          began: at(2, '10:10'),
          fields: { where: '文博花园地下车库', what: '积水没排', owner: '文博物业', before: ['puddle'] },
          acts: ['put-right'],
        },
        {
          began: at(6, '15:00'),
          fields: { where: '体院家属院垃圾房', what: '垃圾满了没清', before: ['heap'] },
          acts: ['put-right', 'checked'],
        },
        { began: at(3, '14:20'), fields: { where: '翠苑小区北门', what: '共享单车堆放' }, acts: ['put-right', 'still-wrong'] },
        {
          began: at(8, '10:00'),
          fields: { where: '经八路夜市', what: '油污倒进雨水口', owner: '夜市管理方', before: ['puddle'] },
          later: ['put-right'],
          said: {
            'put-right': { done: '移交以后管理方装了收集桶，雨水口冲过。', letter: '夜市油污倒进雨水口', after: ['swept'] },
          },
        },
        { began: at(1, '11:00'), fields: { where: '4号楼楼道', what: '顶灯线头外露' }, acts: ['send-back'] },
      ],
      [village]: [
        { began: at(2, '09:00'), fields: { where: '荣庄西头水沟', what: '沟里有死水、有蚊虫' } },
        { began: at(5, '10:00'), fields: { where: '荣庄文化广场', what: '健身器材松动', owner: '村委会' }, acts: ['put-right'] },
      ],
    },
  ),
  asked(
    waste,
    90,
    { leave: handed, arrive: taken },
    {
      [town]: [
        { began: ago(45), fields: { source: 'clinic', carrier, plate: '豫A·D3127' } },
        { began: at(4, '09:00'), fields: { source: 'test-point', carrier, plate: '豫A·D3127' } },
        {
          began: ago(120),
          fields: { source: 'homes', ground: '区防指〔2026〕3号 第七条', carrier, plate: '豫A·D3127' },
          acts: ['leave'],
        },
        { began: at(1, '15:00'), fields: { source: 'clinic', carrier, plate: '豫A·D3127' }, acts: ['leave', 'arrive'] },
        { began: at(2, '15:00'), fields: { source: 'site', carrier, plate: '豫A·D3127' }, acts: ['leave', 'arrive', 'end'] },
        {
          ...{ began: at(3, '15:10'), fields: { source: 'clinic', carrier }, acts: ['leave', 'arrive', 'end'] },
          said: { arrive: { ...taken, lots: lots(5, 12.1), difference: '一袋没扎口，当场退回重新装袋，随下一车走' } },
        },
        { began: at(5, '14:40'), fields: { source: 'test-point', carrier }, acts: ['not-come'] },
      ],
      [village]: [
        {
          began: at(1, '10:00'),
          to: parentOf(village),
          fields: { source: 'clinic', carrier: '中牟县医废集中收运点', plate: '豫A·K9921' },
          acts: ['leave', 'arrive'],
          said: { leave: { ...handed, signed: { by: '荣建设' } } },
        },
      ],
    },
  ),
]

const clean = { air: 'yes', handles: 'yes', tables: 'yes', floor: 'yes', toilet: 'yes', rubbish: 'yes' } as const
const checked = { notice: 'yes', measured: 'yes', limit: 'yes', masks: 'yes', clean: 'yes', water: 'yes' } as const
const seen = { rubbish: 'yes', water: 'yes', pests: 'yes', stalls: 'not-applicable', crowd: 'yes' } as const
const cared = {
  readings: 'yes',
  visitors: 'yes',
  air: 'yes',
  disinfected: 'yes',
  room: 'yes',
  goods: 'yes',
  staff: 'yes',
} as const

/** The rounds of the demo: the turns before as usual, the present one under way. */
export const rounds: readonly LookSample[] = [
  looks(
    disinfection,
    2,
    { done: 'done', agent: 'chlorine', strength: { n: 500, unit: 'mgl' }, minutes: 30, items: clean, photos: ['wiped'] },
    [
      'usual',
      'due',
      { done: 'no-agent' },
      'usual',
      'due',
      { done: 'done', agent: 'alcohol', items: { ...clean, toilet: 'not-applicable' } },
    ],
  ),
  looks(selfCheck, 1, { done: 'checked', items: checked, tier: 'low', inside: 12 }, [
    'usual',
    { done: 'checked', items: { ...checked, water: 'no' }, tier: 'low', inside: 31, note: '洗手池停水，物业来修' },
    'due',
    { done: 'closed' },
    'usual',
  ]),
  looks(patrol, 1, { done: 'seen', items: seen }, [
    'usual',
    { done: 'seen', items: { ...seen, rubbish: 'no' }, note: '墙根又有人倒装修垃圾', photos: ['heap'] },
    'due',
    { done: 'not-open' },
  ]),
  looks(elderCheck, 2, { done: 'checked', ill: 0, visitors: 3, free: 4, items: cared }, [
    {
      done: 'checked',
      ill: 1,
      told: '一位老人 37.8 度，单间观察，医生看过，已告诉家属',
      visitors: 0,
      items: { ...cared, goods: 'no' },
    },
    'due',
  ]),
]

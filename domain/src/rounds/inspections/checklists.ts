import type { Words } from '../../problem.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** One thing to look at. */
export interface ChecklistItem {
  readonly id: string
  readonly words: Words
}
/** What an inspection of a kind looks at, with the section that asks for it. */
export interface Checklist {
  readonly words: Words
  readonly source: string
  readonly items: readonly ChecklistItem[]
}

/** The lists to inspect by; an item is answered yes, no or not applicable, and what is left out was not looked at. */
export const checklists = {
  'duties-in-place': {
    words: w('责任、措施、效果', 'Duties, measures, effect'),
    source: '肺炎机制发〔2020〕5号 组织领导',
    items: [
      { id: 'duty-named', words: w('每个网格都有人负责，名字挂出来了', 'Every grid has a named person, and the name is posted') },
      {
        id: 'class-known',
        words: w('社区划分定了，工作人员说得出今天该做什么', 'The class is set, and staff can say what today asks'),
      },
      { id: 'arrivals-known', words: w('新来的人有登记，没有漏的', 'People who arrived are registered, none is missing') },
      {
        id: 'abnormal-reported',
        words: w('发热的人知道报给谁，报过的有回音', 'Staff know whom to tell of a fever, and reports got answers'),
      },
      { id: 'supplies-there', words: w('口罩、消毒、测温的东西够用', 'Masks, disinfectant and thermometers suffice') },
      { id: 'effect-seen', words: w('台账和实际对得上', 'What stands in the records is what one finds') },
    ],
  },
  'four-times': {
    words: w('四早自查', 'The four early steps'),
    source: '河南 2020 防控链条',
    items: [
      { id: 'found-early', words: w('新来的、发热的，当天就知道', 'Arrivals and fevers are known the same day') },
      { id: 'reported-early', words: w('知道了马上报，没有压着', 'They are reported at once, nothing is held back') },
      { id: 'isolated-early', words: w('该隔离的当天落实', 'Who is to be isolated is so the same day') },
      { id: 'treated-early', words: w('该送医的及时送到', 'Who needs a doctor gets there in time') },
    ],
  },
  reopening: {
    words: w('复工复产自查', 'Reopening'),
    source: '河南 2020 复工复产',
    items: [
      { id: 'plan-there', words: w('单位有防控方案，责任人在岗', 'The unit has a plan and its responsible person is there') },
      { id: 'staff-known', words: w('返岗的人从哪来、哪天来都清楚', 'Where returning staff come from, and when, is known') },
      { id: 'room-ready', words: w('留了临时隔离的房间', 'A room for temporary isolation is kept') },
      { id: 'route-known', words: w('出了情况知道报给谁', 'Everybody knows whom to tell when something happens') },
    ],
  },
  'unit-duties': {
    words: w('单位防控责任', 'Duties of a unit'),
    source: '精准化方案 高风险',
    items: [
      { id: 'responsible', words: w('负责人和联系人定了', 'A responsible person and a contact are named') },
      { id: 'health-register', words: w('员工（学生）健康状况每天有人问', 'Somebody asks daily how staff or pupils are') },
      { id: 'air-and-disinfect', words: w('通风、消毒照做，有记录', 'Airing and disinfection are done and recorded') },
      { id: 'protective-goods', words: w('口罩、洗手、消毒用品够用', 'Masks, washing and disinfectant suffice') },
      { id: 'eat-and-sleep', words: w('食堂错开、宿舍不挤', 'Meals are staggered and dormitories not crowded') },
      { id: 'room-ready', words: w('留了临时隔离的房间', 'A room for temporary isolation is kept') },
      { id: 'route-known', words: w('有人不舒服知道报给谁', 'Everybody knows whom to tell of an illness') },
    ],
  },
  drill: {
    words: w('演练', 'Drill'),
    source: '民发〔2021〕11号 应急处置',
    items: [
      { id: 'called-in-time', words: w('该到的人按时到了', 'Those called came in time') },
      { id: 'roles-known', words: w('各人知道自己做什么', 'Everybody knew their part') },
      { id: 'goods-found', words: w('物资找得到、用得上', 'Goods were found and usable') },
      { id: 'residents-told', words: w('居民听得到、看得懂通知', 'Residents heard and understood the notice') },
      { id: 'services-ran', words: w('买药、买菜、看病没断', 'Medicine, food and doctors stayed within reach') },
    ],
  },
  review: {
    words: w('复盘', 'Review'),
    source: '精准化方案 保障措施',
    items: [
      { id: 'found-in-time', words: w('发现得及时', 'It was found in time') },
      { id: 'people-enough', words: w('人手够', 'There were enough people') },
      { id: 'goods-enough', words: w('物资够', 'There were enough goods') },
      { id: 'residents-served', words: w('居民的难处有人管', 'Residents in need were looked after') },
      { id: 'no-excess', words: w('没有过头的做法', 'Nothing went too far') },
    ],
  },
} as const satisfies Record<string, Checklist>
export type ChecklistName = keyof typeof checklists

/** Looks up a list by name. */
export const getChecklist = (name: ChecklistName): Checklist => checklists[name]

import type { Words } from '../../problem.ts'

/** The three rosters that communities keep and hand in. */
export const rosterKinds = {
  residents: { zh: '居民台账', en: 'Residents' },
  arrivals: { zh: '返乡（来）人员登记', en: 'Arrivals' },
  elders: { zh: '老年人健康调查', en: 'Elders' },
} as const satisfies Record<string, Words>

export type RosterKind = keyof typeof rosterKinds

/** What a column of a roster may mean, with the word shown when a person corrects the mapping. */
export const rosterFields = {
  name: { zh: '姓名', en: 'Name' },
  documentKind: { zh: '证件类型', en: 'Kind of document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  nationality: { zh: '国籍（地区）', en: 'Nationality' },
  sex: { zh: '性别', en: 'Sex' },
  birth: { zh: '出生日期', en: 'Date of birth' },
  age: { zh: '年龄（不保存）', en: 'Age (not kept)' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '住址（一格写全）', en: 'Address in one cell' },
  estate: { zh: '小区、自然村', en: 'Estate or natural village' },
  group: { zh: '村（居）民小组', en: 'Villager group' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' },
  room: { zh: '房号、门牌号', en: 'Room or door number' },
  household: { zh: '户号（认一家用，不存）', en: 'Household number (not kept)' },
  headName: { zh: '户主姓名（认一家用，不存）', en: 'Head of household (not kept)' },
  relation: { zh: '与户主关系', en: 'Relation to the head' },
  registration: { zh: '户籍地', en: 'Household registration' },
  use: { zh: '房屋使用', en: 'Use of the dwelling' },
  marks: { zh: '重点人群', en: 'Key groups' },
  ill: { zh: '是否有基础疾病', en: 'Whether ill' },
  illness: { zh: '基础疾病', en: 'Chronic illness' },
  stable: { zh: '病情是否稳定', en: 'Illness stable' },
  doses: { zh: '疫苗接种剂次', en: 'Vaccine doses' },
  firstDoseOn: { zh: '第一剂日期', en: 'Day of the first dose' },
  secondDoseOn: { zh: '第二剂日期', en: 'Day of the second dose' },
  thirdDoseOn: { zh: '第三剂日期', en: 'Day of the third dose' },
  fourthDoseOn: { zh: '第四剂日期', en: 'Day of the fourth dose' },
  lastDoseOn: { zh: '末次接种日期', en: 'Day of the last dose' },
  doctor: { zh: '家庭医生', en: 'Family doctor' },
  emergencyPhone: { zh: '紧急联系人电话', en: 'Emergency phone' },
  origin: { zh: '来源地', en: 'Came from' },
  arrivedOn: { zh: '返回时间', en: 'Day of arrival' },
  transport: { zh: '交通方式及车次', en: 'Transport' },
  companions: { zh: '随行人数', en: 'Companions' },
  passedRisk: { zh: '是否途经中高风险地区', en: 'Passed a risk area' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Record<string, Words>

export type RosterField = keyof typeof rosterFields

/** The days of single doses; the latest of them counts. */
export const doseDays = ['firstDoseOn', 'secondDoseOn', 'thirdDoseOn', 'fourthDoseOn', 'lastDoseOn'] as const

/** What a roster of each kind must have a column of: without it no row of it could be taken. */
export const mustsOf: Readonly<Record<RosterKind, readonly RosterField[]>> = {
  residents: ['name'],
  arrivals: ['name', 'arrivedOn'],
  elders: ['name'],
}

/** Which fields a roster of each kind may carry; a column that is none of them is left out and said so. */
export const fieldsOf: Readonly<Record<RosterKind, readonly RosterField[]>> = (() => {
  const person = ['name', 'documentKind', 'documentNumber', 'nationality', 'sex', 'birth', 'age', 'phone'] as const
  const dwelling = ['address', 'estate', 'group', 'building', 'unit', 'room'] as const
  return {
    residents: [
      ...[...person, ...dwelling, 'household', 'headName', 'relation', 'registration', 'use', 'marks', 'ill', 'illness'],
      ...['emergencyPhone', 'remark'],
    ] as RosterField[],
    arrivals: [...person, ...dwelling, 'origin', 'arrivedOn', 'transport', 'companions', 'passedRisk', 'remark'],
    elders: [
      ...[
        ...person,
        ...dwelling,
        'ill',
        'illness',
        'stable',
        'doses',
        ...doseDays,
        'doctor',
        'emergencyPhone',
        'marks',
        'remark',
      ],
    ] as RosterField[],
  }
})()

/** Which column (0 is A) holds which field. */
export type Columns = Readonly<Partial<Record<RosterField, number>>>

// One building as the guides show it: 96 rooms, 7 of them vacant, 16 still to reach, 12 with a key household.
const of = (text: string) => new Set(text.split(' ').map((door) => `翠苑小区3号楼${door[0]}单元${door.slice(2)}`))

export const shownPrefix = '翠苑小区3号楼'
export const shownVacant = of('1-601 2-603 3-604 3-501 4-502 4-303 1-104')
export const shownNotReached = of('1-604 2-601 4-602 2-503 3-401 4-403 1-303 2-301 3-302 2-204 3-102')
export const shownNobodyHome = of('1-502 3-504 2-304 3-203 4-101')
export const shownKey = of('3-602 2-503 4-503 1-402 2-402 3-401 1-302 4-301 3-202 1-101 2-103 4-101')

/** The household whose page the guides open. */
export const shownHousehold = {
  door: '翠苑小区3号楼2单元402',
  people: [
    { name: '陈志强', sex: 'male', age: 41, relation: '户主' },
    { name: '何晓丽', sex: 'female', age: 39, relation: '配偶' },
    { name: '陈悦', sex: 'female', age: 9, relation: '女儿' },
    { name: '陈德福', sex: 'male', age: 74, relation: '父亲', marks: ['chronic'] },
  ],
} as const

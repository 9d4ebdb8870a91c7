// What stands in the cell of a name, and what does not become a person.
import { expect, test } from 'vitest'
import { doorOf, judgingFiles } from './judged.ts'
import { encodedAs, numberOf, people as good, separated, workbook } from './make-files.ts'

const judge = judgingFiles()
const behind = (names: readonly string[]) =>
  workbook([['姓名', '性别', '楼栋', '单元', '房号'], ...names.map((name, at) => [name, '', '1号楼', '1单元', `${101 + at}`])])

test('a name is read out of what people write around it; a phone goes to the phone, 户主 to the relation', async () => {
  const { people } = await judge(
    behind([
      '赵大（户主）',
      '赵 二',
      '赵三 13812345678',
      '①赵四',
      '2、赵五',
      '阿依古丽.买买提',
      '赵五2',
      '租户王小明',
      '王小明 男',
      '1 王小明',
      '王小明（电话13800138000）',
      '古丽 艾力',
      '买买提．艾力',
      'SMITH/JOHN',
      "O'Brien Séan",
    ]),
  )
  expect(people.map(({ name, phone, relation }) => [name, phone ?? '', relation])).toEqual([
    ['赵大', '', '户主'],
    ['赵二', '', ''],
    ['赵三', '13812345678', ''],
    ['赵四', '', ''],
    ['赵五', '', ''],
    ['阿依古丽.买买提', '', ''],
    ['赵五2', '', ''],
    ['王小明', '', '租户'],
    ['王小明', '', ''],
    ['王小明', '', ''],
    ['王小明', '13800138000', ''],
    ['古丽艾力', '', ''],
    ['买买提·艾力', '', ''],
    ['SMITH/JOHN', '', ''],
    ["O'Brien Séan", '', ''],
  ])
})

test('several people in one cell make none: the row is told', async () => {
  const signs = ['、', '\n', '/', '，', ' ', '和', '﹑', '､', '\\', '。', '-', '：', '＆', '带', '妻', ' 妻子']
  const said = [
    ...signs.map((sign) => `张大${sign}李二`),
    '1张大2李二',
    '1.张大 2.李二',
    '赵大等3人',
    '赵大一家',
    '赵大父子',
    '赵大等',
  ]
  const { accepted, rejected } = await judge(behind(said))
  expect(accepted).toBe(0)
  expect(rejected.map(({ code }) => code)).toEqual(said.map(() => 'name.several'))
})

test('names one behind the other without a sign are several; four characters are one person only with a number of their own', async () => {
  const glued = ['张小明李小红', '张三李小红', '张小明李四', '张三李四王五', '张三李四', '张三.李四']
  expect((await judge(behind(glued))).rejected.map(({ code }) => code)).toEqual(glued.map(() => 'name.several'))
  const one = ['欧阳小明', '王李文静', '扎西顿珠', '阿依古丽', '马依拉·马木提', '买买提艾力江', '高桥真由美', '张和平', '王平等']
  expect((await judge(behind(one))).people.map(({ name }) => name)).toEqual(one)
  const numbered = workbook([
    ['姓名', '身份证号'],
    ['王杨金鑫', numberOf('2011-01-01', 3)],
  ])
  expect(await judge(numbered)).toMatchObject({
    people: [{ name: '王杨金鑫' }],
    warnings: [{ row: 2, code: 'name.maybe-two' }],
  })
})

test('words, signs and numbers that are no name make nobody', async () => {
  const said = [
    '曾用名：赵大',
    '赵*大',
    '赵某某',
    '是',
    '出租',
    '拒登',
    '同上',
    '〃',
    '……',
    '本人',
    '李四 41019919',
    '13812345678',
    '商铺',
    '赵€',
    '王女士',
    '王小明之妻',
    '王小明家属',
    '王XX',
    '查无此人',
    '未取名',
    '=A1',
  ]
  const { accepted, rejected, rows } = await judge(behind(said))
  expect({ accepted, rows }).toEqual({ accepted: 0, rows: said.length })
  expect(rejected.map(({ code }) => code)).toEqual(said.map(() => 'name.not-a-name'))
})

test('whoever is written down as dead or gone is not entered, and the row says why', async () => {
  const { accepted, rejected } = await judge(behind(['张三（已故）', '李四（已搬走）', '王五(去世)', '赵六（迁往北京）']))
  expect(accepted).toBe(0)
  expect(rejected.map(({ code, text }) => [code, text])).toEqual([
    ['name.gone', '姓名旁写着“已故”，没有收'],
    ['name.gone', '姓名旁写着“搬走”，没有收'],
    ['name.gone', '姓名旁写着“去世”，没有收'],
    ['name.gone', '姓名旁写着“迁往”，没有收'],
  ])
})

test('a door with words on its emptiness instead of a name is a vacant dwelling', async () => {
  expect(await judge(behind(['空户', '无人居住', '空置', '空']))).toMatchObject({ accepted: 0, rejected: [], rows: 4 })
  expect(await judge(behind(['空户', '无人居住', '空置']))).toMatchObject({
    vacant_dwellings: 3,
    not_people: [{ code: 'vacant' }, { code: 'vacant' }, { code: 'vacant' }],
  })
})

test('a roster that names only heads of households takes them as the people', async () => {
  const { people } = await judge(
    workbook([
      ['门牌号', '户主', '身份证号', '电话', '人口数'],
      ['101', '赵大', numberOf('1970-01-01', 3), '19900000001', 3],
    ]),
  )
  expect(people).toMatchObject([{ name: '赵大', documentNumber: numberOf('1970-01-01', 3) }])
  expect(people.map(doorOf)).toEqual(['101'])
})

test('a rare character is one character whichever way its encoding kept it', async () => {
  const rows = (names: readonly string[]) => [
    ['姓名', '性别', '身份证号'],
    ...names.map((name, at) => [name, '男', numberOf('1980-01-01', 601 + at * 2)]),
  ]
  const privately = ['郑\ue816', '冯\ue78d', '卫\ue7c7', '张\ue863', '王\ue81e']
  const standardly = ['郑\u{20087}', '冯\ufe10', '卫\u1e3f', '张\u4dae', '王\u9fb4']
  const named = async (names: readonly string[]) => (await judge(separated(rows(names)))).people.map(({ name }) => name)
  expect(await named(privately)).toEqual(standardly)
  expect(await named(standardly)).toEqual(standardly)
  const rare = ['刘镕', '周喆', '王㛃', '李䶮', '赵㐂', '𠮷一民']
  const bytes = Buffer.concat([
    encodedAs('gb18030', separated(rows(rare.slice(0, 2)))),
    Buffer.from([0xd6, 0xa3, 0xfe, 0x51, 0x2c, 0xc4, 0xd0, 0x2c]),
    Buffer.from(`${good[0]?.[2]}\r\n`),
  ])
  expect((await judge(bytes)).people.map(({ name }) => name)).toEqual(['刘镕', '周喆', '郑\u{20087}'])
  expect(await named(rare)).toEqual(rare)
})

test('a byte that no character of GB18030 has is told with its row and makes no name', async () => {
  const bytes = Buffer.concat([
    encodedAs(
      'gb18030',
      separated([
        ['姓名', '性别'],
        ['赵大', '男'],
      ]),
    ),
    Buffer.from([0xba, 0xab, 0x80, 0x2c, 0xc4, 0xd0, 0x0d, 0x0a]),
  ])
  expect(await judge(bytes)).toMatchObject({ accepted: 1, rejected: [{ row: 3, code: 'name.not-a-name' }] })
})

// Addresses and heads of columns as forms in use have them.
import { describe, expect, test } from 'vitest'
import { doorOf, judgingFiles } from './judged.ts'
import { numberOf, workbook } from './make-files.ts'

const judge = judgingFiles()
const number = numberOf('1990-01-01', 3)
const names = '一二三四五六七八九十丁丐丑专且丕世丘丙业丛东丝丞丟'

describe('addresses', () => {
  const at = async (addresses: readonly string[]) =>
    judge(workbook([['姓名', '性别', '现住址'], ...addresses.map((address, line) => [`址${names[line]}`, '男', address])]))

  test('a door is found in an address of one cell wherever one can be meant', async () => {
    const found: readonly (readonly [string, string])[] = [
      ['6#4-604', '6号楼 4单元 604'],
      ['A栋1201', 'A栋 1201'],
      ['6-604', '6号楼 604'],
      ['6号楼4单元604-1', '6号楼 4单元 604-1'],
      ['6号楼4单元604（东户）', '6号楼 4单元 604'],
      ['6号楼-4单元-604', '6号楼 4单元 604'],
      ['6＃4单元604', '6号楼 4单元 604'],
      ['6/4/604', '6号楼 4单元 604'],
      ['6号楼4单元604 租户', '6号楼 4单元 604'],
      ['体育小区六栋四单元604室', '体育小区 6号楼 4单元 604'],
      ['河南省郑州市金水区丰产路街道某某社区体育小区6号楼4单元604', '体育小区 6号楼 4单元 604'],
      ['郑州市金水区体育小区6号楼4单元604', '体育小区 6号楼 4单元 604'],
      ['城市花园小区6号楼604', '城市花园小区 6号楼 604'],
      ['李家湾三组12号', '李家湾 3组 12'],
      ['3号楼2单元5楼501', '3号楼 2单元 501'],
      ['第6栋第4单元604', '6号楼 4单元 604'],
      ['6.4.604', '6号楼 4单元 604'],
      ['东3楼2单元501', '东3楼 2单元 501'],
      ['100弄6号604室', '100弄 6号楼 604'],
      ['A-1201', 'A栋 1201'],
      ['06-04-0604', '6号楼 4单元 604'],
    ]
    const { people, warnings } = await at(found.map(([said]) => said))
    expect(people.map(doorOf)).toEqual(found.map(([, door]) => door))
    expect(warnings).toEqual([])
  })

  test('province, city, district, town, community and street number above an estate are none of its name, in whichever part they are left out', async () => {
    const above: readonly (readonly [string, string])[] = [
      ...['南京市鼓楼区', '鼓楼区', '南京市', '江苏省南京市鼓楼区', '江苏省', '江苏南京鼓楼区', '中牟县', '义乌市'],
      ...[
        '延边朝鲜族自治州延吉市',
        '新疆维吾尔自治区喀什地区疏附县',
        '鄂伦春自治旗',
        '上海市浦东新区',
        '北京朝阳区',
        '郑州高新区',
      ],
      ...['浦东新区张江镇', '文化路街道体育社区', '体育社区', '建国路88号', '鼓楼区建国路88号', '管城回族区'],
    ].map((area) => [`${area}翠苑小区`, '翠苑小区'] as const)
    const kept = [
      ...[
        '东区',
        '翠苑小区东区',
        '体育社区',
        '管城区',
        '幸福新区东区',
        '花市小区',
        '红旗小区',
        '城市花园',
        '都市阳光',
        '恒大小镇云锦苑',
      ],
      ...['阳光花园别墅区怡景苑', '农贸市场家属院', '市政府家属院', '金水区公安局宿舍', '中牟县医院', '梦里水乡翠苑', '乡村花园'],
    ].map((estate) => [estate, estate] as const)
    const estates = async (rows: readonly (readonly string[])[], heads: readonly string[]) =>
      (await judge(workbook([heads, ...rows]))).people.map(({ door }) => door?.estate)
    const all = [...above, ...kept, ['金水区花园小区', '花园小区'] as const]
    const name = (at: number) => `${names[at % 26]}${names[Math.floor(at / 26)]}`
    const rows = all.map(([said], at) => [`址${name(at)}`, '男', `${said}6号楼4单元604`])
    expect(await estates(rows, ['姓名', '性别', '现住址'])).toEqual(all.map(([, estate]) => estate))
    const parts = all.map(([said], at) => [`址${name(at)}`, '男', said, '6号楼', '4单元', '604'])
    expect(await estates(parts, ['姓名', '性别', '小区', '楼栋', '单元', '房号'])).toEqual(all.map(([, estate]) => estate))
    const village = [['址甲', '男', '中牟县白沙镇前程村三组12号']]
    expect(await estates(village, ['姓名', '性别', '现住址'])).toEqual(['前程村'])
  })

  test('where none can be found the person stays, the words are kept, and the row says so', async () => {
    const said = ['体育路12号', '体育小区6号楼4单元6楼东户', '河南省郑州市', '12栋A座1201', '6号楼4单元604附1', '6号楼地下室']
    const { people, warnings } = await at(said)
    expect(people.map(({ door, doorText }) => [door, doorText])).toEqual(said.map((words) => [undefined, words]))
    expect(warnings.map(({ code }) => code)).toEqual(said.map(() => 'door.unread'))
  })

  test('a room or building that the spreadsheet made a day is asked about, and no door is made of it', async () => {
    const { people, warnings } = await judge(
      workbook([
        ['姓名', '性别', '楼栋', '房号'],
        ['室甲', '男', '1号楼', { serial: 46086 }],
        ['室乙', '男', { serial: 46086 }, '101'],
        ['室丙', '男', '1号楼', '2026-03-05'],
      ]),
    )
    expect(people.map(({ door }) => door)).toEqual([undefined, undefined, undefined])
    expect(warnings.map(({ code, text }) => [code, text.includes('是不是 3-5？')])).toEqual(
      Array.from({ length: 3 }, () => ['door.day', true]),
    )
  })
})

describe('heads', () => {
  test.each<[string, readonly string[]]>([
    ['of two words', ['姓名', '身份证号/护照号', '联系电话', '家庭住址']],
    ['of two languages', ['姓名 Name', '护照号/身份证号 ID/Passport No.', '电话 Tel', '住址 Address']],
    ['with numbers', ['1.姓名', '2.身份证号', '3、联系电话', '（4）家庭住址']],
    ['numbered behind', ['姓名1', '身份证号1', '联系电话1', '现住址1']],
    ['in English', ['Full Name', 'ID No.', 'Mobile', 'Address']],
    ['on two lines of a cell', ['姓名\n（必填）', '证件\n号码', '联系\n电话', '现住址']],
  ])('%s are recognised', async (_, heads) => {
    const { people } = await judge(workbook([heads, ['客一', number, '19900000051', '1号楼1单元101']]))
    expect(people).toMatchObject([{ name: '客一', documentNumber: number, phone: '19900000051', door: { room: '101' } }])
  })

  test('arrivals: where from, when, how and where to are found under the heads of forms in use', async () => {
    const first = await judge(
      workbook([
        ['序号', '姓名', '身份证号', '联系电话', '现居住地', '返回前居住地', '抵郑时间', '返郑交通方式'],
        ['1', '返甲', number, '19900000001', '1号楼1单元101', '湖北武汉', '2026-11-20', '高铁G100'],
      ]),
      'arrivals',
    )
    const second = await judge(
      workbook([
        ['姓名', '身份证号码', '手机号码', '派发状态', '返乡时间', '返回方式', '出发地', '目的地', '码色'],
        ['返乙', number, '19900000002', '已派发', '2026-11-20', '火车', '湖北武汉', '1号楼1单元101', '绿'],
      ]),
      'arrivals',
    )
    for (const { people } of [first, second])
      expect(people).toMatchObject([
        { door: { building: '1号楼', room: '101' }, arrival: { origin: '湖北武汉', arrivedOn: '2026-11-20' } },
      ])
    expect([first, second].map(({ people }) => people[0]?.arrival?.transport)).toEqual(['高铁G100', '火车'])
  })

  test('residents and elders: the heads of forms in use', async () => {
    const resident = await judge(
      workbook([
        ['房屋地址', '房屋编码', '姓名', '身份证件种类', '证件号码', '与户主关系', '紧急联系电话', '户籍地址类型'],
        ['1号楼1单元101', '4403', '住甲', '居民身份证', number, '户主', '19900000005', '外省'],
      ]),
    )
    expect(resident.people).toMatchObject([
      { documentKind: 'identity-card', documentNumber: number, relation: '户主', residence: 'elsewhere', door: { room: '101' } },
    ])
    const elder = await judge(
      workbook([
        ['姓名', '性别', '身份证号', '现住址', '是否有基础疾病', '所患疾病', '接种针数', '末次接种时间'],
        ['老甲', '女', numberOf('1958-01-01', 2), '9号楼2单元301', '是', '高血压、糖尿病', 3, '2022-03-01'],
      ]),
      'elders',
    )
    expect(elder.people).toMatchObject([
      { illness: ['高血压', '糖尿病'], elder: { disease: 'unknown', doses: 3, lastDoseOn: '2022-03-01' } },
    ])
  })

  test('without heads the refusal says what the columns look like, and columns can be named', async () => {
    const rows = workbook(
      ['甲', '乙', '丙'].map((one, at) => [`1990000${1000 + at}`, numberOf('1990-01-01', 3 + at * 2), `赵${one}`]),
    )
    await expect(judge(rows)).rejects.toMatchObject({
      code: 'people.roster-without-heads',
      words: { zh: expect.stringContaining('A 列像电话（3 格里 3 格），B 列像证件号码（3 格里 3 格），C 列像姓名') },
    })
    const { people } = await judge(rows, 'residents', ['--head-row', '0', '--columns', 'name=C,documentNumber=B,phone=A'], {
      headRow: 0,
      columns: [
        { column: 2, field: 'name' },
        { column: 1, field: 'documentNumber' },
        { column: 0, field: 'phone' },
      ],
    })
    expect(people.map(({ name, phone }) => [name, phone])).toEqual([
      ['赵甲', '19900001000'],
      ['赵乙', '19900001001'],
      ['赵丙', '19900001002'],
    ])
  })

  test('a column that every row must have and that is not there is told once for the file', async () => {
    const arrivals = judge(
      workbook([
        ['姓名', '身份证号'],
        ['返甲', number],
        ['返乙', numberOf('1990-01-01', 5)],
      ]),
      'arrivals',
    )
    await expect(arrivals).rejects.toMatchObject({ code: 'people.roster-without-column', facts: { field: '返回时间' } })
  })
})

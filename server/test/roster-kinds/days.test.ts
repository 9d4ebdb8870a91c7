// Days as people, spreadsheets and programs write them.
import { expect, test } from 'vitest'
import { judgingFiles } from './judged.ts'
import { lineXml, type MadeCell, separated, workbook, workbookOf } from './make-files.ts'

const judge = judgingFiles()
const born = (...cells: MadeCell[]) =>
  workbook([
    ['姓名', '性别', '出生年月', '楼栋', '房号'],
    ...cells.map((cell, at) => [`赵${'一二三四五六七八九十'[at % 10]}`, '男', cell, '1号楼', `${101 + at}`]),
  ])
const births = async (...cells: MadeCell[]) => {
  const { people, rejected, warnings, rows, accepted } = await judge(born(...cells))
  return {
    births: people.map(({ birth }) => birth),
    rejected: rejected.map(({ row, code }) => [row, code]),
    warnings,
    rows,
    accepted,
  }
}

test('a birthday with two digits of its year is the latest such day that is not after today', async () => {
  const said = ['65.3.12', '98-5-3', '98.5.3', '45/10/1', '03.7.8', '26.11.1', '26.11.20', '26.11.21', '71年2月3日']
  expect(await births(...said)).toMatchObject({
    accepted: 9,
    births: [
      ...['1965-03-12', '1998-05-03', '1998-05-03', '1945-10-01', '2003-07-08', '2026-11-01', '2026-11-20', '1926-11-21'],
      '1971-02-03',
    ],
    warnings: [],
  })
})

test('serial numbers of old people are read like later ones, as numbers and as texts, with a time; what no birthday can be is told', async () => {
  const said = [16803, '14611', 19999, 20000, 25000, '36526', '30000.5', 366, 61, 60, 0, 99999, { serial: 59 }]
  expect(await births(...said)).toMatchObject({
    births: [
      '1946-01-01',
      '1940-01-01',
      '1954-10-02',
      '1954-10-03',
      '1968-06-11',
      '2000-01-01',
      '1982-02-18',
      '1900-12-31',
      '1900-03-01',
      '1900-02-28',
    ],
    rejected: [
      [11, 'date.unreadable'],
      [12, 'date.unreadable'],
      [13, 'date.unreadable'],
    ],
    rows: 13,
  })
})

test('every spelling of a birthday that means one day only is read', async () => {
  const said = [
    ...[
      '1998 年 5 月 3 日',
      '1998.5.3.',
      '1998、5、3',
      '1998,5,3',
      '1998/05/03 00:00:00',
      '1998-05-03T00:00:00.000Z',
      '3-May-98',
    ],
    ...[
      'Sun May 03 1998 00:00:00 GMT+0800 (中国标准时间)',
      '一九九八年五月三日',
      '1998—5—3',
      '1998－05－03',
      '19980503',
      '980503',
    ],
    ...[
      '1998-5-3 上午',
      '1998.05.03生',
      '1998-05-03 星期日',
      '公历1998年5月3日',
      'May 3, 1998',
      '1998·5·3',
      '1998 5 3',
      '1998;5;3',
      '1998年五月三日',
      '九八年五月三日',
      '5月3日1998年',
      '生日：1998.5.3',
    ],
  ]
  expect(await births(...said)).toMatchObject({ births: said.map(() => '1998-05-03'), rejected: [], warnings: [] })
  expect(await births('13/5/1998', '5/13/1998', '5/5/1998', '2000.2.29', '一九六〇年十二月二十一日')).toMatchObject({
    births: ['1998-05-13', '1998-05-13', '1998-05-05', '2000-02-29', '1960-12-21'],
  })
})

test('a day that could be two, a month, a year, or one of the old calendar keeps the person without a birthday, and says so', async () => {
  const said = [
    '5/3/1998',
    '05/03/1998',
    '农历1946年腊月初八',
    '1946年8月（农历）初一',
    '1998年5月',
    '199805',
    '1998',
    1998,
    '3-5-98',
    '98年5月',
    '70后',
    '不记得了',
    '1950年左右',
    '45岁',
  ]
  const read = await births(...said)
  expect(read).toMatchObject({ accepted: said.length, births: said.map(() => undefined), rejected: [] })
  expect(read.warnings.map(({ row, code }) => [row, code])).toEqual(said.map((_, at) => [at + 2, 'birth.unclear']))
})

test('a day that the calendar does not have keeps its row out', async () => {
  expect((await births('1998.02.29', '1900-2-29', '2027-01-01', '1890-01-01')).rejected).toEqual([
    [2, 'date.unreadable'],
    [3, 'date.unreadable'],
    [4, 'date.in-future'],
    [5, 'date.too-early'],
  ])
})

test('a birthday that is not known is none, and nothing is told', async () => {
  expect(await births('不详', '无', '—')).toMatchObject({ accepted: 3, births: [undefined, undefined, undefined], warnings: [] })
})

test('numbers in a workbook that counts from 1904 are its days, whether shown as days or not', async () => {
  const from1904 = (cells: MadeCell[]) =>
    workbookOf(
      [
        ['姓名', '出生日期'],
        ['甲一', ...cells],
      ]
        .map((line, at) => lineXml(at + 1, line))
        .join(''),
      (members) => members.map(([path, xml]) => [path, xml.replace(/<sheets>/, '<workbookPr date1904="1"/><sheets>')]),
    )
  expect((await judge(from1904([28538]))).people[0]?.birth).toBe('1982-02-18')
  expect((await judge(from1904([{ serial: 28538 }]))).people[0]?.birth).toBe('1982-02-18')
})

test('a moment that a program wrote is the day that Shanghai had, in the summers of 1986 to 1991 as well', async () => {
  const moments: readonly (readonly [string, string])[] = [
    ['1998-05-03T16:00:00.000Z', '1998-05-04'],
    ['1998-05-03T15:59:59Z', '1998-05-03'],
    ['1990-06-30T15:00:00.000Z', '1990-07-01'],
    ['1990-12-31T15:00:00.000Z', '1990-12-31'],
    ['1998-05-04T00:00:00+08:00', '1998-05-04'],
    ['1998-05-04 00:00:00', '1998-05-04'],
    ['"Sun, 03 May 1998 16:00:00 GMT"', '1998-05-04'],
    ['/Date(894211200000)/', '1998-05-04'],
  ]
  const { people } = await judge(
    separated([['姓名', '出生日期'], ...moments.map(([said], at) => [`钱${'一二三四五六七八'[at]}`, said])]),
  )
  expect(people.map(({ birth }) => birth)).toEqual(moments.map(([, day]) => day))
})

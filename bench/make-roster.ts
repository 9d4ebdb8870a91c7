import ExcelJS from 'exceljs'
import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红飞鹏宇浩轩梓涵怡晨雨诗鑫欣子凤玲燕萍']
const heads = [
  '序号',
  '小区',
  '楼栋',
  '单元',
  '房号',
  '户主姓名',
  '姓名',
  '与户主关系',
  '性别',
  '身份证号',
  '联系电话',
  '房屋使用',
  '重点人群',
  '慢性病',
  '备注',
]

const two = (n: number) => String(n).padStart(2, '0')
// A fixed order that jumps about: the same people in every run, without chance.
const pick = <T>(list: readonly T[], n: number): T => list[(n * 2_654_435_761) % list.length] as T

/** The n-th invented person as a line of a residents' roster; about one in a hundred has a wrong number. */
export function rosterLine(n: number): (string | number)[] {
  const door = Math.floor(n / 3)
  const first = `410199${1930 + (n % 95)}${two((n % 12) + 1)}${two((n % 28) + 1)}${String(Math.floor(n / 95) % 1000).padStart(3, '0')}`
  const number = n % 100 === 99 ? `${first}${checkCharacterOf(first) === '0' ? '1' : '0'}` : first + checkCharacterOf(first)
  const name = pick(surnames, n) + pick(given, n + 7) + (n % 4 === 0 ? '' : pick(given, n * 3 + 1))
  const head = pick(surnames, door * 3) + pick(given, door * 3 + 7)
  return [
    n + 1,
    '体育小区',
    `${Math.floor(door / 120) + 1}号楼`,
    `${(Math.floor(door / 30) % 4) + 1}单元`,
    `${(Math.floor(door / 5) % 6) + 1}0${(door % 5) + 1}`,
    head,
    name,
    n % 3 === 0 ? '户主' : '其他',
    Number(first[16]) % 2 ? '男' : '女',
    number,
    `1990000${String(n % 10_000).padStart(4, '0')}`,
    '自住',
    n % 25 === 0 ? '残疾人' : '',
    n % 12 === 0 ? '高血压' : '',
    '',
  ]
}

/** Writes a residents' roster of so many lines as .xlsx, with a title line as they have. */
export async function writeRoster(path: string, lines: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  const sheet = workbook.addWorksheet('居民台账')
  sheet.addRow(['体育社区居民信息台账']).commit()
  sheet.addRow(heads).commit()
  for (let n = 0; n < lines; n++) sheet.addRow(rosterLine(n)).commit()
  await workbook.commit()
}

// Documents with and without their kind.
import { expect, test } from 'vitest'
import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'
import { judgingFiles } from './judged.ts'
import { numberOf, workbook } from './make-files.ts'

const judge = judgingFiles()
const of = (first17: string) => first17 + (checkCharacterOf(first17) ?? '')
const names = '一二三四五六七八九十丁丐丑专且丕世丘丙业丛东丝丞'
const own = numberOf('1980-01-01', 631)

async function documents(head: string, rows: readonly (readonly [string, string])[], numbers = '证件号码') {
  const made = rows.map(([beside, number], at) => [`客${names[at]}`, '男', beside, number, '1980-01-01'])
  const { people, ...told } = await judge(workbook([['姓名', '性别', head, numbers, '出生日期'], ...made]))
  return { documents: people.map(({ documentKind, documentNumber }) => [documentKind, documentNumber ?? '']), ...told }
}

test('a document is stored under the kind that stands beside it', async () => {
  const rows: (readonly [string, string, string, string?])[] = [
    ['外国人永久居留身份证', of('94184019800101001'), 'residence-permit'],
    ['外国人永久居留证', 'USA410080010112', 'residence-permit'],
    ['港澳居民居住证', of('81000019800101001'), 'residence-permit'],
    ['台湾居民居住证', of('83000020000229003'), 'residence-permit'],
    ['港澳居民来往内地通行证', 'H12345678', 'hk-macao-permit'],
    ['港澳通行证', 'H1234567800', 'hk-macao-permit'],
    ['台胞证', '12345678', 'taiwan-permit'],
    ['台湾居民来往大陆通行证', '1234567890(B)', 'taiwan-permit', '1234567890B'],
    ['护照', 'M123A4567', 'passport'],
    ['外国护照', '12AB34567', 'passport'],
    ['出生医学证明', 'T410012345', 'other'],
    ['军官证', '军字第1234567号', 'other'],
    ['户口簿', '', 'none'],
    ['1', own, 'identity-card'],
    ['111', numberOf('1980-01-01', 633), 'identity-card'],
    ['居民身份证（二代）', numberOf('1980-01-01', 635), 'identity-card'],
    ['临时身份证', numberOf('1980-01-01', 637), 'identity-card'],
    ['外国人居留许可', '123456789', 'residence-permit'],
    ['残疾人证', `${numberOf('1980-01-01', 639)}44`, 'other'],
    ['无', '', 'none'],
  ]
  const read = await documents(
    '证件类型',
    rows.map(([kind, number]) => [kind, number]),
  )
  expect(read.documents).toEqual(rows.map(([, number, kind, plain]) => [kind, plain ?? number]))
  expect(read).toMatchObject({ rejected: [], duplicates: [] })
})

test('without a kind the shape says it, and nationality where the shape fits several', async () => {
  const rows: (readonly [string, string, string])[] = [
    ['', of('94184019800101001'), 'residence-permit'],
    ['美国', 'USA410080010112', 'residence-permit'],
    ['香港', of('81000019800101001'), 'residence-permit'],
    ['台湾', '12345678', 'taiwan-permit'],
    ['香港', 'H1234567800', 'hk-macao-permit'],
    ['', 'M12345678', 'hk-macao-permit'],
    ['韩国', 'M12345679', 'passport'],
    ['韩国', 'M123A4567', 'passport'],
    ['法国', '12AB34567', 'passport'],
    ['德国', 'C01X00T47', 'passport'],
    ['英国', '123456789', 'passport'],
    ['越南', 'B1234567', 'passport'],
    ['中国', 'EA1234567', 'passport'],
  ]
  const read = await documents(
    '国籍',
    rows.map(([land, number]) => [land, number]),
  )
  expect(read.documents).toEqual(rows.map(([, number, kind]) => [kind, number]))
})

test('the number is found among blanks, words and a second document; letters typed for digits are told', async () => {
  const numbers = [641, 643, 645, 647, 649].map((serial) => numberOf('1980-01-01', serial))
  const [spaced = '', worded = '', renewed = '', both = '', quoted = ''] = numbers
  const read = await documents('国籍', [
    ['中国', `${spaced.slice(0, 6)} ${spaced.slice(6, 14)} ${spaced.slice(14)}`],
    ['中国', `身份证：${worded}`],
    ['中国', `${renewed}（换证中）`],
    ['中国', `${both}/护照E12345678`],
    ['中国', `'${quoted}\n`],
    ['中国', own.replaceAll('0', 'O')],
  ])
  expect(read.documents).toEqual([...numbers, own].map((number) => ['identity-card', number]))
  expect(read.warnings).toMatchObject([{ row: 7, code: 'document.doubtful' }])
})

test('a kind written before its number is its kind', async () => {
  const said = ['护照：E12345678', 'PASSPORT A1234567', '台胞证12345678', '港澳通行证 H12345678', `ID: ${own}`]
  expect(
    (
      await documents(
        '性质',
        said.map((one) => ['', one]),
      )
    ).documents,
  ).toEqual([
    ['passport', 'E12345678'],
    ['passport', 'A1234567'],
    ['taiwan-permit', '12345678'],
    ['hk-macao-permit', 'H12345678'],
    ['identity-card', own],
  ])
})

test('words instead of a number are no number: the person stays, and what stood there is told', async () => {
  const words = ['新生儿未上户口', '办理中', '无身份证', '未办理', '忘记了', '同上']
  const read = await documents(
    '国籍',
    [...words, '/', '0', ' '].map((said) => ['中国', said]),
  )
  expect(read.documents).toEqual(Array.from({ length: 9 }, () => ['none', '']))
  expect(read.warnings.map(({ text }) => /“(.+?)”/.exec(text)?.[1])).toEqual(words)
})

test('a number that is cut, too short or hidden behind stars keeps its row out', async () => {
  const read = await documents('国籍', [
    ['中国', `${own.slice(0, 6)}****${own.slice(14)}`],
    ['中国', own.slice(0, 17)],
  ])
  expect(read.rejected.map(({ code }) => code)).toEqual(['identity-number.damaged', 'identity-number.length'])
})

test('a column whose head names passports holds passports, whatever their shape', async () => {
  expect(
    (
      await documents(
        '性质',
        [
          ['', '123456789'],
          ['', 'M12345678'],
        ],
        '护照号',
      )
    ).documents,
  ).toEqual([
    ['passport', '123456789'],
    ['passport', 'M12345678'],
  ])
})

test('a passport written with blanks, in small or wide letters is the same person', async () => {
  const read = await documents(
    '证件类型',
    ['E87654321', 'e 8765 4321', 'Ｅ８７６５４３２１', 'E-87654321'].map((said) => ['护照', said]),
  )
  expect(read).toMatchObject({ accepted: 1, duplicates: [3, 4, 5].map((row) => ({ row, same_as_row: 2 })), rows: 4 })
})

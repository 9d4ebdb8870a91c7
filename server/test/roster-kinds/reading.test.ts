// Files as programs and people leave them: every row is there, or told.
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../zip.ts'
import { judgingFiles } from './judged.ts'
import { encodedAs, heads, lineXml, people, separated, workbook, workbookOf, workbookOfSheets } from './make-files.ts'

const judge = judgingFiles()
const rows = [heads, ...people]
const names = ['赵一平', '钱二妹', '孙三立']
const text = separated(rows)

describe('workbooks', () => {
  test.each<[string, () => Buffer]>([
    ['a styled row at the end of the sheet', () => workbookOf(`${lines()}<row r="1048576" s="1" customFormat="1"/>`)],
    [
      'members that are named in capitals',
      () => workbookOf(lines(), (members) => members.map(([path, xml]) => [path.toUpperCase(), xml])),
    ],
    ['texts in CDATA', () => workbookOf(lines().replace(/<t [^>]*>([^<]*)<\/t>/g, '<t><![CDATA[$1]]></t>'))],
    ['attributes in single quotes', () => workbookOf(lines().replaceAll('"', "'"))],
  ])('%s: three people', async (_, make) => {
    expect(await judge(make())).toMatchObject({ rows: 3, accepted: 3, not_people: [], hidden_rows: 0 })
  })

  test('rows that a filter hides are taken, and the answer says how many they are', async () => {
    const made = [heads, ...people].map((cells, at) =>
      lineXml(at + 1, cells, at === 2 ? ' hidden="1"' : at === 3 ? ' ht="0" customHeight="1"' : ''),
    )
    expect(await judge(workbookOf(made.join('')))).toMatchObject({ accepted: 3, hidden_rows: 2 })
  })

  test('sheets of the same heads are named to go on with, the others with the reason why nothing was taken', async () => {
    const others = [
      { name: '说明', rows: [['请如实填写']] },
      { name: '1号楼', rows },
      { name: '2号楼', rows },
      { name: '只有表头', rows: [heads] },
      {
        name: '车辆',
        rows: [
          ['车牌', '姓名'],
          ['豫A00000', '赵一平'],
        ],
      },
      { name: '空', rows: [] },
      { name: '旧的', rows, hidden: true },
    ]
    const book = workbookOfSheets(others)
    expect((await judge(book)).sheets).toEqual([
      { name: '说明', hidden: false, state: 'no-heads' },
      { name: '1号楼', hidden: false, state: 'taken' },
      { name: '2号楼', hidden: false, state: 'same-heads' },
      { name: '只有表头', hidden: false, state: 'only-heads' },
      { name: '车辆', hidden: false, state: 'other-heads' },
      { name: '空', hidden: false, state: 'empty' },
      { name: '旧的', hidden: true, state: 'same-heads' },
    ])
    const second = await judge(book, 'residents', ['--sheet', '2号楼'])
    expect([second.accepted, second.sheets[2]?.state]).toEqual([3, 'taken'])
    expect(await judge(workbookOfSheets([{ name: '一张', rows: [heads] }]))).toMatchObject({
      rows: 0,
      sheets: [{ name: '一张', hidden: false, state: 'only-heads' }],
    })
  })

  test('a roster on a hidden sheet is found where the visible ones hold none', async () => {
    const made = await judge(
      workbookOfSheets([
        { name: '填表说明', rows: [['说明']] },
        { name: '底表', rows, hidden: true },
      ]),
    )
    expect([made.accepted, made.sheets[1]]).toEqual([3, { name: '底表', hidden: true, state: 'taken' }])
  })

  test('a sheet of heads alone says that nobody stands below them', async () => {
    expect(await judge(workbook([heads]))).toMatchObject({ rows: 0, accepted: 0 })
  })

  test('Excel 95, whose texts are bytes, is read in Chinese whatever encoding the file names; Excel 97 is left as it is', async () => {
    const old = (letters: (text: string) => string, bookType: 'biff5' | 'biff8') => {
      const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map(letters)))
      return XLSX.write({ SheetNames: ['Sheet1'], Sheets: { Sheet1: sheet } }, { bookType, type: 'buffer' }) as Buffer
    }
    // The library writes no bytes of another country: letters of the same length stand for them until the file is made.
    const words = [...new Set(rows.flat())].filter((word) => /[^\0-\x7f]/.test(word)).map((word) => encodedAs('gb18030', word))
    const standIn = (at: number, { length }: Buffer) => `${String.fromCharCode(65 + at)}`.repeat(length)
    const at = (word: string) => words.findIndex((bytes) => bytes.equals(encodedAs('gb18030', word)))
    const lettered = old((word) => (at(word) < 0 ? word : standIn(at(word), words[at(word)] ?? Buffer.of())), 'biff5')
    const inBytes = words.reduce(
      (file, bytes, one) => file.replaceAll(standIn(one, bytes), bytes.toString('latin1')),
      lettered.toString('latin1'),
    )
    expect((await judge(Buffer.from(inBytes, 'latin1'))).people.map(({ name }) => name)).toEqual(names)
    expect((await judge(old((word) => word.replace('赵一平', 'Séan'), 'biff8'))).people[0]?.name).toBe('Séan')
  })
})

const lines = () => rows.map((cells, at) => lineXml(at + 1, cells)).join('')

describe('separated texts', () => {
  test.each<[string, () => Buffer | string]>([
    ['300 empty columns behind', () => separated(rows.map((row) => [...row, ...Array<string>(300).fill('')]))],
    ['a title in CR LF, people in LF', () => `某某社区居民台账\r\n${text.replaceAll('\r\n', '\n')}`],
    ['one LF among CR LF', () => text.replace('钱二妹', '钱二妹').replace(/\r\n(?=钱)/, '\n')],
    ['one CR LF among LF', () => text.replaceAll('\r\n', '\n').replace(/\n(?=钱)/, '\r\n')],
    ['CR alone', () => text.replaceAll('\r\n', '\r')],
    ['no end behind the last line', () => text.trimEnd()],
    ['bars', () => separated(rows, '|', '\n')],
    ['bars below a title of many commas', () => `说明：,请,如,实,填,写,完,整\n${separated(rows, '|', '\n')}`],
    ['semicolons', () => separated(rows, ';')],
    ['tabs in UTF-16 without a mark', () => Buffer.from(separated(rows, '\t'), 'utf16le')],
    ['numbers as formulas', () => text.replace(/(\d{11,18}X?)/g, '="$1"')],
    ['numbers as formulas in quotes', () => text.replace(/(\d{11,18}X?)/g, '"=""$1"""')],
    ['a tab before numbers', () => text.replace(/(\d{11,18}X?)/g, '\t$1')],
    [
      'every field in quotes, in GB18030',
      () => encodedAs('gb18030', separated(rows.map((row) => row.map((cell) => `"${cell}"`)))),
    ],
  ])('%s: three people', async (_, make) => {
    const { people: made, ...told } = await judge(make())
    expect(told).toMatchObject({ rows: 3, accepted: 3, warnings: [], not_people: [] })
    expect(made.map(({ name, documentNumber }) => [name, documentNumber])).toEqual(people.map((row) => [row[0], row[2]]))
  })

  test('a quotation mark too many costs no other row, and its own row is told', async () => {
    const withRemark = (first: string, second: string) =>
      text.replace('101,\r\n钱', `101,${first}\r\n钱`).replace('101,\r\n孙', `101,${second}\r\n孙`)
    const one = await judge(withRemark('12" 电视', '"家有老人'))
    expect(one.warnings).toMatchObject([{ row: 3, code: 'text.quote' }])
    expect(one.people.map(({ remark }) => remark)).toEqual(['12" 电视', '家有老人', ''])
    // The mark of a later field would close it, and swallow the rows between.
    const two = await judge(`${withRemark('"家有老人', '')}周四,男,,,1号楼,1单元,102,"话多,事多"\r\n`)
    expect(two.people.map(({ name, remark }) => [name, remark])).toEqual([
      ['赵一平', '家有老人'],
      ['钱二妹', ''],
      ['孙三立', ''],
      ['周四', '话多,事多'],
    ])
    expect(two.warnings).toMatchObject([{ row: 2, code: 'text.quote' }])
  })

  test('a remark of several lines within quotes stays one row', async () => {
    const { people: made, warnings } = await judge(text.replace('101,\r\n钱', '101,"第一，\r\n第二\n\n第三""完"\r\n钱'))
    expect([made[0]?.remark, warnings]).toEqual(['第一，\n第二\n\n第三"完', []])
  })

  test('a broken byte is told with its row; a name with one is no name', async () => {
    const broken = (text: string, at: string) => {
      const bytes = Buffer.from(text)
      bytes[bytes.indexOf(Buffer.from(at)) + 1] = 0xff
      return bytes
    }
    const remark = await judge(broken(text.replace('101,\r\n钱', '101,备注文\r\n钱'), '注文'))
    expect(remark).toMatchObject({ accepted: 3, warnings: [{ row: 2, code: 'text.damaged' }] })
    expect(await judge(broken(text, '赵'))).toMatchObject({ accepted: 2, rejected: [{ row: 2, code: 'name.missing' }] })
  })

  test('an encoding that is not read is refused with its name, never garbled', async () => {
    const wide = separated([
      ['姓名', '性別', '身份證號', '聯絡電話'],
      ['陳大文', '男', people[0]?.[2] ?? '', ''],
    ])
    await expect(judge(encodedAs('big5', wide))).rejects.toMatchObject({
      code: 'sheet.other-encoding',
      facts: { encoding: 'Big5' },
    })
  })

  test('empty lines are no rows, whatever blanks and commas they hold', async () => {
    expect(await judge(`${text},,,,,,,\r\n  \r\n\r\n`)).toMatchObject({ rows: 3, accepted: 3 })
  })
})

describe('what is no workbook', () => {
  const page = (cells: string) =>
    `<html><head><meta charset="utf-8"><style>td{}</style></head><body><table>${cells}</table></body></html>`
  const htmlRows = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  const spreadsheet = (cells: string) =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table>${cells}</Table></Worksheet></Workbook>`
  const xmlRows = rows
    .map((row) => `<Row>${row.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`)
    .join('')

  test.each<[string, () => Buffer | string]>([
    ['a web page', () => page(htmlRows)],
    ['a web page in GB2312', () => encodedAs('gb18030', page(htmlRows).replace('utf-8', 'gb2312'))],
    ['a table without a page, tags never closed', () => `<table>${htmlRows.replace(/<\/t[dr]>/g, '')}`],
    ['a page that lays out by tables', () => page(`<tr><td><table>${htmlRows}</table></td></tr>`)],
    ['an XML spreadsheet', () => spreadsheet(xmlRows)],
  ])('%s saved under the name of a spreadsheet is read: three people', async (_, make) => {
    const { people: made, rows: read } = await judge(make())
    expect([read, made.map(({ name }) => name)]).toEqual([3, names])
  })

  test('cells over several rows and columns stand where a person sees them', async () => {
    const merged = [
      '<tr><th rowspan="2">姓名</th><th colspan="2">住址</th><th rowspan="2">电话</th></tr>',
      '<tr><th>楼栋</th><th>房号</th></tr>',
      '<tr><td>赵一平</td><td rowspan="2">1号楼</td><td>101</td><td>19900000011</td></tr>',
      '<tr style="display:none"><td>钱&#x20BB7;妹</td><td>102</td><td>19900000012</td></tr>',
    ]
    const { people: made, hidden_rows } = await judge(page(merged.join('')))
    expect(made.map(({ name, door, phone }) => [name, door?.building, door?.room, phone])).toEqual([
      ['赵一平', '1号楼', '101', '19900000011'],
      ['钱𠮷妹', '1号楼', '102', '19900000012'],
    ])
    expect(hidden_rows).toBe(1)
    const cell = (text: string, how = '') => `<Cell${how}><Data ss:Type="String">${text}</Data></Cell>`
    const xml = await judge(
      spreadsheet(
        `<Row ss:Index="3">${cell('姓名')}${cell('楼栋', ' ss:Index="3"')}${cell('房号')}</Row><Row ss:Hidden="1">${cell('赵一平')}${cell('1号楼', ' ss:Index="3" ss:MergeDown="1"')}${cell('101')}</Row><Row>${cell('钱二妹')}${cell('102', ' ss:Index="4"')}</Row>`,
      ),
    )
    expect(xml.people.map(({ row, door }) => [row, door?.building, door?.room])).toEqual([
      [4, '1号楼', '101'],
      [5, '1号楼', '102'],
    ])
    expect(xml.hidden_rows).toBe(1)
  })

  const dbf = () => {
    const bytes = Buffer.alloc(160, 0x20)
    Buffer.from([0x03, 126, 11, 20, 3, 0, 0, 0, 65, 0, 30, 0]).copy(bytes)
    bytes[64] = 0x0d
    return bytes
  }
  test.each<[string, () => Buffer | string]>([
    [
      'XLSB',
      () =>
        zipOf([
          ['xl/workbook.bin', 'x'],
          ['_rels/.rels', '<Relationships/>'],
        ]),
    ],
    [
      'ODS (LibreOffice)',
      () =>
        zipOf([
          ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
          ['content.xml', '<x/>'],
        ]),
    ],
    [
      'FODS (LibreOffice)',
      () => '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    ],
    [
      'DIF',
      () =>
        `TABLE\r\n0,1\r\n"x"\r\nVECTORS\r\n0,1\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nBOT\r\n1,0\r\n"姓名"\r\n1,0\r\n"赵一平"\r\n`,
    ],
    ['SYLK', () => 'ID;PWXL;N;E\r\nC;Y1;X1;K"姓名"\r\nC;Y2;X1;K"赵一平"\r\nE\r\n'],
    ['SocialCalc', () => 'socialcalc:version:1.5\nMIME-Version: 1.0\nContent-Type: multipart/mixed\ncell:A1:t:姓名\n'],
    [
      'MHT',
      () => 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n<table><tr><td>姓名</td></tr></table>',
    ],
    ['PRN', () => rows.map((row) => row.map((cell) => cell.padEnd(12)).join('  ')).join('\r\n')],
    ['JSON', () => JSON.stringify(people.map(([name]) => ({ 姓名: name })))],
    ['XML', () => '<?xml version="1.0"?><people><person><姓名>赵一平</姓名></person></people>'],
    ['DBF (dBase)', dbf],
  ])('%s is refused with its name and what to do', async (format, make) => {
    const refused = judge(make())
    await expect(refused).rejects.toMatchObject({
      code: 'sheet.other-format',
      facts: { format },
      words: { zh: expect.stringContaining('另存为 .xlsx') },
    })
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['blanks', ' \r\n\t\r\n'],
  ])('a file of %s is told to be empty', async (_, content) => {
    await expect(judge(content)).rejects.toMatchObject({ code: 'sheet.empty' })
  })
})

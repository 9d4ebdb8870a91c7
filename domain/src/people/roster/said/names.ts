import type { Cell } from '../../../sheet.ts'
import { halfWidth } from '../../../text/half-width.ts'
import { plainName } from '../../name.ts'
import { isPhone, plainPhone } from '../../phone.ts'
import { cut, knownText } from '../cells.ts'
import type { DwellingUse } from '../entry.ts'
import { isCommonSurname, isDoubleSurname, isSurname } from './surnames.ts'

/**
 * What stands in the cell of a name. `name`: a person's, with what else was written beside it. `door`: no person but a word on the
 * dwelling. `none`: nothing, or nothing that is a name, with the reason in a clerk's words.
 */
export type ReadName =
  | {
      readonly is: 'name'
      readonly name: string
      readonly phone?: string
      readonly relation?: string
      /** What stood in brackets behind the name and is none of it. */
      readonly aside?: string
      /** Two names that may have been written as one: only what else the row says can tell. */
      readonly maybeTwo?: true
    }
  | { readonly is: 'door'; readonly use: DwellingUse }
  | {
      readonly is: 'none'
      readonly code: 'name.missing' | 'name.several' | 'name.not-a-name' | 'name.gone'
      readonly text: string
    }

const longest = 60
// Letters and the dot between the parts of a name stay as they are.
const wideSigns = /[（）［］，；：／＊＋　０-９]/g

const vacant: ReadonlySet<string> = new Set(
  '空 空户 空房 空置 空置房 空置户 空关 空关房 空挂 空挂户 闲置 闲置房 闲置户 无人 无人居住 无人住 没人 没人住 无住户 未入住 未住人 长期无人 无人户 长期无人居住 暂无人居住 空房子 房屋空置 长期不住 暂无人住 不住人'.split(
    ' ',
  ),
)
const words: ReadonlySet<string> = new Set(
  '是 否 有 无 没有 不详 未知 不知道 同上 同左 同前 同右 同下 下同 如上 拒登 拒绝 拒绝登记 拒访 不配合 未登记 待登记 不在家 家中无人 敲门无人 无人应答 待核实 待定 待补 某 某某 本人 户主 户主本人 业主 房主 房东 租户 租客 承租人 住户 居民 家属 配偶 夫妻 妻 妻子 丈夫 夫 爱人 父亲 母亲 父 母 爷爷 奶奶 外公 外婆 儿子 女儿 长子 次子 长女 次女 子 女 孙子 孙女 子女 儿媳 女婿 孩子 小孩 婴儿 新生儿 保姆 学生 老人 姓名 名字 出租 出租房 出租屋 已出租 房屋出租 整租 合租 自住 商铺 商户 门面 门市 仓库 车库 办公 办公室 公司 物业 宿舍 工地 装修 装修中 毛坯 毛坯房 拆迁 未售 在售 已售 集体户 々 已故 去世 已去世 死亡 病故 搬走 已搬走 搬离 迁出 外出 外出务工 外出打工 打工 务工 出国 当兵 服刑 已拆 废弃 无此户 查无此人 人户分离 户在人不在 挂户 注销 迁移 服役 未命名 未取名 未起名 未办证 无名 无名氏 测试 test undefined 姓氏'.split(
    ' ',
  ),
)
const gone = /已故|亡故|去世|去逝|死亡|病故|病逝|离世|身故|过世|逝世|已亡|销户|^[死亡]$/
const left = /搬走|搬离|搬迁|迁出|迁走|迁往|迁至|外迁|移居|退租|不住这|不在此住|已离开/
const relation =
  /^(户主|本人|配偶|妻子?|夫|丈夫|爱人|儿子?|女儿?|子|长子|次子|长女|次女|父亲?|母亲?|孙子?|孙女|儿媳妇?|女婿|岳父|岳母|公公|婆婆|兄|弟|姐|妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|租户|租客|房东|业主)$/
const former = /^(曾用名|原名|别名|小名|又名|乳名)/
// Titles and kin say who is meant, not what they are called.
const title = /^(.{1,2})(女士|先生|小姐|阿姨|大爷|大妈|大娘|大伯|大叔|叔叔|奶奶|爷爷|老师|师傅|老板|老太|老太太|老汉)$|^.总$/
const kin = /^.{2,}(之|的)(妻子?|丈夫|夫|儿子|女儿|子|女|母亲?|父亲?|孙子|孙女|孙|儿媳|女婿|妈妈?|爸爸?|爷爷|奶奶)$|家属$/
const household =
  /一家$|全家$|家人$|夫妇$|夫妻$|^.{2,}(父子|父女|母子|母女|兄弟|兄妹|姐妹|姐弟|祖孙|婆媳|两口子?|老两口|小两口)$|等人$|^\p{Script=Han}{2,}(?<!平)等$|等?[0-9一二三四五六七八九两]+[人口]$/u
const before = /^(户主|租户|租客|承租人|房东|业主|姓名|本人|党员)[:：]?\s*(?=\p{Script=Han}{2})/u
const behind = /(?:[\s,，、/]+[男女]性?|\s+[0-9A-Za-z-]*[0-9](?:室|号|户)|[★☆●◆■▲※√✓。·\s]+)$/
const mark =
  /^(?:[①-⑳㈠-㈩⑴-⒇❶-❿★☆●○◆■▲※√✓*]+|[·•]|\(?[0-9]{1,3}[.、)．]|[0-9]{1,4}\s*(?=(?!号|楼|栋|幢|座|单元|室|组|区)\p{Script=Han}{2})|[一二三四五六七八九十]{1,2}、)\s*/u

// Nearly all names, looked at first because every row has one: three Chinese characters, and none that other words are made of.
const usual = /^[\u4e00-\u9fff]{2,3}$/
const telling = /[某等亡世故死逝销户搬迁移退离曾原别又乳和与跟及之的属家妇妻员客东主测验]/

/** Reads the cell of a name: what is no name makes no person. */
export function readName(cell: Cell): ReadName {
  if (
    typeof cell === 'string' &&
    usual.test(cell) &&
    !telling.test(cell) &&
    !vacant.has(cell) &&
    !words.has(cell) &&
    !title.test(cell) &&
    knownText(cell) !== ''
  )
    return { is: 'name', name: cell }
  const shown = knownText(cell).replace(wideSigns, halfWidth).trim().replace(mark, '')
  if (shown === '') return { is: 'none', code: 'name.missing', text: '没有姓名，请补上' }
  const bare = shown.replace(/\s+/g, '')
  if (vacant.has(bare)) return { is: 'door', use: 'vacant' }
  if (former.test(bare)) return notName(shown, '是曾用名一类的名字，请写现在的姓名')
  const { text, phone } = withoutPhone(shown)
  const { core: written, asides } = withoutBrackets(text)
  const [beside = '', role = ''] = before.exec(written) ?? []
  const core = written.slice(beside.length).replace(behind, '')
  const aside = asides.find((one) => gone.test(one) || left.test(one))
  if (aside !== undefined || gone.test(core) || left.test(core)) return isGone(aside ?? core)
  if (core === '' && phone !== undefined) return notName(shown, '是电话，不是名字')
  if (words.has(core.replace(/\s+/g, ''))) return notName(core)
  if (title.test(core) && isSurname(core)) return notName(core, '写的是称呼，请写姓名')
  if (kin.test(core)) return notName(core, '写的是谁的亲属，请写本人的姓名')
  if (isSeveral(core) || household.test(core)) return { is: 'none', code: 'name.several', text: '一格里写了几个人，请一人一行' }
  const name = plainName(core)
  const why = whyNotName(name)
  if (why !== undefined) return notName(core, why)
  const said = [role, ...asides].find((one) => relation.test(one))
  const other = asides.filter((one) => !relation.test(one) && !/^([男女]|(联系)?电话|手机)$/.test(one)).join(' ')
  return {
    is: 'name',
    name: cut(name, longest),
    ...(phone === undefined ? {} : { phone }),
    ...(said === undefined ? {} : { relation: said }),
    ...(other === '' ? {} : { aside: other }),
    ...(maybeTwo(name) ? { maybeTwo: true } : {}),
  }
}

const notName = (shown: string, why?: string): ReadName => ({
  is: 'none',
  code: 'name.not-a-name',
  text: why === undefined ? `姓名一格写的是“${shown.slice(0, 10)}”，不是名字，请补上` : `姓名一格${why}`,
})

const isGone = (said: string): ReadName => ({
  is: 'none',
  code: 'name.gone',
  text: `姓名旁写着“${(gone.exec(said) ?? left.exec(said))?.[0] ?? ''}”，没有收`,
})

// Thirteen digits and more are no phone; the number of a document belongs into its own column.
function withoutPhone(shown: string): { text: string; phone?: string } {
  const found = /(?<![0-9])(?:\+?86[ -]?)?(1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-?[2-9][0-9]{6,7})(?![0-9])/.exec(
    shown,
  )
  const phone = found ? plainPhone(found[0]) : undefined
  if (!found || phone === undefined || !isPhone(phone)) return { text: shown }
  const text = shown.replace(found[0], ' ').replace(/(电话|手机|联系方式|tel)[:：]?\s*$/i, '')
  return {
    text: text
      .replace(/\(\s*\)/g, '')
      .replace(/[\s,，;；:：/、-]+$/, '')
      .trim(),
    phone,
  }
}

// Only behind a Chinese name: in others, brackets may be of the name.
function withoutBrackets(text: string): { core: string; asides: readonly string[] } {
  if (!/^\s*\p{Script=Han}/u.test(text)) return { core: text, asides: [] }
  const asides: string[] = []
  const core = text.replace(/[(〔[【]([^)\]〕】]*)[)\]〕】]?/g, (_, inside: string) => {
    if (inside.trim() !== '') asides.push(cut(inside.trim(), 40))
    return ''
  })
  return { core: core.trim(), asides }
}

// Between Chinese names: a person's own name has none of these signs, but for a dot. A blank or a dot parts two names where both begin
// with a surname.
function isSeveral(core: string): boolean {
  const parts = core
    .split(
      /[、﹑､,，;；/／\\\n|和及&＆+。:：—–-]+|(?<=\p{Script=Han})\s*[0-9]{1,2}[.、．)]?\s*(?=(?![号楼栋幢座室组区]|单元)\p{Script=Han}{2})/u,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length > 1) return parts.filter((part) => /^\p{Script=Han}{2,}/u.test(part.replace(/\s+/g, ''))).length > 1
  const joined = joinedNames.exec(core.replace(/\s+/g, ''))
  if (joined) return isCommonSurname(joined[1] ?? '') && isCommonSurname(joined[2] ?? '')
  const pieces = core.split(/\s+/).filter((piece) => piece !== '')
  if (pieces.length > 1 && pieces.every(isUsualName)) return true
  return /^\p{Script=Han}{5,12}$/u.test(core) && !isDoubleSurname(core) && isGlued(core)
}

const joinedNames =
  /^(\p{Script=Han}{2,3})(?:[和与跟及带携同]|(?:之|的)?(?:妻子?|夫|丈夫|配偶|爱人|儿子|女儿|长子|次子|长女|次女|母亲|父亲|孙子|孙女|儿媳|女婿))(\p{Script=Han}{2,3})$/u
const isUsualName = (piece: string) => /^\p{Script=Han}{2,3}$/u.test(piece) && isCommonSurname(piece)

// Names of two and three characters one behind the other. No Chinese name is that long, but those that write another language.
function isGlued(text: string): boolean {
  return text === '' || [2, 3].some((length) => isUsualName(text.slice(0, length)) && isGlued(text.slice(length)))
}

// Four characters may be two people, or one who bears the names of both parents. A dot parts the names of one person, or two people whose
// surnames do not also write the sounds of other languages.
const sounds = /^[马白石毛金贺高]/
function maybeTwo(name: string): boolean {
  if (/^\p{Script=Han}{4}$/u.test(name))
    return !isDoubleSurname(name) && isUsualName(name.slice(0, 2)) && isUsualName(name.slice(2))
  const parts = name.split(/[·.]/)
  return parts.length === 2 && parts.every((part) => isUsualName(part) && !sounds.test(part))
}

function whyNotName(name: string): string | undefined {
  if (!/\p{L}/u.test(name) && !/\p{Co}/u.test(name)) return '没有写名字，请补上'
  if (/[*＊×]|某|\p{Script=Han}[xX○◯]{1,2}$/u.test(name)) return '的名字打了星号或写成“某”，请写全'
  // Namesakes are told apart by a digit; more of them are another number.
  if (/[0-9]{6}/.test(name)) return '里有一串数字，请只写姓名'
  if (/[,;、|&+]/.test(name) && /\p{Script=Han}/u.test(name)) return '里有不该有的符号，请对照原表改'
  return /^[=+@-]|[€$#@{}?？!！%^_~…]/.test(name) ? '里有不该有的符号，请对照原表改' : undefined
}

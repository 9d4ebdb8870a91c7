import type { Restriction } from '../../vocabulary.ts'

const within = (signs: number) => `[^，。；、]{0,${signs}}`
/** Words before a restriction that rule it out, lift it or tell of it. */
const lifted =
  '(?<!(?:不得|不要|不能|不应|不许|不准|不再|禁止|严禁|解除|取消|停止|避免|防止|杜绝|纠正)[^，。；、]{0,4}|没有|无需|无须|不用|不必|不|未|免|已|被)'
// What forbids to refuse, to hold up or to limit forbids no resident anything.
const forbidden = `${lifted}(?:不得|禁止|严禁|不准|不许|不能|不可|谢绝|拒绝)(?!${within(4)}(?:拒绝|阻止|阻拦|劝返|限制|禁止|挡))`
const goingOut = '(?:外出|出门|出行|出户|出小区|出村)'
const comingIn = '(?:进村|进小区|进入|入内|入村|返乡|回村|入住)(?!人员|的)'
/** What comes after a restriction where somebody is spoken of who is under it already. */
const ofThose = '(?!的|期间|小区|社区|区域|中|下|后|时)'

/** How people write a restriction; what lifts or rules one out is written otherwise. */
const saidAs: readonly (readonly [Restriction, string])[] = [
  ['community-closure', `${lifted}(?:封闭|封控)式?管理${ofThose}|${lifted}(?:封闭|封控)(?:小区|社区|村|全)`],
  ['community-closure', `${lifted}封(?:村|小区|社区)|(?:小区|社区|大门|院门|村口)${within(8)}(?:落锁|上锁|锁闭)`],
  ['building-closure', `${lifted}(?:封楼|封门|封单元|封控楼|封闭楼)|单元门${within(4)}(?:落锁|上锁|锁闭)`],
  ['person-stay', `${lifted}居家(?:满|至少|不少于)?[0-9一二三四五六七八九十]+(?:天|日)|${lifted}居家(?:不外出|不出户|静默)`],
  ['go-out-ban', `${forbidden}${within(6)}${goingOut}|足不出户|${lifted}静默管理${ofThose}`],
  ['go-out-ban', `${lifted}限制${within(6)}(?:${goingOut}|出入|流动)|每户${within(10)}人(?:外出)?采购`],
  ['newcomer-refusal', `${forbidden}${within(8)}${comingIn}|${lifted}劝返|(?<!不得)不予?放行|${lifted}挡在`],
  ['facility-closure', `${lifted}(?:关停|停业)|${lifted}关闭${within(8)}(?:市场|商店|商铺|场所|餐馆|设施|学校|诊所)`],
  ['gathering-ban', `(?:${forbidden}|停办|停止|暂停)${within(6)}(?:聚集|聚餐|聚会|办席|宴席|集会)`],
  ['gathering-ban', `(?:红白事|宴席|酒席|聚餐|集会)${within(4)}(?:停办|禁办|取消|暂停)`],
  ['checkpoint', `${lifted}(?:设卡|设置卡点)|${lifted}(?:只留|仅留|只保留)${within(4)}(?:出入口|通道|大门)`],
  ['observation', `${lifted}(?:集中|居家)(?:隔离|观察|医学观察)(?!观察点|点|人员|的|者|户|期间|医学观察人员|结束|场所)`],
  [
    'certificate',
    `${lifted}(?:凭|持|出示|查验|提供|须有|需有|要有)${within(14)}(?:证明|通行证|出入证|健康码|行程码|核酸|检测报告|承诺书)`,
  ],
]
const patterns = saidAs.map(([kind, said]) => [kind, new RegExp(said)] as const)
// Limits bind those who act on residents. One that binds residents is a restriction under another name.
const people = '(?:居民|村民|住户|租户|老人|学生|访客|人员|业主)'
const toldPeople: typeof patterns = [
  ['go-out-ban', new RegExp(`${people}${within(6)}${forbidden}${within(6)}${goingOut}`)],
  ['newcomer-refusal', new RegExp(`${people}${within(6)}${forbidden}${within(6)}${comingIn}`)],
]

const found = (text: string, among: typeof patterns): Restriction[] => [
  ...new Set(among.flatMap(([kind, said]) => (said.test(text) ? [kind] : []))),
]

/** The restrictions that the words of a measure ask for, each once, whether or not it says so in `allows`. */
export const restrictionsSaid = (text: string): Restriction[] => found(text, patterns)

/** The restrictions of residents that stand among the words of a limit. */
export const restrictionsInLimit = (text: string): Restriction[] => found(text, toldPeople)

// What people write before an estate or natural village and is none of its name: province, city, district, town, community.

/** Names that end in 区 although nobody governs there: parts of estates, and where people of one kind live. */
const own = '(?<![小社园片院校厂矿库景宅属活墅舍军港学山郊老期新东西南北中A-Za-z0-9一二三四五六七八九十])'
const counties = '(?:河[东西北]|江[北东岸汉]|城[东西北中]|市[北南中]|渝[北中]|新北|浦东|滨海|郑东|雄安|两江|西咸|贵安|天府)'

// From above to below; the first piece of a level that fits is taken away. Of several spellings the longer comes first.
const levels: readonly RegExp[] = [
  /^(?:\p{Script=Han}{2,3}省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|(?:北京|上海|天津|重庆)市)/u,
  /^(?:\p{Script=Han}{2,8}?自治州|\p{Script=Han}{2,5}?地区|(?:锡林郭勒|阿拉善|兴安)盟|\p{Script=Han}{2,6}?(?<![城都门超花菜夜早])市)/u,
  new RegExp(
    `^(?:\\p{Script=Han}{0,6}?${counties}新?区|\\p{Script=Han}{0,6}?(?:高新|经开|(?:经济|高新)?技术(?:产业)?开发|航空港)区|\\p{Script=Han}{2,8}?${own}区|\\p{Script=Han}{1,7}?县|\\p{Script=Han}{2,4}?(?<![城都门超花菜夜早])市|\\p{Script=Han}{2,8}?(?:自治旗|[左右前后中]旗))`,
    'u',
  ),
  /^(?:\p{Script=Han}{1,8}?(?:街道办事处|街道办|街道)|\p{Script=Han}{2,6}?(?:(?<![小古老水])镇|(?<![水老故城家])乡))/u,
  /^\p{Script=Han}{1,8}?(?:社区居委会|社区居民委员会|居委会|社区|村民委员会|村委会)/u,
  /^\p{Script=Han}{1,8}?(?:路|街|大道|巷|胡同)[0-9]+(?:-[0-9]+)?号院?/u,
]

// Words that make a name only with what stands before them, and parts of an estate. The homes of an institution bear its whole name.
const generic = /^(?:小区|社区|园区|家园|花园|花苑|新村|公寓|大厦|大院|广场|家属院|宿舍|楼|院|村|苑|里|城|庄)?$/
const part = /^(?:[A-Za-z0-9一二三四五六七八九十东西南北中]{1,2}|[0-9]+号?)(?:区|期|组团|苑|园|院)/
const continued =
  /^(?:政|委|直|场|口|民[^族]|立|人民|医院|[一二三四五六七八九十第]+中|域|府|衙|城[内关]?|局|[大上下前后][街路巷门]|[路街巷渠道])/
const institution = /家属|宿舍|职工|机关|单位/

/** Takes from the name of an estate or natural village what lies above it, where a name is left: 南京市鼓楼区翠苑小区 → 翠苑小区. */
export function withoutArea(estate: string): string {
  if (!/[省市区县旗镇乡道社委盟州号]/.test(estate) || institution.test(estate)) return estate
  let rest = estate
  for (const level of levels) {
    const below = rest.replace(level, '')
    if (below !== rest && [...below].length > 1 && !generic.test(below) && !part.test(below) && !continued.test(below))
      rest = below
  }
  return rest
}

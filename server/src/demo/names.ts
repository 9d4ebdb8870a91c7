import type { Seeded } from './seeded.ts'

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = {
  male: { old: [...'国建德福林贵振海洪明发有根正保金山连成顺'], young: [...'伟强磊军勇杰涛超鹏浩宇轩泽博晨嘉俊凯峰毅'] },
  female: { old: [...'秀英兰芳桂珍玉梅凤淑华荣素云爱莲香春菊琴'], young: [...'静丽娟敏艳霞婷雪琳倩颖欣怡涵梦雨晴悦佳萱'] },
} as const

export type Sex = 'male' | 'female'

/** A surname of the hundred common ones. */
export const surnameOf = (chance: Seeded): string => chance.pick(surnames)

/** An invented given name of one or two characters, as people of that sex and year of birth are called. */
export function givenNameOf(chance: Seeded, sex: Sex, bornYear: number): string {
  const characters = given[sex][bornYear < 1975 ? 'old' : 'young']
  const first = chance.pick(characters)
  return chance.chance(0.25) ? first : first + chance.pick(characters)
}

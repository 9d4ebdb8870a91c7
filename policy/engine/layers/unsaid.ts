import type { Restriction } from '../../vocabulary.ts'

/** How people write a restriction; what lifts or rules one out is written otherwise. */
const saidAs: readonly (readonly [Restriction, RegExp])[] = [
  ['community-closure', /(?<!不得|不要|不能|不|未|解除|避免|防止|已|被)(?:封闭|封控)(?:管理|小区|社区|村|全)|封村|封小区/],
  ['go-out-ban', /(?:不得|禁止|不准|不许|不能)[^，。；]{0,6}(?:外出|出门|出行|出小区|出村)|足不出户/],
  ['newcomer-refusal', /(?:不得|禁止|不准|不许|谢绝|拒绝)[^，。；]{0,8}(?:进村|进小区|进入|入内|返乡)|劝返/],
  ['facility-closure', /(?<!不得|不要|不能|不)(?:关停|关闭|停业)/],
  ['gathering-ban', /(?:不得|禁止|不准|不许|停办|停止)[^，。；]{0,6}(?:聚集|聚餐|聚会|办席)/],
  ['checkpoint', /(?<!不得|不要|不能|不)(?:设卡|设置卡点|卡口)/],
  [
    'observation',
    /(?<!不得|不要|不能|不再|不|解除|结束|需)(?:集中|居家)隔离(?!观察点|点|人员|的人|者|户|期间|医学观察人员|结束)/,
  ],
]

/** The restrictions that the words of a measure ask for, whether or not it says so in `allows`. */
export const restrictionsSaid = (text: string): Restriction[] => saidAs.flatMap(([kind, said]) => (said.test(text) ? [kind] : []))

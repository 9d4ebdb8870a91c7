/** A province of the tile map: its short name in Chinese and English, and column and row, counted from 1. */
export interface Province {
  readonly zh: string
  readonly en: string
  /** The English name in the parts between which a narrow tile may break it: no province's name is cut, many begin alike. */
  readonly parts: readonly string[]
  readonly at: readonly [column: number, row: number]
  /** Counted elsewhere: it stands on the map, in no sum. */
  readonly outside?: true
}

const at = (zh: string, en: string, column: number, row: number): Province => {
  const parts = en.split('|')
  return { zh, en: parts.join(''), parts, at: [column, row] }
}
const outside = (zh: string, en: string, column: number, row: number): Province => ({ ...at(zh, en, column, row), outside: true })

/**
 * The 34 provinces, regions, municipalities and special regions by their code (GB/T 2260), short names as the standard's, each a tile
 * roughly where it lies. No border is drawn: a layout of ours, no map.
 */
export const provinces: ReadonlyMap<string, Province> = new Map([
  ['11', at('北京', 'Bei|jing', 6, 2)],
  ['12', at('天津', 'Tian|jin', 7, 3)],
  ['13', at('河北', 'He|bei', 6, 3)],
  ['14', at('山西', 'Shan|xi', 5, 3)],
  ['15', at('内蒙古', 'Inner Mon|golia', 5, 2)],
  ['21', at('辽宁', 'Liao|ning', 8, 3)],
  ['22', at('吉林', 'Ji|lin', 8, 2)],
  ['23', at('黑龙江', 'Hei|long|jiang', 8, 1)],
  ['31', at('上海', 'Shang|hai', 8, 5)],
  ['32', at('江苏', 'Jiang|su', 7, 5)],
  ['33', at('浙江', 'Zhe|jiang', 7, 6)],
  ['34', at('安徽', 'An|hui', 6, 5)],
  ['35', at('福建', 'Fu|jian', 6, 7)],
  ['36', at('江西', 'Jiang|xi', 6, 6)],
  ['37', at('山东', 'Shan|dong', 6, 4)],
  ['41', at('河南', 'He|nan', 5, 4)],
  ['42', at('湖北', 'Hu|bei', 5, 5)],
  ['43', at('湖南', 'Hu|nan', 5, 6)],
  ['44', at('广东', 'Guang|dong', 5, 7)],
  ['45', at('广西', 'Guang|xi', 4, 7)],
  ['46', at('海南', 'Hai|nan', 4, 8)],
  ['50', at('重庆', 'Chong|qing', 4, 5)],
  ['51', at('四川', 'Si|chuan', 3, 5)],
  ['52', at('贵州', 'Gui|zhou', 4, 6)],
  ['53', at('云南', 'Yun|nan', 3, 6)],
  ['54', at('西藏', 'Tibet', 1, 4)],
  ['61', at('陕西', 'Shaan|xi', 4, 4)],
  ['62', at('甘肃', 'Gan|su', 3, 3)],
  ['63', at('青海', 'Qing|hai', 2, 4)],
  ['64', at('宁夏', 'Ning|xia', 4, 3)],
  ['65', at('新疆', 'Xin|jiang', 1, 3)],
  ['71', outside('台湾', 'Tai|wan', 7, 7)],
  ['81', outside('香港', 'Hong Kong', 6, 8)],
  ['82', outside('澳门', 'Ma|cao', 5, 8)],
])

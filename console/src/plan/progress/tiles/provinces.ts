/** A province of the tile map: its short name in Chinese and English, and column and row, counted from 1. */
interface Province {
  readonly zh: string
  readonly en: string
  readonly at: readonly [column: number, row: number]
  /** Counted elsewhere: it stands on the map, in no sum. */
  readonly outside?: true
}

const at = (zh: string, en: string, column: number, row: number): Province => ({ zh, en, at: [column, row] })
const outside = (zh: string, en: string, column: number, row: number): Province => ({ ...at(zh, en, column, row), outside: true })

/**
 * The 34 provinces, regions, municipalities and special regions by their code (GB/T 2260), short names as the standard's, each a tile
 * roughly where it lies. No border is drawn: a layout of ours, no map.
 */
export const provinces: ReadonlyMap<string, Province> = new Map([
  ['11', at('北京', 'Beijing', 7, 2)],
  ['12', at('天津', 'Tianjin', 8, 3)],
  ['13', at('河北', 'Hebei', 7, 3)],
  ['14', at('山西', 'Shanxi', 6, 3)],
  ['15', at('内蒙古', 'Inner Mongolia', 6, 2)],
  ['21', at('辽宁', 'Liaoning', 9, 3)],
  ['22', at('吉林', 'Jilin', 9, 2)],
  ['23', at('黑龙江', 'Heilongjiang', 9, 1)],
  ['31', at('上海', 'Shanghai', 9, 5)],
  ['32', at('江苏', 'Jiangsu', 8, 5)],
  ['33', at('浙江', 'Zhejiang', 8, 6)],
  ['34', at('安徽', 'Anhui', 7, 5)],
  ['35', at('福建', 'Fujian', 7, 7)],
  ['36', at('江西', 'Jiangxi', 7, 6)],
  ['37', at('山东', 'Shandong', 7, 4)],
  ['41', at('河南', 'Henan', 6, 4)],
  ['42', at('湖北', 'Hubei', 6, 5)],
  ['43', at('湖南', 'Hunan', 6, 6)],
  ['44', at('广东', 'Guangdong', 6, 7)],
  ['45', at('广西', 'Guangxi', 5, 7)],
  ['46', at('海南', 'Hainan', 5, 8)],
  ['50', at('重庆', 'Chongqing', 5, 5)],
  ['51', at('四川', 'Sichuan', 4, 5)],
  ['52', at('贵州', 'Guizhou', 5, 6)],
  ['53', at('云南', 'Yunnan', 4, 6)],
  ['54', at('西藏', 'Tibet', 2, 4)],
  ['61', at('陕西', 'Shaanxi', 5, 4)],
  ['62', at('甘肃', 'Gansu', 4, 3)],
  ['63', at('青海', 'Qinghai', 3, 4)],
  ['64', at('宁夏', 'Ningxia', 5, 3)],
  ['65', at('新疆', 'Xinjiang', 2, 3)],
  ['71', outside('台湾', 'Taiwan', 8, 7)],
  ['81', outside('香港', 'Hong Kong', 7, 8)],
  ['82', outside('澳门', 'Macao', 6, 8)],
])

// Codes of places as the national standard numbers them (GB/T 2260, and 9 and 12 digits of the statistics office below).
import type { Words } from './vocabulary.ts'

/** The provinces by the first two digits of their codes. */
export const provinces: Readonly<Record<string, string>> = {
  ...{ 11: '北京', 12: '天津', 13: '河北', 14: '山西', 15: '内蒙古' },
  ...{ 21: '辽宁', 22: '吉林', 23: '黑龙江' },
  ...{ 31: '上海', 32: '江苏', 33: '浙江', 34: '安徽', 35: '福建', 36: '江西', 37: '山东' },
  ...{ 41: '河南', 42: '湖北', 43: '湖南', 44: '广东', 45: '广西', 46: '海南' },
  ...{ 50: '重庆', 51: '四川', 52: '贵州', 53: '云南', 54: '西藏' },
  ...{ 61: '陕西', 62: '甘肃', 63: '青海', 64: '宁夏', 65: '新疆' },
  ...{ 71: '台湾', 81: '香港', 82: '澳门' },
}

/** Why a text is no code of a place: its length is that of no level, or no province begins so; the nation is the empty text. */
export function whyNotPlaceCode(code: string): Words | undefined {
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/.test(code)) {
    return {
      zh: `地区代码是 2、4、6、9 或 12 位数字，不是 ${code}`,
      en: `a place code has 2, 4, 6, 9 or 12 digits, unlike ${code}`,
    }
  }
  if (code === '' || Object.hasOwn(provinces, code.slice(0, 2))) return undefined
  return {
    zh: `没有 ${code} 这个地区：没有哪个省的代码是 ${code.slice(0, 2)}`,
    en: `no place ${code}: no province has the code ${code.slice(0, 2)}`,
  }
}

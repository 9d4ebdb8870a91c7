const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** A text with its small Chinese numbers as digits, up to 99, as people write groups and buildings: 十二组 → 12组, 二十 → 20. */
export const withDigits = (text: string): string =>
  text.replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g, (n) => {
    const at = n.indexOf('十')
    if (at < 0) return String(digits[n])
    return String((at === 0 ? 1 : (digits[n.slice(0, at)] ?? 1)) * 10 + (digits[n.slice(at + 1)] ?? 0))
  })

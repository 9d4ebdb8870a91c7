// Signs of Unicode's two blocks of radicals that PDF files show for whole characters: ⽩ for 白, ⻢ for 马. Those of the first block
// (U+2F00 to U+2FD5) decompose by themselves (Unicode NFKC); of the supplement (U+2E80 to U+2EF3) those that are characters of their own,
// after Unicode's EquivalentUnifiedIdeograph.txt. Parts of characters stay: GB 18030 has some of them as signs of their own.
const supplement = new Map(
  (
    '⺟母 ⺠民 ⺩王 ⻁虎 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ' +
    '⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⺒巳 ⺓幺 ⺜日 ⺝月 ⺎兀 ⺐尢 ⻗雨'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

/** The same text with whole characters where it has their radicals; all else stays. */
export const withoutRadicals = (text: string): string =>
  /[\u2e80-\u2fd5]/.test(text)
    ? text
        .replace(/[\u2f00-\u2fd5]/g, (sign) => sign.normalize('NFKC'))
        .replace(/[\u2e80-\u2ef3]/g, (sign) => supplement.get(sign) ?? sign)
    : text

import type { Words } from '../../vocabulary.ts'

/** The document of a rule that no notice and no law contains: a proposal of this house, which a place may leave. */
export const ourProposal = '本系统建议'

/** Whose demand a rule is: that of a notice, of the law, or nobody's but ours. */
export type Origin = 'notice' | 'law' | 'ours'
export const origins: Readonly<Record<Origin, Words>> = {
  notice: { zh: '文件要求', en: 'Asked by the notice' },
  law: { zh: '法律要求', en: 'Asked by law' },
  ours: { zh: '我们的建议', en: 'Our proposal' },
}

// Laws and ordinances by their names; 办法 and 方法 are no laws.
const law = /(?:(?<![办方])法|条例)(?:（[^）]*）)?$/

/** Whose demand a rule is, by the document it stands in: the one rule for plan, limits, rights, print and phone. */
export function originOf({ document }: { document: string }): Origin {
  if (document === ourProposal) return 'ours'
  return document.split('、').every((each) => law.test(each.trim())) ? 'law' : 'notice'
}

/** Whose demand a rule is and where it stands, in one line: `文件要求：民发〔2023〕5号·三`. */
export function sourceWords(source: { document: string; section: string }): Words {
  const origin = originOf(source)
  const { zh, en } = origins[origin]
  const where = `${source.document}·${source.section}`
  return origin === 'ours'
    ? { zh: `${zh}（${source.section}）`, en: `${en} (${source.section})` }
    : { zh: `${zh}：${where}`, en: `${en}: ${where}` }
}

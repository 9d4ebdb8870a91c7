import { kindWords } from '@wangdi/policy/engine/packs.ts'
import { termFor } from '@wangdi/policy/engine/term.ts'
import { type PersonKind, personKinds, wheres } from '@wangdi/policy/vocabulary.ts'
import { dayFrom, factsFrom, placeFrom } from './facts.ts'
import { packsToAsk } from './packs-to-ask.ts'
import { readOptions, type Verb, WrongUsage } from './verb.ts'

const isKind = (text: string | undefined): text is PersonKind => text !== undefined && Object.hasOwn(personKinds, text)

/** How long a kind of person is observed under the rules of a day; needs no database. */
export const termVerb: Verb = {
  usage: 'term --kind KIND --on DATE [--place CODE] [--fact NAME=VALUE …] [--published] [--json]',
  words: { zh: '看某类人某天的观察期限', en: 'The term of observation of a kind of person on a day' },
  async run(args) {
    const { values } = readOptions(
      args,
      {
        kind: { type: 'string' },
        on: { type: 'string' },
        place: { type: 'string' },
        fact: { type: 'string', multiple: true },
        published: { type: 'boolean' },
      },
      ['kind', 'on'],
    )
    if (!isKind(values.kind)) throw new WrongUsage(`--kind is one of ${Object.keys(personKinds).join(', ')}`)
    const packs = await packsToAsk(values.published)
    const term = termFor(packs, {
      kind: values.kind,
      day: dayFrom('on', values.on),
      place: placeFrom(values.place),
      facts: factsFrom(packs, values.fact),
    })
    const { phases, alternatives, source, certain, missing } = term
    const said = phases
      .map(
        (phase) =>
          `${wheres[phase.where].zh} ${phase.days} 天${phase.test_days.length > 0 ? `（第 ${phase.test_days.join('、')} 天检测）` : ''}`,
      )
      .join('，再 ')
    return {
      value: { phases, alternatives, source, certain, missing },
      lines: [
        `${kindWords(packs, values.kind).zh}：${said || '不隔离'}${certain ? '' : '（依据不够确定）'}`,
        source ? `依据：${source.document} ${source.section}` : '没有查到全国规定，由当地命令决定',
      ],
    }
  },
}

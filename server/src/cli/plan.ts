import { whatWouldChange } from '@wangdi/policy/engine/diff.ts'
import { rhythmWords } from '@wangdi/policy/engine/pack/rhythm.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import { aspects, strengths } from '@wangdi/policy/vocabulary.ts'
import { asksOf, dayFrom, factsFrom, linesOfAsks, placeFrom } from './facts.ts'
import { packsToAsk } from './packs-to-ask.ts'
import { readOptions, type Verb } from './verb.ts'

/** What the rules ask of a place on a day, from the facts given; needs no database. */
export const planVerb: Verb = {
  usage: 'plan --place CODE --on DATE [--fact NAME=VALUE …] [--published] [--json]',
  words: { zh: '看某地某天的计划', en: 'The plan of a place on a day' },
  async run(args) {
    const { values } = readOptions(
      args,
      {
        place: { type: 'string' },
        on: { type: 'string' },
        fact: { type: 'string', multiple: true },
        published: { type: 'boolean' },
      },
      ['place', 'on'],
    )
    const packs = await packsToAsk(values.published)
    const [facts, place, day] = [factsFrom(packs, values.fact), placeFrom(values.place), dayFrom('on', values.on)]
    const plan = planFor(packs, facts, place, day)
    const value = {
      regime: plan.regime,
      tier: plan.tier,
      strategy: plan.strategy?.zh ?? null,
      strategy_en: plan.strategy?.en ?? null,
      follows: plan.follows?.zh ?? null,
      measures: plan.measures.map(({ id, aspect, strength, text, who, how_often, evidence, source }) => {
        const rhythm = rhythmWords(how_often)
        return {
          id,
          aspect,
          strength,
          text: text.zh,
          text_en: text.en,
          who,
          how_often: rhythm.zh,
          how_often_en: rhythm.en,
          evidence,
          source,
        }
      }),
      limits: plan.limits.map(({ id, text, source }) => ({ id, text: text.zh, text_en: text.en, source })),
      rights: plan.rights.map(({ id, text, answers, source }) => ({ id, text: text.zh, text_en: text.en, answers, source })),
      turns: plan.turns.map(({ id, to, text, source }) => ({ id, to, text: text.zh, text_en: text.en, source })),
      terms: plan.terms.map(({ kind, phases, alternatives, source, certain }) => ({
        kind,
        phases,
        alternatives,
        source,
        certain,
      })),
      functions: Object.fromEntries(Object.entries(plan.functions).map(([name, { open }]) => [name, open])),
      choice: plan.choice?.needed ? plan.choice.packages.map(({ tier }) => tier) : null,
      missing: plan.missing,
      asks: asksOf(packs, plan.missing),
      why: plan.why,
      would_change: whatWouldChange(packs, facts, place, day),
    }
    const lines = [
      `${plan.regime_name.zh}${plan.tier_name ? ` · ${plan.tier_name.zh}` : ''}${plan.strategy ? ` · ${plan.strategy.zh}` : ''}`,
      ...plan.measures.map(
        (each) =>
          `${aspects[each.aspect].zh} ${strengths[each.strength].zh}  ${each.text.zh}（${each.source.document} ${each.source.section}）`,
      ),
      ...plan.limits.map((each) => `不能做  ${each.text.zh}（${each.source.document} ${each.source.section}）`),
      ...plan.rights.map((each) => `居民可以要求  ${each.text.zh}（${each.source.document} ${each.source.section}）`),
      ...linesOfAsks(packs, plan.missing),
    ]
    return { value, lines }
  },
}

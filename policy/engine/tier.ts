import { type FactName, type Facts } from '../vocabulary.ts'
import type { Axis, Tier, TierAnswer } from './answer.ts'
import { covers, type Day } from './day.ts'
import { getFact, isFact } from './facts.ts'
import type { Packs } from './packs.ts'
import type { Tiers } from './pack/schema.ts'
import { ruleSetFor, tieredIn } from './rule-set.ts'
import { wordsOf } from './when.ts'

function readAxis(tiers: Tiers, axis: 'level' | 'class', facts: Facts, at: Day): Axis {
  const names = tiers[axis].find((line) => covers(line, at))?.facts.filter(isFact) ?? []
  const told =
    names.find((name) => facts[name] !== undefined && facts[name] !== 'none') ?? names.find((name) => facts[name] !== undefined)
  const fact: FactName = told ?? names[0] ?? (axis === 'level' ? 'county.risk' : 'community.class')
  const value = facts[fact] ?? null
  const pointedTo = tiers.list.find((tier) => covers(tier, at) && [tier[axis]].flat().includes(String(value)))
  // A tier that was abolished is none, whatever the value still says.
  return { fact, value, tier: value === null ? null : (pointedTo?.id ?? null) }
}

const describe = (axis: Axis) => {
  const name = getFact(axis.fact).words
  if (axis.value === null) {
    return { holds: 'unknown' as const, fact: axis.fact, text: { zh: `还不知道${name.zh}`, en: `not known: ${name.en}` } }
  }
  const value = wordsOf(axis.value)
  const text = { zh: `${name.zh}：${value.zh}`, en: `${name.en}: ${value.en}` }
  return { holds: axis.tier === null ? ('no' as const) : ('yes' as const), fact: axis.fact, given: axis.value, text }
}

/**
 * The tier by area level and community class. Where both are known and differ the notice is silent, so a person chooses
 * one of the two (fact `tier.choice`); where one is unknown the other gives the tier and the unknown one is asked for.
 */
export function tierIn(tiers: Tiers, facts: Facts, at: Day): TierAnswer {
  const level = readAxis(tiers, 'level', facts, at)
  const cls = readAxis(tiers, 'class', facts, at)
  const differ = level.tier !== null && cls.tier !== null && level.tier !== cls.tier
  const chosen = differ && (facts['tier.choice'] === level.tier || facts['tier.choice'] === cls.tier)
  const tier = differ ? (chosen ? (facts['tier.choice'] as Tier) : null) : (level.tier ?? cls.tier)
  const missing = [level, cls].filter((axis) => axis.value === null).map((axis) => axis.fact)
  return {
    tier,
    level,
    class: cls,
    agree: level.tier !== null && level.tier === cls.tier,
    choice: differ ? (chosen ? 'made' : 'needed') : 'not-needed',
    missing: differ && !chosen ? [...missing, 'tier.choice'] : missing,
    why: {
      holds: tier === null ? 'unknown' : 'yes',
      text: differ
        ? chosen
          ? { zh: '两项不一致，已由人选定', en: 'the axes differ; a person chose' }
          : {
              zh: '县域等级和社区划分不一致，要由人选定一档并写明理由',
              en: 'the axes differ; a person chooses one and gives the reason',
            }
        : tier === null
          ? { zh: '等级和划分都没有，定不了档', en: 'neither axis gives a tier' }
          : { zh: `按${wordsOf(tier).zh}这一档`, en: `tier: ${wordsOf(tier).en}` },
      parts: [describe(level), describe(cls)],
    },
  }
}

/** Both axes and the tier at a place on a day; undefined where the regime of the day has no tiers. */
export function tierOf(packs: Packs, facts: Facts, place: string, day: Day): TierAnswer | undefined {
  const set = ruleSetFor(packs, facts, place, day)
  const tiered = tieredIn(set)
  return tiered?.ready.pack.tiers && tierIn(tiered.ready.pack.tiers, facts, tiered.at)
}

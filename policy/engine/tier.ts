import { type FactName, type Facts, firstSubject, type OwnName, type Subject, type Words } from '../vocabulary.ts'
import type { Axis, Tier, TierAnswer } from './answer.ts'
import { covers, type Day } from './day.ts'
import { getFact } from './facts.ts'
import { choiceOf } from './own/book.ts'
import type { Packs } from './packs.ts'
import type { Pack, Tiers } from './pack/schema.ts'
import { ruleSetFor, tieredIn } from './rule-set.ts'
import { wordsOf } from './when.ts'

/** What is asked of one axis: the facts that may speak for it, and the value that a tier wants of it. */
interface Asked {
  readonly id: string
  readonly names: readonly FactName[]
  readonly wants: (tier: Tiers['list'][number]) => string | readonly string[] | undefined
}

/** The axes of tiers on a day: those that a pack brings, else level of the area and class of the community. */
function askedOf(tiers: Tiers, at: Day): Asked[] {
  if (tiers.axes) return tiers.axes.map(({ id }) => ({ id, names: [id], wants: (tier) => tier.on?.[id] }))
  return (['level', 'class'] as const).map((id) => {
    const names = (tiers[id] ?? []).find((line) => covers(line, at))?.facts as FactName[] | undefined
    return { id, names: names ?? [], wants: (tier) => tier[id] }
  })
}

const usual: Readonly<Record<string, FactName>> = { level: 'county.risk', class: 'community.class' }

function readAxis({ id, names, wants }: Asked, tiers: Tiers, facts: Facts, at: Day): Axis {
  const told =
    names.find((name) => facts[name] !== undefined && facts[name] !== 'none') ?? names.find((name) => facts[name] !== undefined)
  const fact = told ?? names[0] ?? usual[id] ?? (id as OwnName)
  const value = facts[fact] ?? null
  // A tier that was abolished is none, whatever the value still says.
  const tier = tiers.list.find((one) => covers(one, at) && value !== null && [wants(one)].flat().includes(String(value)))
  return { id, fact, value, tier: tier?.id ?? null }
}

const describe = (axis: Axis, packs: Packs) => {
  const known = getFact(axis.fact, packs.brought)
  const name = known.words
  if (axis.value === null) {
    return { holds: 'unknown' as const, fact: axis.fact, text: { zh: `还不知道${name.zh}`, en: `not known: ${name.en}` } }
  }
  const value = wordsOf(axis.value, known)
  const text = { zh: `${name.zh}：${value.zh}`, en: `${name.en}: ${value.en}` }
  return { holds: axis.tier === null ? ('no' as const) : ('yes' as const), fact: axis.fact, given: axis.value, text }
}

const tierWords = (tiers: Tiers, tier: Tier): Words =>
  tiers.axes ? (tiers.list.find(({ id }) => id === tier)?.name ?? wordsOf(tier)) : wordsOf(tier)

/**
 * The tier by the axes of a notice, such as area level and community class. Where known ones differ the notice is silent, so a person
 * chooses one of theirs (fact `tier.choice`, or that of the pack); where one is unknown the others give the tier and it is asked for.
 */
export function tierIn(packs: Packs, pack: Pick<Pack, 'id'> & { tiers: Tiers }, facts: Facts, at: Day): TierAnswer {
  const { tiers } = pack
  const axes = askedOf(tiers, at).map((asked) => readAxis(asked, tiers, facts, at))
  const given = [...new Set(axes.flatMap(({ tier }) => (tier === null ? [] : [tier])))]
  const differ = given.length > 1
  const choice = choiceOf(pack)
  const picked = differ ? given.find((one) => one === facts[choice]) : given[0]
  const tier = picked ?? null
  const missing = axes.filter((axis) => axis.value === null).map((axis) => axis.fact)
  const [level, cls] = axes
  const lacking: Axis = { id: 'level', fact: 'county.risk', value: null, tier: null }
  return {
    tier,
    axes,
    level: level ?? lacking,
    class: cls ?? level ?? lacking,
    agree: given.length === 1 && axes.every((axis) => axis.tier !== null),
    choice: differ ? (tier === null ? 'needed' : 'made') : 'not-needed',
    missing: differ && tier === null ? [...missing, choice] : missing,
    why: {
      holds: tier === null ? 'unknown' : 'yes',
      text: differ
        ? tier !== null
          ? { zh: '两项不一致，已由人选定', en: 'the axes differ; a person chose' }
          : {
              zh: '县域等级和社区划分不一致，要由人选定一档并写明理由',
              en: 'the axes differ; a person chooses one and gives the reason',
            }
        : tier === null
          ? { zh: '等级和划分都没有，定不了档', en: 'neither axis gives a tier' }
          : { zh: `按${tierWords(tiers, tier).zh}这一档`, en: `tier: ${tierWords(tiers, tier).en}` },
      parts: axes.map((axis) => describe(axis, packs)),
    },
  }
}

/** Both axes and the tier at a place on a day; undefined where the rules of the day about a subject have no tiers. */
export function tierOf(
  packs: Packs,
  facts: Facts,
  place: string,
  day: Day,
  subject: Subject = firstSubject,
): TierAnswer | undefined {
  const tiered = tieredIn(ruleSetFor(packs, facts, place, day, subject))
  const pack = tiered?.ready.pack
  return pack?.tiers && tierIn(packs, { id: pack.id, tiers: pack.tiers }, facts, tiered?.at ?? day)
}

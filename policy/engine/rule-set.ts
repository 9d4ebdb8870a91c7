import { type FactName, type Facts, firstSubject, type Subject, subjects, type Words } from '../vocabulary.ts'
import type { Day } from './day.ts'
import { readRules } from './facts.ts'
import { keptWith } from './library/kept.ts'
import type { Pack } from './pack/schema.ts'
import { isInForce, type Packs, readyAt, type ReadyPack, subjectOf } from './packs.ts'

/** Which packs answer a question about one subject, each read at its day, and why. */
export interface RuleSet {
  readonly subject: Subject
  /** The regime, further notices and laws whose measures and limits apply. */
  used: readonly { ready: ReadyPack; at: Day }[]
  regime: ReadyPack | undefined
  regime_at: Day
  /** The day whose terms apply. */
  terms_at: Day
  /** Whether an open response named these rules, or they are simply those of the day. */
  by: 'response' | 'day'
  named: readonly ReadyPack[]
  why: Words
  missing: readonly FactName[]
}

/** Whether a response is open, whatever it is about; without any record of one, none is, and naming rules implies that it is. */
export const isOpen = (facts: Facts): boolean =>
  facts.response === 'open' || (facts.response === undefined && facts['response.rules'] !== undefined)

interface Named {
  readonly pack: string
  readonly at: Day
}

const namedIn = (facts: Facts): readonly Named[] =>
  isOpen(facts) ? (readRules(String(facts['response.rules'] ?? '')) ?? []) : []

// A pack that nobody holds says nothing of what it is about: it is missed where all began.
const aboutOf = (packs: Packs, id: string): Subject => {
  const ready = packs.byId.get(id)
  return (ready && subjectOf(ready.pack)) ?? firstSubject
}

const namedSubjects = keptWith<Packs, readonly Subject[]>(64)

/** The subjects that the rules of a response are about, in the order of the library. */
export const subjectsNamed = (packs: Packs, rules: string): readonly Subject[] =>
  namedSubjects(packs, rules, () => {
    const named = new Set((readRules(rules) ?? []).map(({ pack }) => aboutOf(packs, pack)))
    return (Object.keys(subjects) as Subject[]).filter((subject) => named.has(subject))
  })

/**
 * The rules that several responses name, as one fact: about each subject those of the first that names any. Rules that cannot be
 * read say nothing beside others that can.
 */
export function rulesTogether(packs: Packs, all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? ''
  const taken = new Set<Subject>()
  const kept: Named[] = []
  for (const rules of all) {
    const own = (readRules(rules) ?? []).filter(({ pack }) => !taken.has(aboutOf(packs, pack)))
    for (const one of own) taken.add(aboutOf(packs, one.pack))
    kept.push(...own)
  }
  return kept.map(({ pack, at }) => `${pack}@${at}`).join(',')
}

/** Whether a response about a subject is open; one that names no rules is about what all began with. */
export function isOpenFor(packs: Packs, facts: Facts, subject: Subject): boolean {
  if (!isOpen(facts)) return false
  const named = subjectsNamed(packs, String(facts['response.rules'] ?? ''))
  return named.length === 0 ? subject === firstSubject : named.includes(subject)
}

// What of a question decides which packs answer it; whatever else is known changes nothing about that.
const keyOf = (packs: Packs, facts: Facts, place: string, day: Day) =>
  `${packs.scopeOf(place)}|${day}|${isOpen(facts) ? `open ${facts['response.rules'] ?? ''}` : 'none'}`

const subjectsKept = keptWith<Packs, readonly Subject[]>(256)

/** The subjects about which a plan of a place and day has to speak: those of rules in force and of open responses. */
export const subjectsAt = (packs: Packs, facts: Facts, place: string, day: Day): readonly Subject[] =>
  subjectsKept(packs, keyOf(packs, facts, place, day), () => findSubjects(packs, facts, place, day))

function findSubjects(packs: Packs, facts: Facts, place: string, day: Day): Subject[] {
  const inForce = packs.all
    .filter(({ pack }) => (pack.is === 'regime' || pack.is === 'adds') && isInForce(pack, place, day))
    .map(({ pack }) => subjectOf(pack))
  const about = new Set([...inForce, ...namedIn(facts).map(({ pack }) => aboutOf(packs, pack)), firstSubject])
  return (Object.keys(subjects) as Subject[]).filter((subject) => about.has(subject))
}

/** The ids of the packs that are used at a place on a day, whatever they are about. */
export const packsUsed = (packs: Packs, facts: Facts, place: string, day: Day): Set<string> =>
  new Set(
    subjectsAt(packs, facts, place, day).flatMap((subject) =>
      ruleSetFor(packs, facts, place, day, subject).used.map(({ ready }) => ready.pack.id),
    ),
  )

/** The regimes about a subject that hold at a place on a day: the widest leads, those of narrower places add to it; of one place the newest. */
function findRegimes(packs: Packs, place: string, day: Day, subject: Subject): ReadyPack[] {
  const all = packs.all.filter(({ pack }) => pack.is === 'regime' && subjectOf(pack) === subject && isInForce(pack, place, day))
  return all.filter(({ pack }, nth) => all[nth + 1]?.pack.place !== pack.place)
}

interface Leading {
  /** The regime that leads, or nothing. */
  readonly regime: ReadyPack | undefined
  readonly named: readonly string[]
}

// What adds to the regime that leads: further notices, and regimes of narrower places, which never take its place.
function beside(packs: Packs, place: string, rulesOf: Day, day: Day, subject: Subject, { regime, named }: Leading) {
  const isNarrower = (pack: Pack) => regime !== undefined && pack.place.length > regime.pack.place.length
  const adding = packs.all.filter(
    ({ pack }) =>
      (pack.is === 'adds' || (pack.is === 'regime' && isNarrower(pack))) &&
      subjectOf(pack) === subject &&
      !named.includes(pack.id),
  )
  const brought = new Set(adding.filter(({ pack }) => isInForce(pack, place, rulesOf)).map(({ pack }) => pack.id))
  return packs.all.flatMap((ready) => {
    const { pack } = ready
    // A law binds whoever acts on the asked day, whichever rules a response brings back.
    if (pack.is === 'law') return isInForce(pack, place, day) ? [{ ready, at: day }] : []
    if (!adding.includes(ready)) return []
    if (brought.has(pack.id)) return isInForce(pack, place, rulesOf) ? [{ ready, at: rulesOf }] : []
    // A notice issued since also reaches those whose response brought older rules back.
    return isInForce(pack, place, day) ? [{ ready, at: day }] : []
  })
}

const isWider = (one: ReadyPack, other: ReadyPack) => one.pack.place.length < other.pack.place.length

/** The pack whose tiers a rule set has, with its day: of the regime that leads, else of the widest regime that has any. */
export const tieredIn = ({ used }: Pick<RuleSet, 'used'>): RuleSet['used'][number] | undefined =>
  used
    .filter(({ ready: { pack } }) => pack.is === 'regime' && pack.tiers)
    .sort((a, b) => a.ready.pack.place.length - b.ready.pack.place.length)[0]

const setsKept = keptWith<Packs, RuleSet>(256)

/**
 * The rules about a subject in force on the day; where an open response names packs with days, those instead. Places of one scope
 * have the same object.
 */
export const ruleSetFor = (packs: Packs, facts: Facts, place: string, day: Day, subject: Subject = firstSubject): RuleSet =>
  setsKept(packs, `${subject}|${keyOf(packs, facts, place, day)}`, () => findRuleSet(packs, facts, place, day, subject))

function findRuleSet(packs: Packs, facts: Facts, place: string, day: Day, subject: Subject): RuleSet {
  const [today] = findRegimes(packs, place, day, subject)
  const all = namedIn(facts)
  const named = all.filter(({ pack }) => aboutOf(packs, pack) === subject)
  const known = named.flatMap(({ pack, at }) => {
    const ready = readyAt(packs, pack, at)
    return ready && place.startsWith(ready.pack.place) ? [{ ready, at, pack }] : []
  })
  const lost = named.filter(({ pack, at }) => !known.some((each) => each.pack === pack && each.at === at))
  const terms = known.find(({ ready }) => ready.pack.is === 'terms')
  const plan = known.filter(({ ready }) => ready.pack.is === 'regime' || ready.pack.is === 'adds')
  const lead = plan.find(({ ready }) => ready.pack.is === 'regime')
  if (known.length === 0) {
    const opens = packs.all.some(({ pack }) => pack.opens && isInForce(pack, place, day) && pack.is === 'regime')
    const asks = isOpen(facts) && (named.length > 0 || (all.length === 0 && subject === firstSubject && !opens))
    return {
      subject,
      used: [
        ...(today ? [{ ready: today, at: day }] : []),
        ...beside(packs, place, day, day, subject, { regime: today, named: [] }),
      ],
      regime: today,
      regime_at: day,
      terms_at: day,
      by: 'day',
      named: [],
      why: asks
        ? { zh: '响应还没写明用哪套规则，先按当天的规则', en: 'the response names no rules we hold; the rules of the day apply' }
        : { zh: '按当天有效的规则', en: 'the rules in force on the day' },
      missing: asks ? ['response.rules'] : [],
    }
  }
  // Naming the rules of a narrower place leaves those in force that wider places have on the day.
  const above = lead ? findRegimes(packs, place, day, subject).filter((one) => isWider(one, lead.ready)) : []
  const regime = above[0] ?? lead?.ready ?? today
  const regimeAt = above.length > 0 ? day : (lead?.at ?? day)
  return {
    subject,
    used: [
      ...(lead ? above.map((ready) => ({ ready, at: day })) : today ? [{ ready: today, at: day }] : []),
      ...plan,
      ...beside(packs, place, regimeAt, day, subject, {
        regime,
        named: [...plan.map(({ ready }) => ready), ...above].map(({ pack }) => pack.id),
      }),
    ],
    regime,
    regime_at: regimeAt,
    terms_at: terms?.at ?? regimeAt,
    by: 'response',
    named: known.map(({ ready }) => ready),
    why: {
      zh: `应急响应写明：${known.map(({ ready, at }) => `${ready.pack.title.zh}（${at}）`).join('、')}`,
      en: `named by the response: ${known.map(({ ready, at }) => `${ready.pack.title.en} (${at})`).join(', ')}`,
    },
    missing: lost.length > 0 ? ['response.rules'] : [],
  }
}

import type { Facts, Words } from '../vocabulary.ts'
import type { PlainRhythm, Setting } from './answer.ts'
import { readChosen } from './settings/chosen.ts'
import { covers, type Day } from './day.ts'
import { isInForce, type Packs, type ReadySetting } from './packs.ts'
import { numberOf } from './pack/rhythm.ts'
import type { Rhythm } from './pack/schema.ts'
import { ruleSetFor } from './rule-set.ts'

const findSetting = (packs: Packs, name: string, place: string, day: Day): ReadySetting | undefined =>
  packs.settings
    .get(name)
    ?.filter(({ pack, setting }) => isInForce(pack, place, day) && covers(setting, day))
    .at(-1)?.setting

const asSetting = <Value>(found: ReadySetting, value: Value, proposed = value): Setting<Value> => ({
  rule: found.id,
  name: found.name,
  value,
  proposed,
  bounds: found.bounds ?? null,
  unit: found.unit ?? null,
  certain: found.certain,
  source: found.source,
  note: found.note ?? null,
})

const isWithin = (number: number, { at_least, at_most }: { at_least: number; at_most: number }) =>
  number >= at_least && number <= at_most

/**
 * A figure of the rules by its name, for example `fever.celsius`; undefined on days no rule gives one. Where the rules leave it to
 * the county and the facts say what that chose, it is that, as long as it lies within the bounds of the day.
 */
export function findNumber(packs: Packs, name: string, place: string, day: Day, facts: Facts = {}): Setting<number> | undefined {
  const found = findSetting(packs, name, place, day)
  if (!found || typeof found.value !== 'number') return undefined
  const chosen = found.bounds && facts.settings !== undefined ? readChosen(String(facts.settings))?.get(name) : undefined
  const holds = chosen !== undefined && found.bounds && isWithin(chosen, found.bounds)
  return asSetting(found, holds ? chosen : found.value, found.value)
}

/** Every number that a county may choose at a place on a day, by name, as it stands there. */
export const listChoosable = (packs: Packs, facts: Facts, place: string, day: Day): Setting<number>[] =>
  [...packs.settings.keys()]
    .flatMap((name) => findNumber(packs, name, place, day, facts) ?? [])
    .filter(({ bounds }) => bounds !== null)
    .sort((a, b) => a.name.localeCompare(b.name))

/**
 * A rhythm of a rule with the numbers of a place and day, and the setting that its number is taken from. A number that no
 * setting gives stays open: then it is done whenever it happens.
 */
export function rhythmBy(
  rhythm: Rhythm,
  find: (name: string) => Setting<number> | undefined,
): { how_often: PlainRhythm; figure: Setting<number> | null } {
  if (rhythm.kind === 'by-colour') return { how_often: rhythm, figure: null }
  const number = numberOf(rhythm)
  const figure = (typeof number === 'object' && find(number.setting)) || null
  const value = typeof number === 'object' ? figure?.value : number
  if (rhythm.kind === 'on-change' || rhythm.kind === 'once')
    return { how_often: { kind: rhythm.kind, ...(value !== undefined && { within_hours: value }) }, figure }
  if (value === undefined) return { how_often: { kind: 'on-change' }, figure }
  return {
    how_often: rhythm.kind === 'per-day' ? { kind: 'per-day', times: value } : { kind: 'every-days', days: value },
    figure,
  }
}

/** A list of words of the rules by its name, for example `symptoms`; undefined on days no rule gives one. */
export function findList(packs: Packs, name: string, place: string, day: Day): Setting<readonly Words[]> | undefined {
  const found = findSetting(packs, name, place, day)
  return found && Array.isArray(found.value) ? asSetting(found, found.value) : undefined
}

/** What a check of a person under observation asks and when it is abnormal, by the rules of the order's day. */
export interface CheckRules {
  /** The day whose rules were used. */
  rules_of: Day
  /** Fever begins at this temperature, in degrees Celsius. */
  fever: Setting<number> | undefined
  symptoms: Setting<readonly Words[]> | undefined
  /** Minutes to wait before the second reading after a high one. */
  second_reading: Setting<number> | undefined
  checks_per_day: Setting<number> | undefined
  /** What a home must have, all of it, before somebody may stay there. */
  home: Setting<readonly Words[]> | undefined
}

/** Thresholds, symptoms and rhythm of checks under the rules of the day, or those an open response names. */
export function checkRulesFor(packs: Packs, facts: Facts, place: string, day: Day): CheckRules {
  const at = ruleSetFor(packs, facts, place, day).terms_at
  return {
    rules_of: at,
    fever: findNumber(packs, 'fever.celsius', place, at),
    symptoms: findList(packs, 'symptoms', place, at),
    second_reading: findNumber(packs, 'second-reading.minutes', place, at),
    checks_per_day: findNumber(packs, 'checks.per-day', place, at),
    home: findList(packs, 'home.conditions', place, at),
  }
}

/** Every how many days a key person is contacted: by colour, or closer while infected (国卫明电〔2022〕509号: every 3 days). */
export function contactEveryDays(
  packs: Packs,
  person: { colour: 'green' | 'yellow' | 'red'; infected: boolean },
  place: string,
  day: Day,
): Setting<number> | undefined {
  const ordinary = findNumber(packs, `contact.days.${person.colour}`, place, day)
  const infected = person.infected ? findNumber(packs, 'contact.days.infected', place, day) : undefined
  return infected && (!ordinary || infected.value < ordinary.value) ? infected : ordinary
}

import type { Facts, Words } from '../vocabulary.ts'
import type { Source } from './answer.ts'
import { covers, type Day } from './day.ts'
import { isInForce, type Packs, type ReadySetting } from './packs.ts'
import { ruleSetFor } from './rule-set.ts'

/** A figure or list of the rules on a day, with its source; `certain` is false where no document fixes it. */
export interface Setting<Value> {
  rule: string
  name: string
  value: Value
  unit: Words | null
  certain: boolean
  source: Source
  note: Words | null
}

function findSetting(packs: Packs, name: string, place: string, day: Day): ReadySetting | undefined {
  return packs.all
    .filter(({ pack }) => isInForce(pack, place, day))
    .flatMap(({ settings }) => settings.filter((setting) => setting.name === name && covers(setting, day)))
    .at(-1)
}

const asSetting = <Value>(found: ReadySetting, value: Value): Setting<Value> => ({
  rule: found.id,
  name: found.name,
  value,
  unit: found.unit ?? null,
  certain: found.certain,
  source: found.source,
  note: found.note ?? null,
})

/** A figure of the rules by its name, for example `fever.celsius`; undefined on days no rule gives one. */
export function findNumber(packs: Packs, name: string, place: string, day: Day): Setting<number> | undefined {
  const found = findSetting(packs, name, place, day)
  return found && typeof found.value === 'number' ? asSetting(found, found.value) : undefined
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

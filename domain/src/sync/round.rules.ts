import type { Values } from '../kinds/fields.ts'
import type { HeldThing } from '../kinds/round/held-round.ts'
import { type CheckCoverage, checkCoverage, standingsOf, turnOfRound } from '../kinds/round/round.rules.ts'
import type { RoundKind } from '../kinds/round/round.ts'
import { settle } from '../kinds/when.ts'
import type { Day, Id } from '../schema.ts'
import type { Held } from './held.rules.ts'
import type { Said } from './said.ts'
import type { HeldRows } from './sync.ts'

/** The looks that a record made on a phone adds to it. */
export function checkRows(held: Held, kind: RoundKind, { at, input }: Pick<Said, 'at' | 'input'>): HeldRows {
  const said = input as { id: Id; thing?: Id; replaces?: Id; v?: number; fields?: Values }
  const { id, replaces = null, v = kind.version, fields = {} } = said
  const thing = said.thing ?? held.check.get(replaces ?? '')?.thing
  if (thing === undefined) return {}
  return { check: [{ id, kind: kind.name, thing, at, values: settle(kind.fields, fields, v).values, replaces }] }
}

/** How far a round has come in the turn that runs, by what a phone holds: each thing with how it stands, by name. */
export function roundOnPhone(
  held: Held,
  kind: RoundKind,
  today: Day,
): { readonly all: readonly { readonly thing: HeldThing; readonly standing: string }[]; readonly coverage: CheckCoverage } {
  const { things, where } = kind.over
  const targets = [...held.thing.values()]
    .filter((thing) => thing.kind === things)
    .map((thing) => ({ ...thing, outside: where !== undefined && !where.includes(thing.own ?? '') }))
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN', { numeric: true }))
  const checks = [...held.check.values()]
    .filter((check) => check.kind === kind.name)
    .map(({ id, at, thing, values, replaces }) => ({ id, at, target: thing, values, ...(replaces && { replaces }) }))
  const standings = standingsOf(kind, targets, checks, turnOfRound(kind, today))
  return {
    all: targets.map((thing) => ({ thing, standing: standings.get(thing.id) ?? 'not-reached' })),
    coverage: checkCoverage(standings.values()),
  }
}

import { addDays, shanghaiDay, shanghaiInstant } from '@wangdi/domain/day.ts'
import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { roundVerbs } from '@wangdi/domain/kinds/round/round.api.ts'
import { turnOfRound } from '@wangdi/domain/kinds/round/round.rules.ts'
import { checklists } from '@wangdi/domain/rounds/inspections/checklists.ts'
import { recordInspection } from '@wangdi/domain/rounds/inspections/inspection.api.ts'
import type { Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import { type LookSample, momentOf, type ThingLine, type ThingSample } from './sample.ts'
import type { Telling } from './tell-asked.ts'
import type { DemoLogin } from '../accounts.ts'
import { withPictures } from './tell-photos.ts'
import { pointed, remember } from './told.ts'
import { ableTo } from './who.ts'

/** A thing that was told, for rounds that go to it. */
export interface ToldThing {
  readonly id: Id
  readonly kind: string
  readonly community: PlaceCode
  readonly own: string | undefined
}

const dayMs = 86_400_000

async function tellVisit(
  { speak, chance }: Pick<Telling, 'speak' | 'chance'>,
  { unit, place, at, who }: { unit: Id; place: PlaceCode; at: Instant; who: DemoLogin },
): Promise<void> {
  const checklist = 'unit-duties'
  const answers = Object.fromEntries(checklists[checklist].items.map(({ id }) => [id, 'yes' as const]))
  const inspection = {
    kind: 'unit' as const,
    unit,
    contingency: null,
    day: shanghaiDay(at),
    checklist: checklist as 'unit-duties',
  }
  await speak(who, at, recordInspection, {
    ...{ ...inspection, id: chance.id(), place, answers },
    ...{ note: '', next_on: null, findings: [] },
  })
}

async function tellThing(telling: Telling, { kind }: ThingSample, line: ThingLine, community: PlaceCode): Promise<ToldThing> {
  const { speak, chance, now } = telling
  const verbs = registerVerbs(kind)
  const id = chance.id()
  const added = momentOf(line.added, now)
  const later = (days: number): Instant =>
    new Date(Math.min(new Date(added).getTime() + days * dayMs, now.getTime())).toISOString()
  const may = (act: string, not?: string) =>
    ableTo(kind, act).filter(({ place, login }) => community.startsWith(place) && login !== not)[0]?.login
  const say = async (act: string, at: Instant, input: object, not?: string) => {
    const who = may(act, not)
    const verb = act === 'add' ? verbs.add : verbs.acts[act as keyof typeof verbs.acts]
    if (who === undefined || !verb) throw new Error(`nobody of the demo does ${kind.name}.${act} at ${community}`)
    await speak(who, at, verb, { id, ...input } as never)
    return who
  }
  const fields = pointed(telling, kind.fields, line.fields, community)
  const by = await say('add', added, { place: community, v: kind.version, fields })
  remember(telling, kind, community, line.fields, id)
  // Who signs or approves has seen what was added, as it was added.
  const last_at = new Date(added).toISOString()
  if (line.signed) await say('sign', later(1), { last_at, signer: line.signed, day: shanghaiDay(later(1)) })
  if (kind.acts.includes('approve') && !line.waiting) await say('approve', later(0.02), { last_at }, by)
  const [state, basis] = line.state ?? []
  if (state !== undefined) await say('set-state', later(1), { state, basis, day: shanghaiDay(later(1)) })
  const visitor = may('add')
  if (line.visited && visitor)
    await tellVisit({ speak, chance }, { unit: id, place: community, at: momentOf(line.visited, now), who: visitor })
  const { later: more } = line
  if (more)
    telling.later.push(async () => {
      const all = pointed(telling, kind.fields, { ...line.fields, ...more }, community)
      await say('change', now.toISOString(), { v: kind.version, fields: all, last_at })
    })
  if (line.ended !== undefined) await say('end', later(2), { basis: line.ended })
  return { id, kind: kind.name, community, own: state ?? Object.keys(kind.states ?? {})[0] }
}

/** Tells the things of a register; gives those that are on it, in their order. */
export async function tellThings(telling: Telling, sample: ThingSample): Promise<ToldThing[]> {
  const told: ToldThing[] = []
  for (const [community, lines] of Object.entries(sample.lines))
    for (const line of lines) {
      const thing = await tellThing(telling, sample, line, community)
      if (line.ended === undefined && !line.waiting) told.push(thing)
    }
  return told
}

/** Tells the looks of a round at the things that were told. */
export async function tellLooks(
  { speak, put, chance, now }: Telling,
  { kind, turns, usual, now: present }: LookSample,
  all: readonly ToldThing[],
): Promise<void> {
  const { record } = roundVerbs(kind)
  const today = shanghaiDay(now.getTime())
  const { from } = turnOfRound(kind, today)
  const targets = all.filter(({ kind: of, own }) => of === kind.over.things && (kind.over.where?.includes(own ?? '') ?? true))
  const look = async ({ id, community }: ToldThing, at: Instant, fields: Values) => {
    const who = ableTo(kind, 'record').find(({ place }) => place === community)?.login
    if (who === undefined) throw new Error(`nobody of the demo records ${kind.name} at ${community}`)
    const shown = await withPictures((picture) => put(who, at, kind.name, picture), kind.fields, fields)
    await speak(who, at, record, { id: chance.id(), thing: id, v: kind.version, fields: shown } as never)
  }
  for (let turn = turns; turn > 0; turn -= 1)
    for (const [nth, target] of targets.entries())
      await look(target, shanghaiInstant(addDays(from, -turn * kind.everyDays), `16:${String(10 + nth * 4)}`), usual)
  for (const places of Map.groupBy(targets, ({ community }) => community).values())
    for (const [nth, target] of places.entries()) {
      const fields = present[nth] ?? 'due'
      if (fields !== 'due') await look(target, momentOf({ minutes: 80 - nth * 9 }, now), fields === 'usual' ? usual : fields)
    }
}

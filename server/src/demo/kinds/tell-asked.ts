import { firstActOf, firstWhom } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { Fields, Values } from '@wangdi/domain/kinds/fields.ts'
import type { Whom } from '@wangdi/domain/kinds/request/flow.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { type RequestVerbs, requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { type Folded, isParty, standingAfter, unbegun } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { parentOf } from '@wangdi/domain/place-code.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import type { DemoLogin } from '../accounts.ts'
import type { Seeded } from '../seeded.ts'
import type { Speaker } from './speaker.ts'
import { type AskedLine, type AskedSample, momentOf } from './sample.ts'
import { pointed, remember, type ToldSoFar } from './told.ts'
import { type Putting, withPictures } from './tell-photos.ts'
import { type Able, ableTo } from './who.ts'

/** What telling stands on: who speaks, when it is now, and what records may point at. */
export interface Telling extends ToldSoFar {
  readonly speak: Speaker
  readonly put: Putting
  /** What is told when all else was. */
  readonly later: (() => Promise<void>)[]
  readonly chance: Seeded
  readonly now: Date
  readonly accounts: Record<DemoLogin, string>
}

const grounds: Readonly<Record<string, string>> = {
  'not-done': '去了两次，家里没人',
  'send-back': '不归我们管，楼道公共部分是物业的',
  keep: '首接负责，先办起来，物业由你们去催',
  redirect: '由物业管理的主管单位办更合适',
  'turn-back': '路上车坏了，先带回来',
  'not-come': '收运车今天没来',
  extend: '双方都说再给十天',
  'still-wrong': '只清了一半，楼后还有',
  reopen: '家属又打来电话，说夜里睡不着',
}

/** Those who do what a request is given out for: helpers before the desk. */
function doersAt(kind: RequestKind, place: PlaceCode): Able[] {
  const acts = Object.entries(flowOf(kind.flow).acts).flatMap(([act, { by }]) => (by === 'doer' ? [act] : []))
  const able = ableTo(kind, acts[0] ?? '').filter((one) => one.place === place)
  const blind = able.filter(({ reach }) => reach === 'given')
  return blind.length > 0 ? blind : able
}

function actorOf(kind: RequestKind, act: string, standing: Folded, about: PlaceCode, accounts: Telling['accounts']): Able {
  const { by, apart } = flowOf(kind.flow).acts[act] ?? {}
  const may = ableTo(kind, act).filter(({ login, place, reach }) => {
    if (apart && accounts[login] === standing.by) return false
    if (standing.state === 'none') return place === about && reach !== 'given'
    return by !== undefined && isParty(by, standing, { account: accounts[login], place, isBlind: reach === 'given' })
  })
  const who = (by === 'doer' && may.find(({ login }) => accounts[login] === standing.assignee)) || may[0]
  if (!who) throw new Error(`nobody of the demo does ${kind.name}.${act} of ${standing.state} at ${about}`)
  return who
}

/** Whom an act names: the next of those who may, the office above, the place that the line says. */
function whomOf(
  telling: Telling,
  sample: AskedSample,
  line: AskedLine,
  nth: number,
  act: string,
  at: Folded,
  about: PlaceCode,
): Whom {
  const { kind } = sample
  const { sets = [] } = flowOf(kind.flow).acts[act] ?? {}
  const doers = doersAt(kind, at.office ?? about)
  const doer = doers[nth % Math.max(1, doers.length)]?.login
  const office = line.to ?? (at.office === null ? undefined : parentOf(at.office))
  return {
    ...(sets.includes('doer') && doer !== undefined && { doer: telling.accounts[doer] }),
    ...(sets.includes('other') && { other: line.to ?? about }),
    ...(sets.includes('office') && at.state !== 'none' && office !== undefined && { office }),
  }
}

// What is left for later is told in the order in which it was left.
async function tellOne(
  telling: Telling,
  verbs: RequestVerbs,
  sample: AskedSample,
  line: AskedLine,
  nth: number,
  community: PlaceCode,
) {
  const { speak, put, chance, now, accounts, doors } = telling
  const { kind, said } = sample
  const flow = flowOf(kind.flow)
  const { began, fields, acts = [], later = [], urgency, way = 'desk', door, place = community, result } = line
  const id = chance.id()
  const begun = new Date(momentOf(began, now)).getTime()
  const every = Math.min((line.every ?? sample.every) * 60_000, (now.getTime() - begun) / (acts.length + later.length + 1))
  let standing = unbegun
  const tell = async (act: string, step: number) => {
    const moment = new Date(begun + step * every).toISOString()
    const who = actorOf(kind, act, standing, place, accounts)
    const whom = whomOf(telling, sample, line, nth, act, standing, place)
    const shown = (asked: Fields, said: Values) =>
      withPictures((picture) => put(who.login, moment, kind.name, picture), asked, said)
    const { needs } = flow.acts[act] ?? {}
    const more = {
      ...(needs === 'ground' && { ground: line.ground ?? grounds[act] ?? '' }),
      ...(needs === 'result' && { result: result ?? Object.keys(kind.results ?? { done: 0 })[0] ?? '' }),
    }
    if (step === 0) {
      const dwelling = door === undefined ? undefined : doors.get(door)
      if (kind.about === 'dwelling' && dwelling === undefined) throw new Error(`no door ${door}`)
      const about = kind.about === 'dwelling' ? { dwelling } : { place }
      const how = { way, urgency: urgency ?? slowestOf(kind) }
      const asked = await shown(kind.fields, pointed(telling, kind.fields, fields, community))
      await speak(who.login, moment, verbs.begin, { id, v: kind.version, ...about, ...how, fields: asked, ...whom } as never)
      remember(telling, kind, community, fields, id, line.called)
    } else {
      const told = (line.said as AskedSample['said'])?.[act] ?? said[act] ?? {}
      const asks = kind.asks?.[act]
        ? { fields: await shown(kind.asks[act], pointed(telling, kind.asks[act], told, community)) }
        : {}
      const verb = verbs.acts[act]
      if (!verb) throw new Error(`${kind.name} has no act ${act}`)
      await speak(who.login, moment, verb, { id, ...more, ...asks, ...whom } as never)
    }
    const named = step === 0 ? firstWhom(kind, place, whom) : whom
    const done = { id: `${step}`, act, at: moment, by: accounts[who.login], place: who.place, whom: named, ...more }
    standing = standingAfter(flow, standing, done)
  }
  const atOnce = [firstActOf(kind), ...acts]
  for (const [step, act] of atOnce.entries()) await tell(act, step)
  for (const [nth, act] of later.entries()) telling.later.push(() => tell(act, atOnce.length + nth))
}

const slowestOf = ({ terms }: RequestKind): Urgency =>
  (Object.keys(urgencies) as Urgency[]).findLast((name) => terms[name] !== undefined) ?? 'soon'

/** Tells the requests of a sample, each by those who would do its acts, at the moments of those acts. */
export async function tellAsked(telling: Telling, sample: AskedSample): Promise<void> {
  const verbs = requestVerbs(sample.kind)
  for (const [community, lines] of Object.entries(sample.lines))
    for (const [nth, line] of lines.entries()) await tellOne(telling, verbs, sample, line, nth, community)
}

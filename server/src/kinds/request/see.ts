import { reachOf } from '@wangdi/domain/access/access.ts'
import { rolesOfDoers } from '@wangdi/domain/access/doers.ts'
import type { CountedPart } from '@wangdi/domain/kinds/counted.ts'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import { mayAct } from '@wangdi/domain/kinds/request/act.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { filtersOf, firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { turnOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { isLate } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { ofCommunity, type Request, type Served, serve } from '../../platform/serve.ts'
import { countedIds } from '../count-kind.queries.ts'
import { aboutAsked, getAsked } from './act.ts'
import { listDoers } from './aim.queries.ts'
import { namesOf } from '../pointing/names.ts'
import { type Asked, listActs, readNotes, readSaid } from './asked.queries.ts'
import { listAsked, listGiven } from './list.queries.ts'
import { actingAs, listTakers } from './parties.ts'
import { openPhones } from './seal-phones.ts'

/** A request as lists show it at a moment. */
export function askedRow({ standing, ...asked }: Asked, now: string) {
  const { id, kind, number, at, community, about, urgency, doer, details, door } = asked
  const { desk, office, state, waits_on, due_at, result } = standing
  return {
    ...{ id, kind, number, at: at.toISOString(), community, about, door: door && doorText(door), desk: desk ?? '', office },
    ...{ state, waits_on, turn: turnOf(standing), due_at, late: isLate(due_at, now), urgency, doer, result, details },
  }
}

/** The acts that the actor may do to a request now: open in the flow, in the hands of the role, and no beginning of another. */
const mayNow = (kind: RequestKind, { standing }: Pick<Asked, 'standing'>, request: Request<never>): string[] =>
  mayAct(flowOf(kind.flow), standing, actingAs(request), request.at.toISOString(), kind).filter(
    (act) => act !== firstActOf(kind) && reachOf(`${kind.name}.${act}`, request.actor.role),
  )

interface Looked {
  readonly place: PlaceCode
  readonly show: 'open' | 'late' | 'done' | 'all'
  readonly counted?: CountedPart
  readonly page?: number
  readonly size?: number
}

/** The list of a kind, one of it, and those given to oneself. */
export function seeing(kind: RequestKind, verbs: RequestVerbs): Served[] {
  const flow = flowOf(kind.flow)
  const choosable = filtersOf(kind).map(([name]) => name)
  const list = serve(verbs.see, {
    about: ofCommunity,
    run: async ({ db, actor, input, reach, at, today, saw }) => {
      const { place, show, counted, page = 0, size = 50 } = input as unknown as Looked
      const chosen = Object.entries(input as Record<string, unknown>).filter(([name]) => choosable.includes(name))
      const choices = Object.fromEntries(chosen.map(([name, value]) => [name, String(value)]))
      const gridsOf = reach === 'grid' ? { account: actor.account, day: today } : undefined
      const plan = counted && { among: countedIds(db, { kind, place, day: today, part: counted }) }
      const asked = { kind: kind.name, at: actor.place, place, show, now: at, choices, gridsOf, ...plan, page, size }
      const { rows, ...counts } = await listAsked(db, asked)
      saw(rows.map(({ dwelling, person }) => person ?? dwelling))
      return { ...counts, rows: rows.map((row) => askedRow(row, at.toISOString())) }
    },
  })
  const one = serve(verbs.get, {
    about: aboutAsked(kind),
    run: async (request) => {
      const { db, input, at, today, fields: cipher, note, saw } = request
      const { id } = input as unknown as { id: Id }
      const asked = await getAsked(db, kind, id)
      const acts = await listActs(db, id)
      const notes = await readNotes(db, id)
      const may = mayNow(kind, asked, request as Request<never>)
      const gives = may.some((act) => flow.acts[act]?.sets?.includes('doer'))
      const hands = may.some((act) => flow.acts[act]?.sets?.includes('other'))
      const office = asked.standing.office ?? request.actor.place
      note({ request: id })
      saw([asked.person ?? asked.dwelling])
      const said = await readSaid(db, id)
      const told = acts.map(({ act, fields }) => [kind.asks?.[act] ?? {}, fields] as const)
      return {
        row: askedRow(asked, at.toISOString()),
        ...{ way: asked.way, person: asked.person, dwelling: asked.dwelling, may },
        fields: openPhones(cipher, kind.fields, said),
        names: await namesOf(request, [[kind.fields, said], ...told]),
        acts: acts.map(({ id: act, act: name, at: when, name: by, place, result, ground, fields, due }) => ({
          ...{ id: act, act: name, at: when, by, place, result: result ?? null, ground: ground ?? '', due },
          fields: openPhones(cipher, kind.asks?.[name] ?? {}, { ...fields, ...notes.get(act) }),
        })),
        doers: gives ? await listDoers(db, office, rolesOfDoers(kind)) : [],
        takers: hands ? await listTakers(db, kind, office, today) : [],
      }
    },
  })
  if (!verbs.mine) return [list, one]
  const helper = fieldsFor(kind.fields, 'helper')
  const mine = serve(verbs.mine, {
    about: () => ({}),
    run: async (request) => {
      const { db, actor, at, fields: cipher, saw } = request
      const given = await listGiven(db, kind.name, actor.account)
      saw(given.map(({ dwelling }) => dwelling))
      return {
        rows: given.map(({ id, number, urgency, standing, said, door }) => ({
          ...{ id, number, urgency, state: standing.state, due_at: standing.due_at, door },
          late: isLate(standing.due_at, at.toISOString()),
          fields: openPhones(cipher, helper, said),
          may: mayNow(kind, { standing }, request as Request<never>),
        })),
      }
    },
  })
  return [list, one, mine]
}

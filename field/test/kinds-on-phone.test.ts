// Requests on two phones against the real server: a helper who sees what was given to them, and a worker with a grid. Whatever the
// order of acts here and there, of losses, repeats and restarts, both end where a new phone ends, and each act is kept once.
import 'fake-indexeddb/auto'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { foldOf } from '@wangdi/domain/kinds/request/standing.rules.ts'
import { standingForHelper } from '@wangdi/domain/kinds/request/held-asked.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../server/test/given/kinds.ts'
import { givenDwelling, givenGrid } from '../../server/test/given/people.ts'
import { untilOver } from '../../server/test/given/told.ts'
import { type Caller, type House, startHouse } from '../../server/test/house.ts'
import { type RealPhone, realPhone, shown, type Weather } from './real-phone.ts'

const community = '410105001003'
const verbs = requestVerbs(errand)
const fields = { what: 'food', items: [{ item: '白菜' }], put: 'door', call: '19900004321' }
const title = { building: '3号楼2单元', room: '402', text: '代办' }
const volunteers = { doors: false, given: true }
const workers = { doors: true, given: true }
let house: House
let desk: Caller
let helper: Caller
let worker: Caller
const doors: string[] = []

beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', community)
  helper = await house.as('volunteer', community, '宋晓')
  worker = await house.as('grid-worker', community, '吴晓彤')
  for (const room of ['401', '402', '403']) doors.push(await givenDwelling(house, community, '3号楼', '2', room))
  await givenGrid(house, community, doors.slice(0, 2), worker.account, '第3网格')
})
afterAll(() => house.close())

const weathers = ['fine', 'fine', 'no-network', 'answer-lost', 'breaks-off'] as const
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('done', 'not-done'), who: fc.nat(1), which: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('sync'), who: fc.nat(1), weather: fc.constantFrom<Weather>(...weathers) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('give', 'take-back', 'confirm'), who: fc.nat(1), which: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('begin', 'begin-at-door', 'restart'), who: fc.nat(1), which: fc.nat(2) }),
  },
)
type Step = { readonly do: string; readonly who: number; readonly which?: number; readonly weather?: Weather }

const actOf = (own: RealPhone, act: string, id: string) =>
  own.engine().record(`requests.errand.${act}`, { id, ...(act === 'not-done' && { ground: '敲门没人应' }) }, title)
const begin = { v: 1, way: 'desk', urgency: 'today', fields } as const

async function go(one: Step, phones: readonly RealPhone[], all: string[]): Promise<void> {
  const own = phones[one.who] as RealPhone
  const id = all[(one.which ?? 0) % Math.max(1, all.length)] ?? newId()
  if (one.do === 'sync') await own.sync(one.weather)
  else if (one.do === 'restart') await own.restart()
  else if (one.do === 'done' || one.do === 'not-done') await actOf(own, one.do, id)
  else if (one.do === 'begin')
    all.push((await callKind(desk, verbs.begin, { id: newId(), ...begin, dwelling: doors[one.which ?? 0] })).id)
  else if (one.do === 'begin-at-door') {
    const made = { id: newId(), ...begin, dwelling: doors[one.which ?? 0] ?? '' }
    await phones[1]?.engine().record('requests.errand.take', made, title)
    if (one.which !== 2) all.push(made.id)
  } else {
    const more = one.do === 'give' ? { doer: [helper, worker][one.who]?.account } : {}
    // What does not fit where it stands is refused there; the phones hear nothing of it.
    await callKind(desk, verbs.acts[one.do], { id, ...more }).catch(() => {})
  }
}

test('two phones and the server end the same, whatever the order of acts, losses, repeats and restarts; each act is kept once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      const phones = [
        await realPhone(house, helper, community, volunteers),
        await realPhone(house, worker, community, workers),
      ] as const
      const all = [(await callKind(desk, verbs.begin, { id: newId(), ...begin, dwelling: doors[0] })).id]
      for (const one of steps) await go(one, phones, all)
      await untilOver(house, '410105')
      for (const own of phones) expect(await own.sync()).toBe('done')
      // What one sent last is news to the other.
      await untilOver(house, '410105')
      for (const own of phones) expect(await own.sync()).toBe('done')
      const entries = phones.flatMap((own) => own.engine().entries())
      expect(
        entries
          .filter(({ state, problem }) => state === 'unsent' && !problem)
          .filter(({ input }) => all.includes(String(input['id']))),
      ).toEqual([])
      for (const [nth, own] of phones.entries()) {
        const anew = await realPhone(house, [helper, worker][nth] ?? helper, community, [volunteers, workers][nth])
        expect(await anew.sync()).toBe('done')
        expect(shown(own.engine().view())).toEqual(shown(anew.engine().view()))
        await own.restart()
        expect(shown(own.engine().view())).toEqual(shown(anew.engine().view()))
      }
      // Every act that was answered "done" is kept, once and under its own id; what was refused is not.
      const kept = await sql<{ id: string; request: string }>`select id, request from kind_request_act`.execute(house.owner)
      const ids = kept.rows.map(({ id }) => id)
      const acts = entries.filter(({ verb }) => !verb.endsWith('.take'))
      for (const { id, state } of acts) expect([id, ids.includes(id)]).toEqual([id, state === 'done'])
      await sameAsFold(phones[0])
    }),
    { numRuns: 40 },
  )
}, 400_000)

// What the helper's phone holds is what all acts that the server keeps fold to.
async function sameAsFold(phone: RealPhone): Promise<void> {
  const given = phone.engine().view().given
  const { rows } = await sql<Record<string, unknown>>`select id, request, act, at, by_account as by, place, whom, result, ground
    from kind_request_act where request = any (${[...given.keys()]}::uuid[])`.execute(house.owner)
  for (const [id, held] of given) {
    const own = rows.filter(({ request }) => request === id)
    const due = own.map((one) => ({
      ...one,
      at: (one['at'] as Date).toISOString(),
      ...(one['act'] === 'take' && { due_at: held.standing.term }),
    }))
    expect(held.standing).toEqual(standingForHelper(foldOf(flowOf(errand.flow), due as never)))
  }
}

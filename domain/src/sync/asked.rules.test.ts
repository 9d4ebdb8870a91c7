import fc from 'fast-check'
import { expect, test } from 'vitest'
import { access } from '../access/access.ts'
import type { Role } from '../roles.ts'
import { declared } from '../declared.ts'
import { momentAfter } from '../kinds/order.ts'
import type { DoneAct } from '../kinds/request/flow.ts'
import { flowOf } from '../kinds/request/flows.ts'
import { type HeldAsked, standingForHelper } from '../kinds/request/held-asked.ts'
import { firstActOf } from '../kinds/request/request.rules.ts'
import { type Folded, standingAfter, unbegun } from '../kinds/request/standing.rules.ts'
import { askedRows } from './asked.rules.ts'
import { idsOf, rowsOf } from './fold.rules.ts'
import { applyRows, emptyHeld, withGiven, withoutOld } from './held.rules.ts'
import { kindAct, phoneKinds, phonePapers, phoneRounds } from './phone-kinds.ts'

const here = '410105001003'
const me = { account: 'helper', name: '宋晓', place: here }
const id = 'asked-1'
const moment = (n: number) => new Date(Date.UTC(2026, 10, 17, 2, n)).toISOString()

test('phones carry exactly the kinds that say so, and whoever may see what was given of one of them fetches what was given', () => {
  const carried = declared.filter(({ phone }) => phone).map(({ name }) => name)
  expect([...phoneKinds, ...phoneRounds, ...phonePapers].map(({ name }) => name).sort()).toEqual([...carried].sort())
  const roles = new Set(phoneKinds.flatMap(({ name }) => Object.keys(access[`${name}.mine`] ?? {}) as Role[]))
  expect(Object.keys(access['kinds.given'] ?? {}).sort()).toEqual([...roles].sort())
})

const anyAct = fc.record({
  act: fc.constantFrom(...new Set(phoneKinds.flatMap(({ flow }) => Object.keys(flowOf(flow).acts)))),
  by: fc.constantFrom('helper', 'desk', 'other'),
  doer: fc.constantFrom('helper', 'other'),
  office: fc.constantFrom(here, '410105001004'),
  after: fc.integer({ min: -30, max: 90 }),
})

test('what a helper records folds the same from what they were told as from all that the server knows', () => {
  for (const kind of phoneKinds)
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        const flow = flowOf(kind.flow)
        const first = {
          id: 'first',
          act: firstActOf(kind),
          at: moment(0),
          by: 'desk',
          place: here,
          whom: { office: here, about: here },
        }
        let server: Folded = standingAfter(flow, unbegun, { ...first, due_at: moment(600) })
        for (const [nth, { act, by, doer, office, after }] of acts.entries()) {
          const at = momentAfter(server.last_at, moment(nth * 10 + after))
          const done: DoneAct = { id: `act-${nth}`, act, at, by, place: here, whom: { doer, office }, ground: '敲门没人应' }
          const step = flow.acts[act]
          if (step?.by === 'doer' && by === 'helper' && server.assignee === 'helper') {
            const row = asked(kind.name, standingForHelper(server))
            const said = { verb: `${kind.name}.${act}`, at: moment(nth * 10 + after), input: { id, ground: '敲门没人应' } }
            const rows = rowsOf(withGiven(emptyHeld(), [row]), said, me).given ?? []
            const next = standingAfter(flow, server, done)
            const fits = next.strays.length === server.strays.length
            expect(rows.map(({ standing }) => standing)).toEqual(
              fits ? [{ ...standingForHelper(next), strays: row.standing.strays }] : [],
            )
          }
          const next = standingAfter(flow, server, done)
          server = next.strays.length > server.strays.length ? server : next
        }
      }),
    )
})

const asked = (kind: string, standing: Folded): HeldAsked => ({
  ...{ id, kind, version: 1, number: 'SX20261117-0001', at: moment(0), urgency: 'today', dwelling: null, door: '3号楼2单元402' },
  ...{ standing, fields: { what: 'food' } },
})

test('an act that does not fit, and one recorded twice, change nothing', () => {
  const kind = phoneKinds[0] as (typeof phoneKinds)[number]
  const flow = flowOf(kind.flow)
  const at = (act: string, n: number, more: object) => ({ id: act, act, at: moment(n), by: 'desk', place: here, ...more })
  const taken = standingAfter(flow, unbegun, at('take', 0, { whom: { office: here, about: here }, due_at: moment(600) }))
  const given = standingAfter(flow, taken, at('give', 1, { whom: { doer: 'helper' } }))
  const held = withGiven(emptyHeld(), [asked(kind.name, standingForHelper(given))])
  const done = { verb: 'requests.errand.done', at: moment(5), input: { id } }
  const once = applyRows(held, rowsOf(held, done, me))
  expect(once.given.get(id)?.standing).toMatchObject({ state: 'done', due_at: null, waits_on: 'desk', office: null })
  expect(rowsOf(once, done, me).given).toEqual([])
  expect(rowsOf(held, { ...done, verb: 'requests.errand.confirm' }, me).given).toEqual([])
  expect(rowsOf(emptyHeld(), done, me)).toEqual({})
})

test('one begun at a door stands there with its term before the server knows it, without what a condition hides', () => {
  const said = {
    id,
    v: 1,
    dwelling: 'd1',
    way: 'desk',
    urgency: 'now',
    fields: { what: 'rubbish', items: [{ item: '旧书' }], put: 'gate' },
  }
  const { asked: rows = [] } = askedRows(
    emptyHeld(),
    kindAct('requests.errand.take') as never,
    { at: moment(0), input: said },
    me,
  )
  expect(rows).toMatchObject([
    { id, kind: 'requests.errand', dwelling: 'd1', standing: { state: 'taken', due_at: moment(120), office: here } },
  ])
  expect(rows[0]?.fields).toEqual({ what: 'rubbish', put: 'gate' })
  const over = { ...unbegun, state: 'confirmed', ended: true }
  const ended = { ...emptyHeld(), asked: new Map([[id, asked('requests.errand', over)]]) }
  expect(withoutOld(ended, '2026-11-17').asked.size).toBe(0)
})

test('an act waits for what it is done to, the record that begins it for nothing', () => {
  expect(idsOf({ verb: 'requests.errand.take', input: { id } })).toEqual({ makes: [id], uses: [] })
  expect(idsOf({ verb: 'requests.errand.done', input: { id } })).toEqual({ makes: [], uses: [id] })
})

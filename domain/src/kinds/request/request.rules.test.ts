import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentAfter } from '../order.ts'
import { dueOf } from '../terms/term.rules.ts'
import { mayAct, startsClock, whyNotAct } from './act.rules.ts'
import type { DoneAct, Whom } from './flow.ts'
import { type FlowName, flowOf, flows } from './flows.ts'
import { type Actor, foldOf, placesIn, standing, stateAfter, turnOf } from './standing.rules.ts'

const community = '410105001003'
const other = '410105001004'
const street = '410105001'
const desk: Actor = { account: 'desk', place: community }
const beside: Actor = { account: 'beside', place: other }
const above: Actor = { account: 'street', place: street }
const county: Actor = { account: 'county', place: '410105' }
const helper: Actor = { account: 'helper', place: community, isBlind: true }
const actors = [desk, beside, above, county, helper]
const whom: Whom = {
  office: community,
  about: other,
  doer: 'helper',
  other,
  chain: [community, street],
  addressees: [community, other],
}
const start = '2026-11-17T01:00:00.000Z'
const minutesOn = (n: number) => new Date(new Date(start).getTime() + n * 60_000).toISOString()

const names = Object.keys(flows) as FlowName[]
const anyFlow = fc.constantFrom(...names)
const tries = fc.array(fc.record({ act: fc.nat(), actor: fc.nat(), gap: fc.integer({ min: 0, max: 90 }) }), { maxLength: 30 })

/** A history as a server keeps it: what is tried is judged, what is refused leaves nothing. */
function historyOf(name: FlowName, tried: readonly { act: number; actor: number; gap: number }[]): DoneAct[] {
  const flow = flowOf(name)
  const acts: DoneAct[] = []
  let at = start
  for (const [nth, { act: n, actor: who, gap }] of tried.entries()) {
    const actor = actors[who % actors.length] ?? desk
    at = new Date(new Date(at).getTime() + gap * 60_000).toISOString()
    const open = mayAct(flow, foldOf(flow, acts), actor, at)
    const act = acts.length === 0 ? Object.keys(flow.acts)[0] : open[n % Math.max(1, open.length)]
    const said = { act: act ?? 'none', whom, result: 'right', ground: '不归我们管' }
    if (whyNotAct(flow, said, foldOf(flow, acts), actor, at)) continue
    at = momentAfter(acts.at(-1)?.at ?? null, at)
    acts.push({
      id: `act-${nth}`,
      at,
      by: actor.account,
      place: actor.place,
      ...said,
      ...(startsClock(flow, said.act) ? { due_at: dueOf({ hours: 2 }, at).due_at } : {}),
    })
  }
  return acts
}

describe('any flow', () => {
  test('any order and any repeat of its acts gives the same standing', () => {
    fc.assert(
      fc.property(anyFlow, tries, fc.infiniteStream(fc.nat()), (name, tried, rolls) => {
        const acts = historyOf(name, tried)
        const twice = [...acts, ...acts].map((act) => [rolls.next().value as number, act] as const)
        const shuffled = twice.sort(([a], [b]) => a - b).map(([, act]) => act)
        expect(foldOf(flowOf(name), shuffled)).toEqual(foldOf(flowOf(name), acts))
      }),
    )
  })

  test('what was judged is never a stray, and what a phone has not got yet makes no fold fall over', () => {
    fc.assert(
      fc.property(anyFlow, tries, fc.nat(), (name, tried, hole) => {
        const acts = historyOf(name, tried)
        expect(foldOf(flowOf(name), acts).strays).toEqual([])
        const lossy = acts.filter((_, nth) => nth % 3 !== hole % 3)
        const { state } = foldOf(flowOf(name), lossy)
        expect(state === 'none' || Object.hasOwn(flowOf(name).states, state)).toBe(true)
        expect(foldOf(flowOf(name), [...lossy, ...acts])).toEqual(foldOf(flowOf(name), acts))
      }),
    )
  })

  test('an act that is not open changes nothing, whoever sends it', () => {
    fc.assert(
      // who sees only what was given is kept out by access before any fold; all others are told apart by the acts
      fc.property(anyFlow, tries, fc.nat(), fc.constantFrom(desk, beside, above, county), (name, tried, n, actor) => {
        const flow = flowOf(name)
        const acts = historyOf(name, tried)
        const all = [...Object.keys(flow.acts), 'nonsense', 'constructor']
        const act = all[n % all.length] ?? ''
        const at = momentAfter(acts.at(-1)?.at ?? null, start)
        if (mayAct(flow, foldOf(flow, acts), actor, at).includes(act) || flow.acts[act]?.within) return
        const forced = { id: 'forced', act, at, by: actor.account, place: actor.place, whom, due_at: at }
        expect({ ...foldOf(flow, [...acts, forced]), strays: [] }).toEqual(foldOf(flow, acts))
      }),
    )
  })

  test('an act without a state of its own moves no clock and nobody', () => {
    for (const name of names) {
      const flow = flowOf(name)
      for (const [act, step] of Object.entries(flow.acts).filter(([, { to }]) => to === undefined))
        expect([name, act, step.clock, step.sets]).toEqual([name, act, undefined, undefined])
    }
  })

  test('every state is reached and has a way out, but those where nobody is waited for', () => {
    for (const name of names) {
      const { states, acts } = flowOf(name)
      const steps = Object.values(acts)
      for (const [state, { waits }] of Object.entries(states)) {
        const isReached = steps.some((step) => step.to !== undefined && step.from.some((one) => stateAfter(step, one) === state))
        expect([name, state, isReached]).toEqual([name, state, true])
        const isLeft = steps.some((step) => step.from.includes(state) && stateAfter(step, state) !== state)
        if (waits !== null) expect([name, state, isLeft]).toEqual([name, state, true])
      }
      for (const step of steps)
        for (const state of [...step.from, ...step.from.map((one) => stateAfter(step, one))])
          expect([name, state, state === 'none' || Object.hasOwn(states, state)]).toEqual([name, state, true])
    }
  })
})

type Told = readonly [Actor, string, Whom?]
/** Does acts one after the other, each judged, ten minutes apart; the code of the first refusal ends it. */
function told(name: FlowName, ...said: Told[]): { acts: DoneAct[]; refused: string | undefined } {
  const flow = flowOf(name)
  const acts: DoneAct[] = []
  for (const [nth, [actor, act, to = {}]] of said.entries()) {
    const at = minutesOn(nth * 10)
    const one = { act, whom: to, ground: '没有执法权', result: 'right' }
    const refused = whyNotAct(flow, one, foldOf(flow, acts), actor, at)?.code
    if (refused) return { acts, refused }
    const due = startsClock(flow, act) ? { due_at: dueOf({ hours: 24 }, at).due_at } : {}
    acts.push({ id: `${nth}`, at, by: actor.account, place: actor.place, ...one, ...due })
  }
  return { acts, refused: undefined }
}

describe('who receives first leads', () => {
  const taken = [desk, 'take', { office: other, about: other }] as const

  test('it is sent back once, with a ground; the street decides, and that binds', () => {
    const once = told('answer', taken, [beside, 'send-back'], [above, 'keep'])
    expect([once.refused, foldOf(flows.answer, once.acts).office]).toEqual([undefined, other])
    expect(told('answer', taken, [beside, 'send-back'], [above, 'keep'], [beside, 'send-back']).refused).toBe('kinds.only-once')
    const again = { ...(once.acts[1] as DoneAct), id: 'again', at: minutesOn(40) }
    expect({ ...foldOf(flows.answer, [...once.acts, again]), strays: [] }).toEqual(foldOf(flows.answer, once.acts))
    expect(told('answer', taken, [beside, 'send-back'], [beside, 'keep']).refused).toBe('kinds.other-party')
    const bare = whyNotAct(
      flows.answer,
      { act: 'send-back' },
      foldOf(flows.answer, told('answer', taken).acts),
      beside,
      minutesOn(10),
    )
    expect(bare?.code).toBe('kinds.ground-needed')
    const blank = { act: 'send-back', ground: ' 　' }
    expect(whyNotAct(flows.answer, blank, foldOf(flows.answer, told('answer', taken).acts), beside, minutesOn(10))?.code).toBe(
      'kinds.ground-needed',
    )
  })

  test('it is not sent back after four working hours', () => {
    const { acts } = told('answer', taken)
    const code = (at: string) =>
      whyNotAct(flows.answer, { act: 'send-back', ground: '不归我们' }, foldOf(flows.answer, acts), beside, at)?.code
    // taken at 9:00 on a Tuesday: three hours until noon, the fourth until 15:00
    expect([code('2026-11-17T06:59:00.000Z'), code('2026-11-17T07:01:00.000Z')]).toEqual([undefined, 'kinds.too-late'])
  })

  test('sending it back, another office and every step on the way leave the term as it was', () => {
    const due = (name: FlowName, ...said: Told[]) => foldOf(flowOf(name), told(name, ...said).acts).due_at
    const first = due('answer', taken)
    expect(due('answer', taken, [beside, 'step'])).toBe(first)
    const since = (...said: Told[]) => foldOf(flows.answer, told('answer', ...said).acts).since
    expect([since(taken, [beside, 'step']), since(taken, [beside, 'answer'])]).toEqual([since(taken), minutesOn(10)])
    expect(due('answer', taken, [beside, 'send-back'], [above, 'redirect', { office: community }], [desk, 'step'])).toBe(first)
    expect(due('answer', taken, [beside, 'answer'])).toBeNull()
  })
})

test('late is what still waits when its term is over; once it is done nothing is late, and what is taken back is as late as before', () => {
  const take = [desk, 'take', { office: community }] as const
  const give = [desk, 'give', { doer: 'helper' }] as const
  const late = (...said: Told[]) => standing(flows.task, told('task', ...said).acts, minutesOn(25 * 60)).late
  expect([late(take, give), late(take, give, [helper, 'done']), late(take, give, [helper, 'done'], [desk, 'take-back'])]).toEqual(
    [true, false, true],
  )
})

test('a helper does what was given to them and nothing else; the desk records what another told by phone', () => {
  const take = [desk, 'take', { office: community }] as const
  const given = foldOf(flows.task, told('task', take, [desk, 'give', { doer: 'helper' }]).acts)
  expect(mayAct(flows.task, given, helper, minutesOn(30))).toEqual(['done', 'not-done'])
  expect(mayAct(flows.task, given, { ...helper, account: 'another' }, minutesOn(30))).toEqual([])
  expect(mayAct(flows.task, given, desk, minutesOn(30))).toEqual(['take-back', 'done', 'not-done'])
})

test('a helper still sees what they told, until it is taken back, goes to another or ends', () => {
  const given = [
    [desk, 'take', { office: community }],
    [desk, 'give', { doer: 'helper' }],
  ] as const
  const seen = (...more: Told[]) => foldOf(flows.task, told('task', ...given, ...more).acts).given_to
  expect([seen(), seen([helper, 'not-done']), seen([helper, 'done'])]).toEqual(['helper', 'helper', 'helper'])
  expect(seen([helper, 'not-done'], [desk, 'give', { doer: 'another' }])).toBe('another')
  expect([seen([desk, 'take-back']), seen([helper, 'done'], [desk, 'confirm'])]).toEqual([null, null])
})

test('whose turn it is follows from who is waited for, and every place of a request takes part in it once', () => {
  const take = [desk, 'take', { office: other, about: other }] as const
  const at = (...said: Told[]) => foldOf(flows.answer, told('answer', ...said).acts)
  expect([turnOf(at(take)), turnOf(at(take, [beside, 'send-back'])), turnOf(at(take, [beside, 'answer']))]).toEqual([
    other,
    street,
    community,
  ])
  expect(placesIn(at(take))).toEqual([community, other])
})

test('an application is granted when the last of the chain agrees, in its order', () => {
  const ask = [desk, 'ask', { chain: [community, street] }] as const
  expect(told('approval', ask, [above, 'agree']).refused).toBe('kinds.other-party')
  const half = foldOf(flows.approval, told('approval', ask, [desk, 'agree']).acts)
  expect([half.state, half.office]).toEqual(['asked', street])
  expect(foldOf(flows.approval, told('approval', ask, [desk, 'agree'], [above, 'agree']).acts).state).toBe('granted')
})

test('the clock of what is sent to several runs until the last has received it', () => {
  const send = [desk, 'send', { addressees: [community, other] }] as const
  const half = foldOf(flows.receipt, told('receipt', send, [desk, 'receive']).acts)
  expect([half.state, half.left, half.due_at === null]).toEqual(['sent', [other], false])
  expect(told('receipt', send, [desk, 'receive'], [desk, 'receive']).refused).toBe('kinds.only-once')
  const all = foldOf(flows.receipt, told('receipt', send, [desk, 'receive'], [beside, 'receive']).acts)
  expect([all.state, all.due_at]).toEqual(['received', null])
})

test('who put something right does not check it, in the own office neither', () => {
  const own = [desk, 'find', { office: community }] as const
  expect(told('finding', own, [desk, 'put-right'], [desk, 'checked']).refused).toBe('kinds.another-person')
  expect(told('finding', own, [desk, 'put-right'], [{ ...desk, account: 'colleague' }, 'checked']).refused).toBeUndefined()
  const found = [above, 'find', { office: other }] as const
  expect(told('finding', found, [beside, 'put-right'], [beside, 'checked']).refused).toBe('kinds.other-party')
  expect(foldOf(flows.finding, told('finding', found, [beside, 'put-right'], [county, 'checked']).acts).ended).toBe(true)
})

test('a result is one that the kind has', () => {
  const taken = foldOf(flows.answer, told('answer', [desk, 'take', { office: other }]).acts)
  const why = (result: string) =>
    whyNotAct(flows.answer, { act: 'answer', result }, taken, beside, minutesOn(10), {
      results: { right: { zh: '属实', en: 'Right' } },
    })?.code
  expect([why('right'), why('wrong'), why('constructor')]).toEqual([undefined, 'kinds.result-needed', 'kinds.result-needed'])
})

test('what ended for good is not taken up again, and what ended otherwise is', () => {
  const { acts } = told('case', [desk, 'open', { office: community }], [desk, 'close'])
  const ended = foldOf(flows.case, acts)
  const why = (final: string[]) =>
    whyNotAct(flows.case, { act: 'reopen', ground: '又犯了' }, ended, desk, minutesOn(30), { final })?.code
  expect([ended.state, why([]), why(['right'])]).toEqual(['closed', undefined, 'kinds.ended-for-good'])
  expect(mayAct(flows.case, ended, desk, minutesOn(30), { final: ['right'] })).not.toContain('reopen')
})

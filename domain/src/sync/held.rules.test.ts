import { expect, test } from 'vitest'
import { addDays } from '../day.ts'
import type { Visit } from '../rounds/rounds.ts'
import { rowsOf } from './fold.rules.ts'
import { applyRows, byBlock, emptyHeld, keepScope, keptDays, withoutOld } from './held.rules.ts'
import type { HeldDwelling, HeldPerson, HeldRow } from './sync.ts'

const door = (id: string, block = 'b1'): HeldDwelling => ({
  id,
  block,
  estate: null,
  building: '2号楼',
  unit: '1',
  floor: 1,
  room: '101',
  group: null,
  house: null,
  use: 'own',
  ordinal: 1,
  version: 1,
})
const person = (id: string, dwelling: string): HeldPerson => ({
  id,
  dwelling,
  name: '郑玉梅',
  sex: 'female',
  born: '1948-03-01',
  phone: null,
  relation: '',
})
const visit = (id: string, dwelling: string, at = '2026-11-19T02:00:00Z'): Visit => ({
  id,
  dwelling,
  round: null,
  at,
  by: 'w',
  result: 'met',
  needs: [],
  use: null,
  met: [],
  note: '',
  changes: '',
  entry: 'at-door',
  replaces: null,
})
const rule = {
  fever: 37.3,
  symptoms: [],
  second_reading: 15,
  per_day: 2,
  split: '13:00',
  due_by: { morning: '12:00', evening: '20:00' },
  source: '',
}
const stay = (id: string, who: string, last_day = '2026-11-24'): HeldRow<'episode'> => ({
  id,
  person: who,
  community: '410105001003',
  dwelling: null,
  kind: 'close-contact',
  number: '1',
  issuer: '疾控',
  decided_at: '2026-11-17T02:00:00Z',
  day_zero: '2026-11-17',
  phases: [],
  last_day,
  ended_at: null,
  rule,
})
const full = applyRows(emptyHeld(), {
  dwelling: [door('d1'), door('d2', 'b2')],
  person: [person('p1', 'd1'), person('p2', 'd2')],
  mark: [{ id: 'm1', person: 'p1', kind: 'elder-alone' }],
  colour: [{ id: 'p1', colour: 'red', everyDays: 3 }],
  visit: [visit('v1', 'd1'), visit('old', 'd1', '2026-08-01T02:00:00Z')],
  episode: [stay('s1', 'p1'), stay('s0', 'p2', '2026-10-01')],
})

test('who leaves takes along all that hangs on them, and nothing else', () => {
  const held = applyRows(full, {}, [{ kind: 'person', id: 'p1' }])
  expect([held.mark.size, held.colour.size, held.episode.has('s1')]).toEqual([0, 0, false])
  expect([held.dwelling.size, held.visit.size, held.person.has('p2')]).toEqual([2, 2, true])
})

test('a person who moved out of every held door is gone, whatever the order of the news', () => {
  expect(applyRows(full, { person: [person('p1', 'elsewhere')] }).person.has('p1')).toBe(false)
})

test('each row is kept with its building, so that a block is sealed whole', () => {
  const blocks = byBlock(full)
  expect([...blocks.keys()].sort()).toEqual(['b1', 'b2'])
  expect(blocks.get('b1')).toMatchObject({ person: [{ id: 'p1' }], mark: [{ id: 'm1' }], episode: [{ id: 's1' }] })
})

test('of a redrawn grid only the named doors stay, and blocks that are not whole are fetched', () => {
  const { held, missing } = keepScope(full, [{ id: 'b1', name: '2号楼', dwellings: ['d1', 'new'] }])
  expect([[...held.dwelling.keys()], held.person.has('p2'), missing]).toEqual([['d1'], false, ['b1']])
})

test('what is long over leaves the phone though no news comes', () => {
  const held = withoutOld(full, '2026-11-20')
  expect([[...held.visit.keys()], [...held.episode.keys()]]).toEqual([['v1'], ['s1']])
})

test('a visit stays for its days and a stay for its days after the end; on the day after they are gone', () => {
  const today = '2026-11-20'
  const noon = (day: string) => `${day}T04:00:00Z`
  const edge = applyRows(emptyHeld(), {
    ...{ dwelling: [door('d1')], person: [person('p1', 'd1')] },
    visit: [0, 1].map((more) => visit(`v${more}`, 'd1', noon(addDays(today, -keptDays.visit - more)))),
    episode: [
      ...[0, 1].map((more) => stay(`s${more}`, 'p1', addDays(today, -keptDays.episode - more))),
      { ...stay('ended', 'p1', '2026-12-01'), ended_at: noon(addDays(today, -keptDays.episode - 1)) },
    ],
  })
  const held = withoutOld(edge, today)
  expect([[...held.visit.keys()], [...held.episode.keys()]]).toEqual([['v0'], ['s0']])
})

test('a round stays on the phone until its last day, and the one that began first says which visits stay', () => {
  const round = (id: string, from: string, until: string | null) => ({
    ...{ id, community: '410105001003', kind: 'survey' as const, name: id, of: 'dwellings' as const, groups: [] },
    ...{ from, until, everyDays: null },
  })
  const rounds = [round('long', '2026-07-30', '2026-11-20'), round('new', '2026-11-01', null)]
  const on = (today: string, all = rounds) => withoutOld(applyRows(full, { round: all }), today)
  for (const all of [rounds, rounds.toReversed()]) {
    expect([on('2026-11-20', all).round.size, on('2026-11-20', all).visit.has('old')]).toEqual([2, true])
    expect([[...on('2026-11-21', all).round.keys()], on('2026-11-21', all).visit.has('old')]).toEqual([['new'], false])
  }
})

test('visits of an open round stay as long as the round', () => {
  const round = {
    id: 'r',
    community: '410105001003',
    kind: 'survey' as const,
    name: '冬季入户',
    of: 'dwellings' as const,
    groups: [],
    from: '2026-07-01',
    until: null,
    everyDays: null,
  }
  expect(withoutOld(applyRows(full, { round: [round] }), '2026-11-20').visit.has('old')).toBe(true)
})

test('what is recorded shows at once: a visit with the use of the dwelling, a reading in its half day', () => {
  const me = { account: 'w', name: '吴晓彤' }
  const said = {
    verb: 'rounds.record-visit',
    at: '2026-11-20T02:00:00Z',
    input: { id: 'v9', dwelling: 'd1', result: 'met', use: 'rented' },
  }
  const held = applyRows(full, rowsOf(full, said, me))
  expect([held.visit.get('v9')?.by, held.dwelling.get('d1')?.use]).toEqual(['w', 'rented'])
  const reading = { id: 'x', observation: 's1', temperature: 37.8, symptoms: [], measured_by: 'visit', not_measured: null }
  const shown = rowsOf(full, { verb: 'observation.record-reading', at: '2026-11-20T06:00:00Z', input: reading }, me)
  expect(shown.reading).toMatchObject([{ day: '2026-11-20', half: 'evening', by: '吴晓彤' }])
  expect(rowsOf(full, { verb: 'people.record-arrival', at: said.at, input: {} }, me)).toEqual({})
})

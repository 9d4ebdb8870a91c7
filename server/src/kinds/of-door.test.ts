// What concerns a door over all kinds: who is shown what of it.
import { listOfDoor } from '@wangdi/domain/kinds/request/of-door.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { stayer } from '@wangdi/domain/requests/kinds/lists/stayer.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callKind } from '../../test/given/kinds.ts'
import { givenDwelling, givenGrid } from '../../test/given/people.ts'
import { type Caller, type House, startHouse } from '../../test/house.ts'

const community = '410105001003'
let house: House
let desk: Caller
let director: Caller
let doctor: Caller
let home: string
let beside: string
beforeAll(async () => {
  house = await startHouse()
  desk = await house.as('community-worker', community, '孙丽')
  director = await house.as('community-director', community, '周敏')
  doctor = await house.as('community-doctor', community, '韩志远')
  home = await givenDwelling(house, community, '3号楼', '2', '402')
  beside = await givenDwelling(house, community, '3号楼', '2', '403')
})
afterAll(() => house.close())

const parcel = { what: 'parcel', put: 'door' }
async function begin(dwelling: string, at: 'now' | 'soon'): Promise<string> {
  const id = newId()
  const said = { id, v: 1, dwelling, way: 'desk', urgency: at, fields: parcel }
  await desk.call(requestVerbs(errand).begin, said as never)
  return id
}
async function act(who: Caller, id: string, name: string, more: object = {}): Promise<void> {
  const verb = requestVerbs(errand).acts[name]
  if (!verb) throw new Error(`no act ${name}`)
  await who.call(verb, { id, ...more } as never)
}

test('what is open for a door comes due first first, what is over apart from it, and nothing of the door beside', async () => {
  const later = await begin(home, 'soon')
  const first = await begin(home, 'now')
  const over = await begin(home, 'now')
  await begin(beside, 'now')
  const helper = await house.as('volunteer', community, '宋晓')
  await act(desk, over, 'give', { doer: helper.account })
  await act(helper, over, 'done')
  await act(desk, over, 'confirm')
  const { open, ended, moreOpen, moreEnded } = await desk.call(listOfDoor, { dwelling: home })
  expect(open.map(({ id }) => id)).toEqual([first, later])
  expect(ended.map(({ id }) => id)).toEqual([over])
  expect([moreOpen, moreEnded]).toEqual([false, false])
  expect(open[0]).toMatchObject({ kind: 'requests.errand', door: '3号楼2单元402', details: { what: 'parcel' }, late: false })
})

test('a case of psychological help is among it for the doctor and the director alone, without a word of what was written', async () => {
  const id = newId()
  const said = { id, v: 1, dwelling: home, way: 'desk', urgency: 'soon', fields: { asker: 'self', level: 'one' } }
  await doctor.call(requestVerbs(psych).begin, said as never)
  const entry = requestVerbs(psych).acts['entry']
  await doctor.call(entry as never, { id, fields: { contact: 'talk', note: '睡不着' } } as never)
  const kindsOf = async (who: Caller) => (await who.call(listOfDoor, { dwelling: home })).open.map(({ kind }) => kind)
  expect(await kindsOf(doctor)).toContain('requests.psych')
  expect(await kindsOf(director)).toContain('requests.psych')
  expect(await kindsOf(desk)).not.toContain('requests.psych')
  expect(JSON.stringify(await doctor.call(listOfDoor, { dwelling: home }))).not.toContain('睡不着')
})

test('what of a register names the door is among it as long as it stands there', async () => {
  const { add, acts } = registerVerbs(stayer)
  const fields = { name: '郑家', door: home, people: 2 }
  const { id } = await callKind(desk, add, { id: newId(), place: community, v: 1, fields })
  await callKind(desk, add, { id: newId(), place: community, v: 1, fields: { ...fields, name: '隔壁', door: beside } })
  const thingsFor = async (who: Caller) => (await who.call(listOfDoor, { dwelling: home })).things
  expect(await thingsFor(desk)).toEqual([{ id, kind: stayer.name, title: '郑家' }])
  await callKind(desk, acts.end, { id, basis: '回老家了' })
  expect(await thingsFor(desk)).toEqual([])
})

test('a grid worker is shown the doors of the own grids and no other, a helper and another community none', async () => {
  const worker = await house.as('grid-worker', community, '马晓燕')
  await givenGrid(house, community, [home], worker.account, '1网格')
  const fields = { name: '郑家', door: home, people: 2 }
  await callKind(desk, registerVerbs(stayer).add, { id: newId(), place: community, v: 1, fields })
  const { open, things } = await worker.call(listOfDoor, { dwelling: home })
  // A register is read whole, by whoever sees the whole community: a grid worker is shown no line of it.
  expect([open.length > 0, things, (await desk.call(listOfDoor, { dwelling: home })).things.length]).toEqual([true, [], 1])
  await expect(worker.call(listOfDoor, { dwelling: beside })).rejects.toThrow('access.')
  const helper = await house.as('volunteer', community, '宋晓')
  await expect(helper.call(listOfDoor, { dwelling: home })).rejects.toThrow('access.refused')
  const elsewhere = await house.as('community-worker', '410105001004')
  await expect(elsewhere.call(listOfDoor, { dwelling: home })).rejects.toThrow()
})

// What is kept of commands: known again by a hash that nobody tries out without the key, answered as the first time, readable to none.
import { createHash } from 'node:crypto'
import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'
import { addPerson } from '@wangdi/domain/people/people.api.ts'
import { keepApart, linkPeople } from '@wangdi/domain/people/pile/pile.api.ts'
import { saveGrid } from '@wangdi/domain/places/places.api.ts'
import { recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldCipher } from '../../src/platform/secrets/fields.ts'
import { keyOldCommands } from '../../src/start/key-commands.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const community = '410105001003'
let house: House
let director: Caller
let door: string
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', community)
  door = await givenDwelling(house, community)
})
afterAll(() => house.close())

const kept = (id: string) => house.owner.selectFrom('command').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const visit = (note = '') => ({ id: newId(), dwelling: door, result: 'met' as const, note })
const visits = async () => (await house.owner.selectFrom('visit').select('id').execute()).length

test('an identity number cannot be found again by trying all contents: the hash of a command needs the key', async () => {
  const input = {
    id: newId(),
    community,
    name: '郭小兰',
    document: `41010519900307234${checkCharacterOf('41010519900307234')}`,
    document_kind: 'identity-card' as const,
  }
  const command = newId()
  await director.call(addPerson, input, { id: command })
  const { input_hash: hash } = await kept(command)
  const content = JSON.stringify(input)
  const tried = ['sha256', 'sha1', 'sha512', 'md5'].flatMap((how) =>
    (['hex', 'base64', 'base64url'] as const).map((form) => createHash(how).update(content).digest(form)),
  )
  expect(tried.filter((digest) => hash.includes(digest))).toEqual([])
  const unkeyed = createHash('sha256').update(content).digest('base64url')
  expect(hash).toBe(`k1.${house.fields.digest(unkeyed)}`)
  // Another house has another key, and the key of contents is none of those that fields are looked up by.
  const other = fieldCipher({ ...house.keys, hash: Buffer.alloc(32, 7) })
  expect(other.digest(unkeyed)).not.toBe(house.fields.digest(unkeyed))
  expect(house.fields.digest(`document:whole:${unkeyed}`)).not.toContain(house.fields.hash('document', 'whole', unkeyed))
})

test('an answer is kept for repeats, but the database alone does not show whom it names', async () => {
  const worker = await house.as('grid-worker', community, '邢卫东')
  const today = house.clock.today()
  const grid = await director.call(saveGrid, { id: newId(), community, name: '7网格', ordinal: 7, from: today, until: null })
  const input = { community, grid: grid.id, account: worker.account, kind: 'worker' as const, from: today, until: null }
  const command = newId()
  const first = await director.call(assignGrid, input, { id: command })
  expect(JSON.stringify(first)).toContain('邢卫东')
  const { rows } = await sql<{ text: string }>`select c::text as text from command c`.execute(house.owner)
  expect(rows.filter(({ text }) => text.includes('邢卫东'))).toEqual([])
  expect(await director.call(assignGrid, input, { id: command })).toEqual(first)
})

test('the id of a command used again for other content, another verb or by another account is refused and writes nothing', async () => {
  const other = await house.as('community-director', community)
  const said = { id: newId() }
  const input = visit()
  await director.call(recordVisit, input, said)
  const before = await visits()
  const reused = { code: 'command.reused' }
  await expect(director.call(recordVisit, visit(), said)).rejects.toMatchObject(reused)
  await expect(director.call(recordVisit, { ...input, result: 'refused' }, said)).rejects.toMatchObject(reused)
  await expect(other.call(recordVisit, input, said)).rejects.toMatchObject(reused)
  expect(await visits()).toBe(before)
  expect(await director.call(recordVisit, input, said)).toEqual({ id: input.id })
  const pair = { one: await givenPerson(house, community, '郭小兰'), other: await givenPerson(house, community, '郭小蓝') }
  const linked = { id: newId(), ...pair }
  const saidOfTwo = { id: newId() }
  await director.call(linkPeople, linked, saidOfTwo)
  await expect(director.call(keepApart, linked, saidOfTwo)).rejects.toMatchObject(reused)
  const links = house.owner.selectFrom('person_link').select('state').where('one', 'in', Object.values(pair))
  expect(await links.execute()).toEqual([{ state: 'same' }])
})

test('in the outbox, too, one id is one command: other content is refused by itself and the rest goes on', async () => {
  const at = house.clock.now().toISOString()
  const first = { id: newId(), verb: 'rounds.record-visit', at, input: visit() }
  const again = { ...first, input: visit() }
  const last = { id: newId(), verb: 'rounds.record-visit', at, input: visit() }
  const reply = await fetch(`${house.url}/api/commands`, {
    method: 'POST',
    headers: { ...director.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commands: [first, again, last] }),
  })
  const { answers } = (await reply.json()) as { answers: { state: string; problem?: { code: string } }[] }
  expect(answers.map(({ state, problem }) => problem?.code ?? state)).toEqual(['done', 'command.reused', 'done'])
})

test('commands from before there was a key are brought to it once: a repeat still gets its first answer', async () => {
  const input = visit('旧的一条')
  const command = newId()
  await director.call(recordVisit, input, { id: command })
  // As the row was written before.
  await sql`alter table command drop constraint command_keyed`.execute(house.owner)
  const old = createHash('sha256').update(JSON.stringify(input)).digest('base64url')
  await sql`update command set input_hash = ${old}, reply = ${JSON.stringify({ id: input.id })}, sealed_reply = null
    where id = ${command}`.execute(house.owner)
  await sql`alter table command add constraint command_keyed check (starts_with(input_hash, 'k1.') and reply is null) not valid`.execute(
    house.owner,
  )
  expect(await keyOldCommands(house.ownerUrl, house.fields)).toBe(1)
  expect(await keyOldCommands(house.ownerUrl, house.fields)).toBe(0)
  const { rows } = await sql<{ text: string }>`select c::text as text from command c`.execute(house.owner)
  expect(rows.filter(({ text }) => text.includes(old))).toEqual([])
  expect(await director.call(recordVisit, input, { id: command })).toEqual({ id: input.id })
  await expect(director.call(recordVisit, { ...input, note: '' }, { id: command })).rejects.toMatchObject({
    code: 'command.reused',
  })
  // From now on nothing unkeyed comes in.
  await expect(sql`update command set input_hash = ${old} where id = ${command}`.execute(house.owner)).rejects.toMatchObject({
    code: '23514',
  })
})

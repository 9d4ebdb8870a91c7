import { listAccounts, listColleagues, saveAccount } from '@wangdi/domain/staff/accounts/account.api.ts'
import { readSession } from '@wangdi/domain/staff/session.api.ts'
import { readTeam, saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealOldPhones } from '../../src/start/seal-phones.ts'
import { type Caller, type House, startHouse } from '../house.ts'

const tixiang = '410105001003'
let house: House
let director: Caller
beforeAll(async () => {
  house = await startHouse()
  director = await house.as('community-director', tixiang, '周敏')
})
afterAll(() => house.close())

/** The tables in which a text stands readable. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    house.owner,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.raw(name)}`.execute(house.owner)
    if (JSON.stringify(rows).includes(text)) found.push(name)
  }
  return found
}

test('a duty phone stands readable in no table, is shown whole to those who may call, and blanks keep nothing apart', async () => {
  const account = { login: 'mengjia', name: '孟佳', role: 'grid-worker' as const, place: tixiang, phone: '1990000 4321' }
  await director.call(saveAccount, { id: newId(), ...account, password: 'a-word-for-once-only' })
  const member = {
    id: newId(),
    place: tixiang,
    post: 'lead' as const,
    name: '孟佳',
    phone: '0371-5555 4322',
    duty: '',
    deputy: null,
  }
  await director.call(saveMember, member)
  for (const text of ['1990000 4321', '19900004321', '0371-5555 4322', '037155554322']) expect(await tablesWith(text)).toEqual([])
  const { rows } = await director.call(listAccounts, { text: 'mengjia' })
  expect(rows).toMatchObject([{ phone: '1990000 4321' }])
  expect((await director.call(listColleagues, {})).colleagues.find(({ name }) => name === '孟佳')?.phone).toBe('1990000 4321')
  expect((await director.call(readTeam, { community: tixiang })).members).toMatchObject([{ phone: '0371-5555 4322' }])
  const { rows: kept } = await sql<{ hash: string }>`select phone_hash as hash from account where login = 'mengjia'`.execute(
    house.owner,
  )
  expect(kept[0]?.hash).toBe(house.fields.hash('phone', 'whole', '19900004321'))
})

test('phones from before there was a key are sealed at the start, once, and none can be left readable after', async () => {
  const worker = await house.as('grid-worker', tixiang, '旧号')
  await sql`alter table account drop constraint account_phone_sealed`.execute(house.owner)
  await sql`update account set phone_unsealed = '19900006789' where id = ${worker.account}`.execute(house.owner)
  await sql`alter table account add constraint account_phone_sealed check (phone_unsealed is null) not valid`.execute(house.owner)
  expect(await sealOldPhones(house.ownerUrl, house.fields)).toBe(1)
  expect(await tablesWith('19900006789')).toEqual([])
  expect((await worker.call(readSession, {})).account.phone).toBe('19900006789')
  expect(await sealOldPhones(house.ownerUrl, house.fields)).toBe(0)
  const plain = sql`update account set phone_unsealed = '1' where id = ${worker.account}`.execute(house.owner)
  await expect(plain).rejects.toThrow('account_phone_sealed')
})

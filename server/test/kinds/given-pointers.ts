// What fields that point may be filled with: somebody of the place, a door, a colleague, and one of each kind that is pointed at.
import { access } from '@wangdi/domain/access/access.ts'
import { declared } from '@wangdi/domain/declared.ts'
import { documentVerbs } from '@wangdi/domain/kinds/document/document.api.ts'
import type { Field, Fields } from '@wangdi/domain/kinds/fields.ts'
import { registerVerbs } from '@wangdi/domain/kinds/register/register.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { callKind } from '../given/kinds.ts'
import { givenDwelling, givenPerson } from '../given/people.ts'
import type { Caller, House } from '../house.ts'
import { pointAt, pointNowhere, saidWhole } from './said-whole.ts'

const inRows = (fields: Fields): Field[] => Object.values(fields).flatMap((field) => [field, ...inRows(field.rows ?? {})])
/** All fields that a kind asks, in itself, with its acts and with its receipt. */
export const allFieldsOf = (kind: Kind): Field[] => [
  ...inRows(kind.fields),
  ...('asks' in kind ? Object.values(kind.asks ?? {}).flatMap(inRows) : []),
  ...('receipt' in kind ? inRows(kind.receipt ?? {}) : []),
]

async function makeOne(house: House, place: string, dwelling: string, kind: Kind): Promise<string> {
  const id = newId()
  const said = { v: kind.version, fields: saidWhole(kind.fields, 0) }
  const request = kind.mechanism === 'request' ? firstActOf(kind) : ''
  const verbs = { register: 'add', document: 'save', request, round: 'record' }
  const verb = `${kind.name}.${verbs[kind.mechanism]}`
  const by: Caller = await house.as(access[verb]?.['community-director'] ? 'community-director' : 'community-doctor', place)
  if (kind.mechanism === 'register') await callKind(by, registerVerbs(kind).add, { id, place, ...said })
  else if (kind.mechanism === 'document') await callKind(by, documentVerbs(kind).save, { id, place, version: 1, ...said })
  else if (kind.mechanism === 'request')
    await callKind(by, requestVerbs(kind).begin, {
      id,
      ...(kind.about === 'dwelling' ? { dwelling } : { place }),
      way: 'desk',
      urgency: 'soon',
      ...said,
    })
  else throw new Error(`nothing points at ${kind.name}`)
  return id
}

/** Makes what fields that point may say at a place, so that records said whole point at what there is. */
export async function givenPointers(house: House, place: string): Promise<void> {
  pointNowhere()
  const colleague = await house.as('community-worker', place)
  const dwelling = await givenDwelling(house, place, '9号楼', '1', '101')
  const person = await givenPerson(house, place, '周指到', { dwelling })
  await sql`insert into place (code, name, level, valid_from) values (${place}, '指到社区', 'community', '2023-06-30') on conflict do nothing`.execute(
    house.owner,
  )
  const at = new Map<string, string>()
  for (const { type, of } of declared.flatMap(allFieldsOf))
    if ((type === 'thing' || type === 'link') && of !== undefined && !at.has(`${type} ${of}`)) {
      const kind = declared.find(({ name }) => name === of)
      if (kind) at.set(`${type} ${of}`, await makeOne(house, place, dwelling, kind))
    }
  for (const [key, id] of at) pointAt(...(key.split(' ') as [string, string]), id)
  pointAt('person', undefined, person)
  pointAt('dwelling', undefined, dwelling)
  pointAt('staff', undefined, colleague.account)
  pointAt('place', undefined, place)
}

// Residents with everything that verbs show of somebody: a stay with a fever, an arrival, marks, health, visits, rounds, requests,
// a proof, an objection, a roster that was refused in part.
import { decideObservation } from '@wangdi/domain/observation/observation.api.ts'
import { requestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { errand } from '@wangdi/domain/requests/kinds/errand.kind.ts'
import { psych } from '@wangdi/domain/requests/kinds/psych.kind.ts'
import { takeRequest } from '@wangdi/domain/requests/requests.api.ts'
import { issueResidenceProof } from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { sealRejects } from '../../../src/people/import/rejects/rejects.ts'
import { openResponseFor } from '../../../src/regimes/given.ts'
import { callKind } from '../../given/kinds.ts'
import { givenReading } from '../../given/observation.ts'
import { givenOrder } from '../../given/orders.ts'
import { givenDwelling, givenGrid, givenPerson } from '../../given/people.ts'
import { givenPlaces } from '../../given/places.ts'
import { givenTold } from '../../given/told.ts'
import type { Caller, House } from '../../house.ts'

export const community = '410105001003'
export const county = '410105'
export const today = '2026-11-17'
export const name = '司徒见明'
export const number = '410199199108104616'

/** Somebody who may be shown: by which texts, ids of their records among them, an answer shows them, and by which ids a line may name them. */
export interface Resident {
  readonly id: string
  readonly dwelling: string
  readonly texts: readonly string[]
  readonly named: readonly string[]
}

/** What the tests of traces stand on. */
export interface Seen {
  readonly director: Caller
  readonly worker: Caller
  readonly residents: readonly Resident[]
  readonly person: string
  readonly dwelling: string
  readonly building: string
  /** Ids of records by which a verb may be asked about somebody. */
  readonly records: readonly string[]
}

/** Makes the residents and their records in a house whose clock shows `today`. */
export async function givenSeen(house: House): Promise<Seen> {
  await givenPlaces(house)
  const response = await openResponseFor(house, county, { from: '2026-11-10', until: '2026-12-10' })
  const director = await house.as('community-director', community, '周敏')
  const worker = await house.as('grid-worker', community, '马晓燕')
  const dwelling = await givenDwelling(house, community)
  const farm = newId()
  const inVillage = { county, id: farm, community, village_group: '三组', house: '17', use: 'own', ordinal: 1 } as const
  await givenTold(house, 'dwelling', [inVillage])
  await givenGrid(house, community, [dwelling, farm], worker.account)
  const person = await givenPerson(house, community, name, {
    dwelling,
    document: number,
    phone: '19900004321',
    born: '1940-05-01',
  })
  const beside = await givenPerson(house, community, '欧阳问渠', { dwelling, phone: '19900006789', born: '1942-02-01' })
  const farmer = await givenPerson(house, community, '皇甫守田', { dwelling: farm, born: '1935-03-01' })
  const found = await sql<{ building: string }>`select building from dwelling where id = ${dwelling}`.execute(house.owner)
  const building = found.rows[0]?.building ?? ''
  const { stay, arrival, proof, ...others } = await givenRecords(house, { director, worker, person, beside, dwelling, building })
  const at = [dwelling, building]
  const shown = [number.slice(-4), '4321', stay, arrival, proof]
  return {
    ...{ director, worker, person, dwelling, building },
    residents: [
      { id: person, dwelling, texts: [name, '司徒', '司**', ...shown], named: at },
      { id: beside, dwelling, texts: ['欧阳', '欧**', '6789'], named: at },
      { id: farmer, dwelling: farm, texts: ['皇甫', '皇**'], named: [farm] },
    ],
    records: [person, dwelling, building, stay, arrival, proof, ...Object.values(others), response.id],
  }
}

interface Ground {
  readonly director: Caller
  readonly worker: Caller
  readonly person: string
  readonly beside: string
  readonly dwelling: string
  readonly building: string
}

async function givenRecords(house: House, ground: Ground) {
  const { director, worker, person, beside, dwelling, building } = ground
  const { owner, fields } = house
  const [stay, arrival, round, proof, objection, run] = [newId(), newId(), newId(), newId(), newId(), newId()]
  const [complaint, own, survey] = [newId(), newId(), newId()]
  const health = await house.as('county-health', county)
  const notice = { finding: '次密接', measure: '居家隔离', rights: '可以复议', contact: '19900000001' }
  const order = { day_zero: '2026-11-15', known: {}, number: stay, issuer: '区疾控', basis: '流调认定', notice }
  await health.call(decideObservation, { id: stay, person, kind: 'secondary-contact', ...order })
  await givenReading(house, community, stay, '2026-11-16', 'morning', '38.5', worker.account)
  await sql`insert into arrival (county, id, community, person, dwelling, origin, arrived_on)
    values (${county}, ${arrival}, ${community}, ${person}, ${dwelling}, '武汉', '2026-11-15')`.execute(owner)
  await sql`insert into person_mark (county, id, community, person, kind, since, review_on)
    values (${county}, ${newId()}, ${community}, ${person}, 'disabled', '2026-01-01', '2026-11-01')`.execute(owner)
  await sql`insert into health_fact (county, id, community, person, stated_on, source, disease, by_account)
    values (${county}, ${newId()}, ${community}, ${person}, '2026-11-01', 'visit', 'unstable', ${worker.account})`.execute(owner)
  await sql`insert into round (county, id, community, kind, name, denominator, valid_from, opened_by)
    values (${county}, ${round}, ${community}, 'visit', '走访', 'key-persons', '2026-11-10', ${worker.account}),
      (${county}, ${survey}, ${community}, 'survey', '摸排', 'dwellings', '2026-11-10', ${worker.account})`.execute(owner)
  await sql`insert into visit (county, id, community, dwelling, at, day, by_account, result, met, note)
    values (${county}, ${newId()}, ${community}, ${dwelling}, '2026-11-16T02:00:00Z', '2026-11-16', ${worker.account}, 'met',
      ${JSON.stringify([person])}, ${`${name}说的`})`.execute(owner)
  const who = { name, phone: '19900004321', relation: 'self' as const, shown: '身份证', person }
  const said = { against: community, way: 'desk' as const, who }
  await director.call(takeRequest, { id: complaint, ...said, kind: 'property-rights', matter: '电动车被锁', details: {} })
  await director.call(takeRequest, { id: own, ...said, kind: 'data-see', matter: '要看', details: {} })
  await director.call(issueResidenceProof, { id: proof, person, asked_by: '学校' })
  const closed = await givenOrder(house, community, { from: '2026-11-16', until: '2026-11-20', building })
  await sql`insert into order_objection (county, id, community, control_order, said_by, content, said_on, by_account, at)
    values (${county}, ${objection}, ${community}, ${closed}, ${name}, '要出门', '2026-11-16', ${worker.account}, now())`.execute(
    owner,
  )
  const rejects = sealRejects(fields, ['姓名'], [{ row: 2, text: '证件号不对', cells: [name] }])
  const notes = JSON.stringify({ rejected: [{ row: 2, code: 'roster.document', text: '证件号不对' }], warnings: [] })
  await sql`insert into import_run (county, id, community, kind, by_account, rows, accepted, rejected, duplicates, doubtful, warnings,
      vacant_dwellings, matched, people_added, dwellings_added, rejects_cipher, notes)
    values (${county}, ${run}, ${community}, 'residents', ${director.account}, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, ${rejects}, ${notes})`.execute(
    owner,
  )
  await sql`insert into person_pile (county, id, community, kind, person, other, run, roster_row)
    values (${county}, ${newId()}, ${community}, 'look-alike', ${person}, ${beside}, ${run}, 2)`.execute(owner)
  const asked = { v: 1, dwelling, way: 'phone', urgency: 'today' }
  const [bringing, helping] = [newId(), newId()]
  const goods = { what: 'parcel', put: 'door', call: '19900004321' }
  await callKind(director, requestVerbs(errand).begin, { id: bringing, ...asked, fields: goods })
  await callKind(director, requestVerbs(psych).begin, { id: helping, ...asked, fields: { asker: 'self', level: 'one' } })
  return { stay, arrival, round, survey, complaint, own, proof, closed, run, bringing, helping }
}

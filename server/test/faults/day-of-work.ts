// What people of a community ask of the server on a day, each one verb after the other with a breath between, as clients do.
import { listTiers } from '@wangdi/domain/health/health.api.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { listObservations, recordReading } from '@wangdi/domain/observation/observation.api.ts'
import { listImports } from '@wangdi/domain/people/import.api.ts'
import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { listRounds, readDue, recordVisit } from '@wangdi/domain/rounds/rounds.api.ts'
import { readChanges, readSnapshot } from '@wangdi/domain/sync/sync.api.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Static, TObject, TSchema } from 'typebox'
import { v7 as newId } from 'uuid'
import { type Answer, type Client, signIn } from './client.ts'

/** How long each verb took, in milliseconds, and what was not answered as it should be. */
export type Day = { ms: Map<string, number[]>; wrong: string[] }

/** Does rounds of the day's work, all people at once; a round asks sixteen verbs. */
export type Work = (day: Day, goesOn: (round: number) => boolean) => Promise<void>

const town = '410105001003'
const breathMs = 40

/** Somebody's verbs, one round of them. */
type Round = (ask: Ask) => Promise<void>
type Ask = <I extends TObject, R extends TSchema>(endpoint: Endpoint<I, R>, input: Static<I>) => Promise<Static<R> | undefined>

/** Signs the people in: two grid workers, the doctor and a clerk; needs a response in force, for readings. */
export async function openWork(url: string): Promise<Work> {
  const people: [Client, Round][] = await Promise.all([
    gridWorker(await signIn(url, 'maxiaoyan')),
    gridWorker(await signIn(url, 'liujing')),
    doctor(await signIn(url, 'hanzhiyuan')),
    clerk(await signIn(url, 'sunli')),
  ])
  return async (day, goesOn) => {
    const doRounds = async ([client, round]: [Client, Round]) => {
      const ask: Ask = async (endpoint, input) => {
        await pause(breathMs)
        const answer = await client.ask(endpoint, input)
        note(day, endpoint.name, answer)
        return answer.status === 200 ? answer.body : undefined
      }
      for (let nth = 0; goesOn(nth); nth++) await round(ask)
    }
    await Promise.all(people.map(doRounds))
  }
}

function note({ ms, wrong }: Day, verb: string, answer: Answer): void {
  ms.set(verb, [...(ms.get(verb) ?? []), answer.ms])
  if (answer.status !== 200) wrong.push(`${verb} ${answer.status} ${answer.code}`)
}

const expected = <R>({ status, body }: Answer<R>): R => {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

const visit = (dwelling: string) => ({ id: newId(), dwelling, result: 'nobody-home' as const })

async function gridWorker(client: Client): Promise<[Client, Round]> {
  const first = expected(await client.ask(readSnapshot, {}))
  const doors = (first.rows.dwelling ?? []).map(({ id }) => id)
  let { cursor } = first
  let nth = 0
  return [
    client,
    async (ask) => {
      await ask(recordVisit, visit(doors[nth++ % doors.length] ?? ''))
      await ask(readDue, { community: town })
      const changes = await ask(readChanges, { since: cursor, epoch: first.epoch, scope: first.scope })
      cursor = changes?.cursor ?? cursor
      // A phone downloads everything when it is new; on a day that is one of many.
      if (nth % 5 === 1) await ask(readSnapshot, {})
      else await ask(listRounds, { community: town, open: true })
    },
  ]
}

async function doctor(client: Client): Promise<[Client, Round]> {
  const { rows } = expected(await client.ask(listObservations, { place: town, state: 'running' }))
  const observation = rows[0]?.id
  if (!observation) throw new Error('nobody is under observation')
  return [
    client,
    async (ask) => {
      await ask(recordReading, {
        id: newId(),
        observation,
        temperature: 36.5,
        symptoms: [],
        measured_by: 'visit',
        not_measured: null,
      })
      await ask(listObservations, { place: town })
      await ask(listTiers, { community: town })
      await ask(searchPeople, { place: town, text: '张' })
    },
  ]
}

async function clerk(client: Client): Promise<[Client, Round]> {
  const doors = expected(await client.ask(searchPeople, { place: town })).rows.flatMap(({ dwelling }) => dwelling ?? [])
  let nth = 0
  return [
    client,
    async (ask) => {
      await ask(searchPeople, { place: town, text: '王' })
      await ask(recordVisit, visit(doors[nth++ % doors.length] ?? ''))
      await ask(listRounds, { community: town })
      await ask(listImports, { place: town })
    },
  ]
}

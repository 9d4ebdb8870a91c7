// Requests of every kind of the house, some answered, accepted, reviewed, one without a name.
import { type RequestKindName, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import {
  acceptAnswer,
  answerRequest,
  askPlace,
  askReview,
  getRequest,
  recordStep,
  reviewRequest,
  takeRequest,
  tellSide,
} from '@wangdi/domain/requests/requests.api.ts'
import { v7 as newId } from 'uuid'
import type { Caller, House } from '../../house.ts'
import { county, type Household, type Staff, street, town } from './community.ts'

/** A request as it was said and answered. */
export interface Asked {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly office: string
  readonly matter: string
  readonly name: string | null
  readonly answer: string | null
}

const details: Partial<Record<RequestKindName, Record<string, string>>> = {
  'over-control': { control: 'go-out-ban', since: '2026-11-15', order: 'no' },
  'data-incident': { data: 'phone', whose: 'residents', people: '40', happened: '2026-11-15' },
}

/** One request of each kind; every second one is answered. */
export async function fillRequests(house: House, staff: Staff, made: readonly Household[]): Promise<Asked[]> {
  house.clock.set('2026-11-17T14:00:00+08:00')
  const offices: Record<string, Caller> = { [town]: staff.director, [street]: staff.street, [county]: staff.civil }
  const by = made[2]?.people[0]
  const asked: Asked[] = []
  for (const [nth, kind] of (Object.keys(requestKinds) as RequestKindName[]).entries()) {
    const id = newId()
    const name = kind === 'person-rights' ? null : (by?.name ?? '')
    const matter = `第 ${nth + 1} 件：${requestKinds[kind].words.zh}，请处理`
    const who = { name: name ?? '', phone: by?.phone ?? '', relation: 'self' as const, shown: '', person: by?.id ?? null }
    const { number, office } = await staff.desk.call(takeRequest, {
      ...{ id, kind, against: town, way: 'desk', matter, details: details[kind] ?? {}, who: name === null ? null : who },
    })
    const answer = nth % 2 === 1 ? `第 ${nth + 1} 件的答复` : null
    const result = Object.keys(requestKinds[kind].results ?? {})[0] ?? ''
    if (answer !== null) await offices[office]?.call(answerRequest, { id, result, words: answer })
    asked.push({ id, kind, number, office, matter, name, answer })
  }
  const idOf = (kind: RequestKindName) => asked.find((one) => one.kind === kind)?.id ?? ''
  await staff.street.call(askPlace, { id: idOf('over-control'), words: '什么时候起不让出门？' })
  await staff.director.call(tellSide, { id: idOf('over-control'), words: '11 月 15 日起，已经取消' })
  const incident = idOf('data-incident')
  await staff.civil.call(recordStep, { id: incident, step: 'told-authority', words: '当天报了' })
  house.clock.set('2026-11-18T09:00:00+08:00')
  await staff.desk.call(acceptAnswer, { id: idOf('data-delete'), words: '' })
  await staff.street.call(askReview, { id: idOf('property-rights'), words: '认为还应当赔偿' })
  await staff.civil.call(reviewRequest, { id: idOf('property-rights'), result: 'changed', words: '赔偿电池损失' })
  for (const { id, office, answer } of asked) if (answer !== null) await offices[office]?.call(getRequest, { id })
  return asked
}

// How a draft begins and grows before it is handed in: from a template, for a place, English later, two at once.
import { listDrafts, publishDraft, readDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { beginWith, templates } from '@wangdi/policy/templates/templates.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPlaces } from '../places/index.ts'
import { openPlaceList } from '../platform/national/place-list.ts'
import { withClient } from '../../test/database-url.ts'
import { type Caller, type House, Refused, startHouse } from '../../test/house.ts'

let house: House
let writer: Caller
let second: Caller
beforeAll(async () => {
  house = await startHouse()
  const list = await openPlaceList(new URL('../../test/places-excerpt.br', import.meta.url))
  await withClient(house.ownerUrl, (client) => loadPlaces(client, list))
  writer = await house.as('policy-editor', '41', '梁静')
  second = await house.as('policy-editor', '41', '石磊')
})
afterAll(() => house?.close())

async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'none'
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}
const begun = (nth: number, id: string, place = '41') => {
  const template = templates[nth]
  if (!template) throw new Error('no such template')
  return beginWith(template, { id, place, subject: 'heat', from: '2026-11-17' })
}
const filled = (body: string) => {
  let nth = 0
  return body.replaceAll(/【填[^】]*】/g, () => `写好的第${(nth += 1)}处`)
}
const withEnglish = (body: string) => body.replaceAll(/\{ zh: ([^}]+?) \}/g, '{ zh: $1, en: said }')
const codesOf = async (id: string) => (await writer.call(readDraft, { id })).findings.map(({ code }) => code)

test.each(templates.map(({ id }, nth) => [id, nth] as const))(
  'a draft from the template %s is kept with its blanks, submitted when they are filled, and published when its English stands beside',
  async (name, nth) => {
    const id = newId()
    const pack = `${name}-heat`
    const save = (body: string, edition: number) => writer.call(saveDraft, { id, place: '41', pack, body, cases: '', edition })
    const body = begun(nth, pack)
    await save(body, 0)
    expect(new Set(await codesOf(id))).toEqual(new Set(['blank.left', 'english.missing', 'case.missing', 'case.edge-missing']))
    expect(await refusal(writer.call(submitDraft, { id, edition: 1 }))).toBe('documents.findings')
    await save(filled(body), 1)
    await writer.call(submitDraft, { id, edition: 2 })
    const publishing = { id, edition: 3, from: '2026-11-20' }
    expect(await refusal(second.call(publishDraft, publishing))).toBe('documents.english-missing')
    await second.call(readDraft, { id })

    const whole = newId()
    await writer.call(saveDraft, { id: whole, place: '41', pack, body: withEnglish(filled(body)), cases: '', edition: 0 })
    expect(await codesOf(whole)).not.toContain('english.missing')
    await writer.call(submitDraft, { id: whole, edition: 1 })
    expect((await second.call(publishDraft, { id: whole, edition: 2, from: '2026-11-20' })).version).toBe(1)
  },
)

test('a draft is written for the own place or one within it, down to the county, and for a place that there is', async () => {
  const save = (id: string, place: string, edition: number) =>
    writer.call(saveDraft, { id, place, pack: 'heat-2026', body: begun(1, 'heat-2026', place), cases: '', edition })
  const id = newId()
  await save(id, '41', 0)
  await save(id, '410105', 1)
  const { drafts } = await writer.call(listDrafts, { place: '410105' })
  expect(drafts.find((draft) => draft.id === id)).toMatchObject({ place: '410105', edition: 2 })
  expect(await codesOf(id)).not.toContain('documents.other-place')
  expect(await refusal(save(id, '419999', 2))).toBe('documents.no-such-place')
  expect(await refusal(save(id, '410105001', 2))).toBe('documents.place-too-small')
  expect(await refusal(save(id, '', 2))).toBe('access.not-found')
  expect(await refusal(save(id, '11', 2))).toBe('access.not-found')
  expect((await writer.call(readDraft, { id })).line).toMatchObject({ place: '410105', edition: 2 })
})

test('of two who write on one draft the later is told that it moved, and nothing of the earlier is overwritten', async () => {
  const id = newId()
  const save = (by: Caller, body: string, edition: number) =>
    by.call(saveDraft, { id, place: '41', pack: 'heat-2026', body, cases: '', edition })
  await save(writer, 'id: heat-2026', 0)
  await save(second, 'id: heat-2026 # of the second', 1)
  expect(await refusal(save(writer, 'id: heat-2026 # of the first', 1))).toBe('record.moved')
  const { body, line } = await writer.call(readDraft, { id })
  expect([body, line.saved_by]).toEqual(['id: heat-2026 # of the second', '石磊'])
})

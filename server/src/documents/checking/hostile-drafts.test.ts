import { listDrafts, readDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

let house: House
let editor: Caller

beforeAll(async () => {
  house = await startHouse()
  editor = await house.as('policy-editor', '')
})
afterAll(() => house?.close())

async function givenDraft(body: string, cases = '[]') {
  const id = newId()
  await editor.call(saveDraft, { id, place: '', pack: 'harm', body, cases, edition: 0 })
  return id
}

test.each([
  ['tags', '!a '.repeat(50_000), 'yaml.broken'],
  ['commas', `[${','.repeat(200_000)}`, 'yaml.too-long'],
  ['keys', Array.from({ length: 20_000 }, (_, nth) => `k${nth}: 1`).join('\n'), 'yaml.too-long'],
  ['aliases', `a: &a [x]\nb: [${'*a,'.repeat(3000)}]`, 'yaml.broken'],
  ['brackets', '['.repeat(30_000), 'yaml.bracket-open'],
])('a text of nothing but %s is a finding, and cannot be submitted', async (_, body, code) => {
  const id = await givenDraft(body)
  expect((await editor.call(readDraft, { id })).findings).toMatchObject([{ file: 'pack.yaml', code }])
  await expect(editor.call(submitDraft, { id, edition: 1 })).rejects.toMatchObject({ code: 'documents.findings' })
})

test('text that begins like a tag is taken where it is text', async () => {
  const id = await givenDraft('id: "!x"\ntitle: |\n  *one\n  !two')
  const codes = (await editor.call(readDraft, { id })).findings.map(({ code }) => code)
  expect(codes).not.toContain('yaml.broken')
})

test('while a costly draft is checked others are answered, and one editor has two such questions at once', async () => {
  const id = await givenDraft(`[${','.repeat(39_000)}`)
  const ended: string[] = []
  const ask = () => editor.call(readDraft, { id }).finally(() => ended.push('costly'))
  const asked = Promise.allSettled([ask(), ask()])
  await editor.call(listDrafts, { place: '' })
  ended.push('list')
  expect(ended).toEqual(['list'])
  const third = await Promise.allSettled([ask()])
  const outcomes = [...(await asked), ...third].map((one) => (one.status === 'rejected' ? one.reason.code : 'answered'))
  // Whichever of the three reached the lane last.
  expect(outcomes.toSorted()).toEqual(['answered', 'answered', 'heavy.busy'])
})

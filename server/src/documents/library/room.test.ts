// Originals stay for good, so what is kept of them has an end that somebody sets.
import { enterDocument } from '@wangdi/domain/documents/documents.api.ts'
import { documentFilesPath } from '@wangdi/domain/documents/documents.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse({ originals: { placeBytes: 3000, wholeBytes: 5000 } })
})
afterAll(() => house?.close())

async function givenDocument(by: Caller, place: string): Promise<string> {
  const id = newId()
  await by.call(enterDocument, {
    ...{
      id,
      place,
      title: '工作方案（试验用）',
      issuer: '指挥部（试验用）',
      number: `${id.slice(-6)}号`,
      issued_on: '2026-11-16',
    },
    ...{ valid_from: null, valid_until: null, summary: '先把人找齐。', follows: [], tasks: [] },
  })
  return id
}

/** Sends an original of so many bytes; the code of the problem, or 'kept'. */
async function send(by: Caller, document: string, size: number, letter: string): Promise<string> {
  const answer = await fetch(`${house.url}${documentFilesPath}?${new URLSearchParams({ document, name: `${letter}.txt` })}`, {
    method: 'POST',
    body: letter.repeat(size),
    headers: { ...by.headers, 'content-type': 'application/octet-stream' },
  })
  return answer.ok ? 'kept' : ((await answer.json()) as { code: string }).code
}

test('a place keeps so many bytes of originals, all of its documents together; the same original again takes no room', async () => {
  const province = await house.as('province-officer', '41')
  const [one, other] = [await givenDocument(province, '41'), await givenDocument(province, '41')]
  expect(await send(province, one, 2000, 'a')).toBe('kept')
  expect(await send(province, other, 1001, 'b')).toBe('documents.place-full')
  expect(await send(province, one, 2000, 'a')).toBe('kept')
  const officers = await Promise.all(['甲', '乙', '丙'].map((name) => house.as('province-officer', '41', name)))
  const sent = await Promise.all(officers.map((officer, nth) => send(officer, other, 600, 'cde'.charAt(nth))))
  expect(sent.toSorted()).toEqual(['documents.place-full', 'documents.place-full', 'kept'])

  // What is left of the whole meets the other places.
  const elsewhere = await house.as('province-officer', '11')
  const third = await givenDocument(elsewhere, '11')
  expect(await send(elsewhere, third, 2600, 'f')).toBe('documents.originals-full')
  expect(await send(elsewhere, third, 2400, 'g')).toBe('kept')
})

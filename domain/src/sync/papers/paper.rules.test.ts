import { expect, test } from 'vitest'
import { departmentLetter } from '../../rounds/kinds/papers/department-letter.kind.ts'
import { idsOf, rowsOf } from '../fold.rules.ts'
import { applyRows, emptyHeld, withoutOld } from '../held.rules.ts'
import { isHeldOverdue, papersOnPhone } from './paper.rules.ts'

const letter = {
  ...{ id: 'p1', kind: departmentLetter.name, community: '410105001003', title: '占道', version: 2, number: '函〔2026〕3号' },
  ...{
    in_force_from: '2026-11-10',
    until: '2026-11-20',
    review_on: null,
    fields: { matter: '占道' },
    received: 0,
    received_on: null,
  },
}
const held = applyRows(emptyHeld(), { paper: [letter] })
const me = { account: 'a', name: '孙悦', place: '410105001003' }
const receive = (version: number) => ({
  ...{ id: 'c1', verb: `${departmentLetter.name}.receive`, at: '2026-11-17T18:00:00.000Z' },
  input: { id: 'p1', version, v: 1, fields: { who: '值班室', answer: 'takes' } },
})

test('a receipt recorded on the phone stands at the document at once, on its Shanghai day; of another version it stands nowhere', () => {
  const after = applyRows(held, rowsOf(held, receive(2), me))
  expect(papersOnPhone(after, departmentLetter)).toMatchObject([{ received: 1, received_on: '2026-11-18' }])
  expect(rowsOf(held, receive(1), me)).toEqual({})
  expect(idsOf(receive(2))).toEqual({ makes: [], uses: ['p1'] })
})

test('a document stays on the phone until it is told gone, and says that its last day is over', () => {
  const later = withoutOld(held, '2026-11-25')
  expect(papersOnPhone(later, departmentLetter).map((one) => isHeldOverdue(one, '2026-11-25'))).toEqual([true])
  expect(applyRows(held, {}, [{ kind: 'paper', id: 'p1' }]).paper.size).toBe(0)
})

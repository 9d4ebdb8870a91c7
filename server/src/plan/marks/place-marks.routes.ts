import { isWithin } from '@wangdi/domain/place-code.ts'
import { markPlaces, type PlaceMarkName, placeMarks, readPlaceMarks } from '@wangdi/domain/plan/marks/place-marks.ts'
import { problems as common } from '@wangdi/domain/problem.ts'
import type { Day, PlaceCode } from '@wangdi/domain/schema.ts'
import { planFor } from '@wangdi/policy/engine/plan.ts'
import type { Facts } from '@wangdi/policy/vocabulary.ts'
import { v7 as newId } from 'uuid'
import { getPacks } from '../../platform/packs.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { factsOf, saveFacts } from '../../regimes/index.ts'
import { listKnown, listMarked } from './place-marks.queries.ts'

/** What a mark adds to the plan of a place: its measures under the rules of the day, else under the newest rules that know the mark. */
function addedBy(mark: PlaceMarkName, facts: Facts, place: PlaceCode, day: Day) {
  const packs = getPacks()
  const { [mark]: _, ...unmarked } = facts
  const had = new Set(planFor(packs, { ...unmarked, [mark]: 'no' }, place, day).measures.map(({ id }) => id))
  const added = planFor(packs, { ...unmarked, [mark]: 'yes' }, place, day).measures.filter(({ id }) => !had.has(id))
  if (added.length > 0) return { mark, now: true, measures: added.map(({ id, text, source }) => ({ id, text, source })) }
  const knowing = packs.all.flatMap(({ measures }) => measures.filter(({ when }) => when !== undefined && mark in when))
  return { mark, now: false, measures: knowing.map(({ id, text, source }) => ({ id, text, source })) }
}

/** Marks on communities that add to their plans (R-2021-13, R-2021-14). */
export const placeMarkVerbs: readonly Served[] = [
  serve(readPlaceMarks, {
    run: async ({ db, input, today }) => {
      const { place, mark, page = 0, size = 50 } = input
      const facts = await factsOf(db, place, today)
      const listed = await listMarked(db, { place, day: today, mark, page, size })
      return { ...listed, adds: placeMarks.map((each) => addedBy(each, facts, place, today)) }
    },
  }),

  serve(markPlaces, {
    run: async ({ db, input, actor, at, today }) => {
      const { place, communities, marks, source } = input
      const known = await listKnown(db, communities, today)
      if (communities.some((code) => !isWithin(code, place) || !known.has(code))) throw common.notFound({})
      const line = { day: today, source: source.trim(), by_account: actor.account, at }
      await saveFacts(
        db,
        communities.flatMap((code) => marks.map(({ mark, value }) => ({ ...line, id: newId(), place: code, name: mark, value }))),
      )
      return { marked: communities.length }
    },
  }),
]

import { levelOf } from '@wangdi/domain/place-code.ts'
import { problems } from '@wangdi/domain/plan/over-control/over-control.problems.ts'
import { readOverControl, tellControl } from '@wangdi/domain/plan/over-control/over-control.api.ts'
import type { PlaceCode } from '@wangdi/domain/schema.ts'
import { shanghaiDay } from '@wangdi/domain/day.ts'
import { type Served, serve } from '../../platform/serve.ts'
import { type Case, findAll, isOpen, listCases, mayDo } from './cases.ts'
import { fromTold } from './sources.ts'
import { insertTold, type ToldRow } from './told.queries.ts'

const nextLength = { nation: 2, province: 4, city: 6, county: 9, street: 12, community: 12 } as const

function countBelow(cases: readonly Case[], place: PlaceCode) {
  const length = nextLength[levelOf(place)]
  if (place.length === length) return []
  return [...Map.groupBy(cases, (one) => one.place.slice(0, length))]
    .map(([code, own]) => ({ place: code, open: own.length, late: own.filter(({ late }) => late).length }))
    .sort((a, b) => b.open - a.open || (a.place < b.place ? -1 : 1))
}

// What is late comes first, then what has been going on longest.
const byNeed = (a: Case, b: Case) => Number(b.late) - Number(a.late) || Number(isOpen(b)) - Number(isOpen(a)) || b.hours - a.hours

const reading = serve(readOverControl, {
  run: async ({ db, actor, input, today, clock }) => {
    const { place, show, case: wanted, page = 0, size = 50 } = input
    const cases = (await listCases(db, place, { day: today, now: clock.now().toISOString() })).sort(byNeed)
    const open = cases.filter(isOpen)
    const late = open.filter((one) => one.late)
    const shown = { open, late, all: cases }[show]
    const told = (one: Case) => {
      const { inForce: _, ...row } = one
      return { ...row, may: mayDo(one, actor) }
    }
    const asked = cases.find(({ key }) => key === wanted)
    return {
      total: shown.length,
      rows: shown.slice(page * size, (page + 1) * size).map(told),
      asked: asked ? told(asked) : null,
      open: open.length,
      late: late.length,
      stopped: cases.filter(({ state }) => state === 'stopped').length,
      below: countBelow(open, place),
    }
  },
})

const telling = serve(tellControl, {
  run: async ({ db, actor, input, at, note }) => {
    const { control, ...said } = input
    const day = shanghaiDay(at.getTime())
    if (control.kind === 'observation' && control.person === null) throw problems.noPerson({})
    if (input.told_as !== 'own' && input.since > day) throw problems.aheadOfTime({})
    const row: ToldRow = { ...said, ...control, at }
    const asked = input.since > day ? input.since : day
    const [found] = await findAll(db, [fromTold(row, asked)], asked)
    const findings = found?.findings ?? []
    const [first] = findings
    // A place that means to go beyond the plan says why and by whose authority; else it is not even entered (R-2020P-79).
    if (input.told_as === 'own' && first && (input.reason.trim() === '' || input.authority.trim() === ''))
      throw problems.needsReason({ limitZh: first.limit.zh, limitEn: first.limit.en })
    await insertTold(db, { ...row, by_account: actor.account })
    note({ control: input.id })
    return { id: input.id, findings }
  },
})

/** The board of over-control, and telling of a restriction. */
export const boardVerbs: readonly Served[] = [reading, telling]

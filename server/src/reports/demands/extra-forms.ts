import { addDays } from '@wangdi/domain/day.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { formerTermOf, longestDays, stateOf } from '@wangdi/domain/reports/demands/demands.rules.ts'
import type { Day, Id, Instant, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Db } from '../../platform/db.ts'
import { listRunning } from './demand.queries.ts'

/** A form that a community is asked for past the desk: nobody accepted it, or what was accepted is over. */
interface ExtraForm {
  readonly id: Id
  readonly place: PlaceCode
  readonly title: string
  readonly asker: string
  readonly since: Day
  readonly known_at: Instant
  /** The last day of the term that was once accepted; null where it never had a base. */
  readonly term_over: Day | null
}

/** The forms that are asked for in a place and below on a day without a base or beyond their term (民发〔2020〕13号). */
export async function listExtraForms(db: Db, place: PlaceCode, day: Day): Promise<ExtraForm[]> {
  const forms = (await listRunning(db, place, addDays(day, -longestDays))).filter(({ kind }) => kind === 'form')
  return forms
    .filter((form) => form.from <= day && isWithin(form.place, place) && stateOf(form, form.place, day) === 'told')
    .map((form) => ({
      ...{ id: form.id, place: form.place, title: form.title, asker: form.asker, since: form.from, known_at: form.filed_at },
      term_over: formerTermOf(form, forms, day) ?? null,
    }))
}

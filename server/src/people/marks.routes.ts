import { keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { reviewDay } from '@wangdi/domain/people/key-group.rules.ts'
import { recordAdvice, reviewMark, setMark } from '@wangdi/domain/people/people.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { findLastChange, movedBy } from '../platform/moved.ts'
import { type Served, serve } from '../platform/serve.ts'
import { findPerson, insertAdvice, insertMark, lockMark, updateMark } from './people.queries.ts'
import { aboutPerson } from './people.routes.ts'

const setting = serve(setMark, {
  about: (db, input) => aboutPerson(db, input.person),
  run: async ({ db, input, today, note }) => {
    const person = await findPerson(db, input.person)
    if (!person) throw problems.notFound({})
    const kind = input.kind as KeyGroup
    const since = input.since ?? today
    const mark = {
      id: input.id,
      community: person.community,
      person: input.person,
      kind,
      source: input.source ?? 'entered',
      since,
      review_on: input.review_on ?? reviewDay(kind, today),
    }
    if (!(await insertMark(db, mark))) throw problems.markHeld({ kind: keyGroups[kind].zh })
    note({ person: input.person, mark: input.id, kind })
    return { id: input.id, version: 1 }
  },
})

const reviewing = serve(reviewMark, {
  about: async (db, input) => {
    const mark = await lockMark(db, input.id)
    if (!mark) throw problems.markNotFound({})
    return aboutPerson(db, mark.person)
  },
  run: async ({ db, input, today, note }) => {
    const mark = await lockMark(db, input.id)
    if (!mark) throw problems.markNotFound({})
    if (mark.version !== input.version)
      throw movedBy(await findLastChange(db, 'mark', mark.id, [setMark.name, reviewMark.name]), mark.version, today)
    if (mark.ended_on !== null) throw problems.markNotFound({})
    const next = input.review_on ?? reviewDay(mark.kind as KeyGroup, today)
    note({ person: mark.person, mark: input.id })
    return { id: input.id, version: await updateMark(db, input.id, input.keep ? { review_on: next } : { ended_on: today }) }
  },
})

const advising = serve(recordAdvice, {
  about: (db, input) => aboutPerson(db, input.person),
  run: async ({ db, input, actor, at, clock, note }) => {
    const person = await findPerson(db, input.person)
    if (!person) throw problems.notFound({})
    await insertAdvice(db, {
      id: input.id,
      community: person.community,
      person: input.person,
      topic: input.topic,
      way: input.way,
      by_account: actor.account,
      at,
      recorded_at: clock.now(),
    })
    note({ person: input.person, topic: input.topic })
    return { id: input.id }
  },
})

/** The verbs about key-group marks and the advice that belongs to them. */
export const markVerbs: readonly Served[] = [setting, reviewing, advising]

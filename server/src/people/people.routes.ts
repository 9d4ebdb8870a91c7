import { shanghaiInstant } from '@wangdi/domain/day.ts'
import { ageGroups, type AgeGroup, type KeyGroup, keyGroups } from '@wangdi/domain/people/key-group.ts'
import { birthdaysOf } from '@wangdi/domain/people/key-group.rules.ts'
import {
  addPerson,
  correctPerson,
  getPerson,
  keyGroupCounts,
  searchPeople,
  unmaskPerson,
} from '@wangdi/domain/people/people.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { plainPerson, type TypedPerson, whyNotLeft, whyNotMoved } from '@wangdi/domain/people/person.rules.ts'
import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import type { Day } from '@wangdi/domain/schema.ts'
import type { Db } from '../platform/db.ts'
import { movedBy } from '../platform/moved.ts'
import type { FieldCipher } from '../platform/secrets/fields.ts'
import { type About, ofCommunity, type Served, serve } from '../platform/serve.ts'
import {
  countClients,
  countMarks,
  countPeople,
  findAccountName,
  findPerson,
  findWhereabouts,
  hasDwelling,
  insertPerson,
  isDocumentHeld,
  listAdvice,
  listMarks,
  lockPerson,
  renewGrams,
  sealed,
  updatePerson,
} from './people.queries.ts'
import { countLookers } from './looks/looks.queries.ts'
import { initialsOf } from './name-index.ts'
import { keepMove, listMoves } from './moves.queries.ts'
import { personRow } from './people.rows.ts'
import { listSameAs } from './pile/pile.queries.ts'
import { type Sought, searchPeople as search } from './search.queries.ts'

/** Where the person of a request stands; a person outside the scope is not found. */
export async function aboutPerson(db: Db, person: string): Promise<About> {
  const about = await findWhereabouts(db, person)
  if (!about) throw common.notFound({})
  return about
}

const searching = serve(searchPeople, {
  about: ofCommunity,
  run: async ({ db, fields, input, actor, reach, today, note, saw }) => {
    const sought: Sought = {
      place: input.place,
      ...(input.text ? { text: input.text } : {}),
      ...(input.building ? { building: input.building } : {}),
      ...(input.dwelling ? { dwelling: input.dwelling } : {}),
      ...(input.grid ? { grid: input.grid } : {}),
      marked: input.marked ?? false,
      ...(input.mark ? { mark: input.mark as KeyGroup } : {}),
      ...(input.group ? { group: input.group as AgeGroup } : {}),
      civilAffairs: input.civil_affairs ?? false,
      reviewDue: input.review_due ?? false,
      advised: input.advised ?? false,
      ...(reach === 'grid' ? { gridsOf: actor.account } : {}),
    }
    const { rows, total } = await search(db, fields, sought, today, input.page ?? 0, input.size ?? 50)
    const marks = await listMarks(
      db,
      rows.map((row) => row.id),
    )
    saw(rows.map(({ id }) => id))
    if (rows.length === 0) note({ seen: '0' }) // that nobody is found tells something as well
    return { rows: rows.map((row) => personRow(row, marks.get(row.id) ?? [], fields, today)), total }
  },
})

const getting = serve(getPerson, {
  about: (db, input) => aboutPerson(db, input.id),
  run: async ({ db, fields, input, today, note, saw }) => {
    const person = await findPerson(db, input.id)
    if (!person) throw problems.notFound({})
    const { rows } = await search(
      db,
      fields,
      { place: person.community, ...(person.dwelling ? { dwelling: person.dwelling } : {}) },
      today,
      0,
      200,
    )
    const found = rows.find((row) => row.id === input.id) ?? {
      ...person,
      linked: false,
      door: null,
    }
    const marks = await listMarks(db, [input.id])
    const sameAs = await listSameAs(db, input.id)
    note({ person: input.id })
    saw(sameAs.map(({ id }) => id))
    return {
      ...personRow(found, marks.get(input.id) ?? [], fields, today),
      advice: (await listAdvice(db, input.id)).map((row) => ({ ...row, at: row.at.toISOString() })),
      same_as: sameAs,
      moves: await listMoves(db, input.id),
      seen_today: await countLookers(db, [input.id], new Date(shanghaiInstant(today, '00:00'))),
    }
  },
})

const unmasking = serve(unmaskPerson, {
  about: (db, input) => aboutPerson(db, input.id),
  run: async ({ db, fields, input, note }) => {
    const person = await findPerson(db, input.id)
    const cipher = input.field === 'phone' ? person?.phone_cipher : person?.document_cipher
    if (!cipher) throw problems.nothingToShow({})
    note({ person: input.id, field: input.field, reason: input.reason })
    return { value: fields.open(input.field, cipher) }
  },
})

const adding = serve(addPerson, {
  run: async ({ db, fields, input, today, actor, clock, note }) => {
    const person = await getPlain(db, fields, input, today, input.id)
    if (input.dwelling && !(await hasDwelling(db, input.community, input.dwelling))) throw problems.dwellingWrong({})
    const { document, phone, name, ...columns } = person
    const made = await insertPerson(db, fields, {
      id: input.id,
      community: input.community,
      name,
      document,
      phone,
      columns: { ...columns, ...rest(input), source: 'entered', changed_by: actor.account, changed_at: clock.now() },
    })
    if (!made) throw problems.documentHeld({})
    note({ person: input.id })
    return { id: input.id, version: 1 }
  },
})

const correcting = serve(correctPerson, {
  about: (db, input) => aboutPerson(db, input.id),
  run: async ({ db, fields, input, today, actor, clock, note }) => {
    const held = await lockPerson(db, input.id)
    if (!held) throw problems.notFound({})
    if (held.version !== input.version)
      throw movedBy({ by: await findAccountName(db, held.changed_by), at: held.changed_at }, held.version, today)
    // A number that was not typed again stays as it is: the form shows it masked.
    const document =
      input.document === undefined && held.document_cipher ? fields.open('document', held.document_cipher) : input.document
    const phone = input.phone === undefined && held.phone_cipher ? fields.open('phone', held.phone_cipher) : input.phone
    const person = await getPlain(
      db,
      fields,
      {
        ...input,
        document_kind: input.document_kind ?? held.document_kind,
        sex: input.sex ?? held.sex,
        born: input.born ?? held.born,
        document,
        phone,
      },
      today,
      input.document === undefined ? undefined : input.id,
    )
    refuse(whyNotMoved(input.moved_on ?? null, person.born, today))
    refuse(whyNotLeft(input.left_on === undefined ? held.left_on : input.left_on, person.born, today))
    if (input.dwelling && !(await hasDwelling(db, held.community, input.dwelling))) throw problems.dwellingWrong({})
    const version = await updatePerson(db, input.id, {
      name: person.name,
      initials: initialsOf(person.name),
      sex: person.sex,
      born: person.born,
      document_kind: person.document_kind,
      ...sealed(fields, 'document', person.document),
      ...(input.document === undefined ? {} : { document_doubted: false }),
      ...sealed(fields, 'phone', person.phone),
      ...rest(input),
      ...(input.left_on === undefined ? {} : { left_on: input.left_on }),
      changed_by: actor.account,
      changed_at: clock.now(),
    })
    if (input.dwelling !== undefined)
      await keepMove(db, {
        ...{ community: held.community, person: input.id, from: held.dwelling, to: input.dwelling },
        ...{ moved_on: input.moved_on ?? null, why: input.moved_on ? 'moved' : 'corrected', by: actor.account, at: clock.now() },
      })
    if (person.name !== held.name) await renewGrams(db, input.id, held.community, person.name)
    note({ person: input.id })
    return { id: input.id, version }
  },
})

// The number is looked up for the record that it is typed for; one that was not typed again stays, doubted or not.
async function getPlain(db: Db, fields: FieldCipher, typed: TypedPerson, today: Day, typedFor: string | undefined) {
  const { person, why } = plainPerson(typed, today)
  refuse(why)
  if (!person) throw common.invalid({ field: 'name', why: '' })
  if (typedFor && person.document && (await isDocumentHeld(db, fields.hash('document', 'whole', person.document), typedFor)))
    throw problems.documentHeld({})
  return person
}

const rest = (input: { dwelling?: string | null; relation?: string; residence?: string }) => ({
  ...(input.dwelling === undefined ? {} : { dwelling: input.dwelling }),
  ...(input.relation === undefined ? {} : { relation: input.relation }),
  ...(input.residence === undefined ? {} : { residence: input.residence }),
})

const counting = serve(keyGroupCounts, {
  run: async ({ db, input, today }) => {
    const marks = new Map((await countMarks(db, input.place, today)).map((row) => [row.kind, row]))
    const byAge = await Promise.all(
      (Object.keys(ageGroups) as AgeGroup[]).map(async (kind) => ({
        kind,
        review_due: 0,
        ...(await countPeople(db, input.place, birthdaysOf(kind, today))),
      })),
    )
    const byMark = (Object.keys(keyGroups) as KeyGroup[]).map((kind) => ({
      kind,
      people: 0,
      review_due: 0,
      advised: 0,
      ...marks.get(kind),
    }))
    const { people } = await countPeople(db, input.place)
    return { people, groups: [...byAge, ...byMark] as never, civil_affairs: await countClients(db, input.place, today) }
  },
})

/** The verbs about residents themselves. */
export const personVerbs: readonly Served[] = [searching, getting, unmasking, adding, correcting, counting]

import { civilAffairsKinds } from '@wangdi/domain/people/key-group.ts'
import { readDue, readToMeet } from '@wangdi/domain/rounds/rounds.api.ts'
import type { RoundGroup } from '@wangdi/domain/rounds/rounds.ts'
import { ofCommunity, type Served, serve } from '../platform/serve.ts'
import { gridsFor } from '../rounds/index.ts'
import { listDue, listToMeet } from './due.ts'
import { getDwellingPlace } from '../places/index.ts'

// Clients of civil affairs are all groups that the notices give to the civil-affairs offices; nothing asked is every group.
const groupsIn = (asked: { group?: RoundGroup; civil_affairs?: boolean }): readonly RoundGroup[] =>
  asked.group ? [asked.group] : asked.civil_affairs ? civilAffairsKinds : []

/** The visits due: a verb of the rounds, answered here, since how often somebody is seen follows from the colour too. */
export const dueVerbs: readonly Served[] = [
  serve(readDue, {
    about: ofCommunity,
    run: async ({ db, actor, reach, input, today, saw }) => {
      const { community, grid, page = 0, size = 50 } = input
      const grids = await gridsFor(db, actor, reach, grid, today)
      const due = await listDue(db, community, { grids, groups: groupsIn(input), tried: input.tried }, today, {
        limit: size,
        offset: page * size,
      })
      saw(due.rows.flatMap(({ dwelling, persons }) => [dwelling, ...persons.map(({ id }) => id)]))
      return due
    },
  }),
  serve(readToMeet, {
    about: (db, { dwelling }) => getDwellingPlace(db, dwelling),
    run: async ({ db, input, today, note, saw }) => {
      const { place } = await getDwellingPlace(db, input.dwelling)
      const persons = await listToMeet(db, place, input.dwelling, today)
      note({ dwelling: input.dwelling })
      saw(persons)
      return { persons }
    },
  }),
]

import {
  confirmReceipt,
  countReached,
  enterDocument,
  getDocument,
  listDocuments,
  replaceDocument,
  stateTask,
} from '@wangdi/domain/documents/documents.api.ts'
import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import type { DocumentLine, ReachedLine } from '@wangdi/domain/documents/documents.ts'
import { type HouseDocument, houseDocuments } from '@wangdi/domain/documents/house-documents.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { problems as general } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import type { Db } from '../../platform/db.ts'
import { type About, serve } from '../../platform/serve.ts'
import { newestPacks } from '../drafts.ts'
import { citingRules, tiersWorded } from './citing.ts'
import {
  countsFor,
  findEntered,
  findTask,
  insertDocument,
  keepReceipt,
  keepReplacement,
  keepTaskState,
  type KeptDocument,
  listEntered,
  listFiles,
  listReplacements,
  listTasks,
} from './document.queries.ts'
import { listReached } from './reached.queries.ts'

const both = (text: string) => ({ zh: text, en: text })

/** How rules name a document; a bare number as “5号” stands in many, so the issuer is named with it. */
function namesOf(document: KeptDocument | HouseDocument): readonly string[] {
  if ('cited_as' in document) return document.cited_as
  const { issuer, number } = document
  return [number.length < 6 ? `${issuer}${number}` : number]
}

/** Writes lines of the library for a place: what comes with the system and what was entered alike. */
async function lineWriter(db: Db, reader: PlaceCode, packs: readonly Pack[]) {
  const replaced = await listReplacements(db)
  const counts = await countsFor(db, reader)
  return (document: KeptDocument | HouseDocument): DocumentLine => {
    const { files = 0, tasks = 0, read_at = null } = counts.get(document.id) ?? {}
    const house = 'cited_as' in document
    return {
      ...{ id: document.id, number: document.number, issued_on: document.issued_on, follows: [...document.follows] },
      ...{ files, tasks, read_at, rules: citingRules(packs, namesOf(document)).length },
      place: house ? '' : document.place,
      title: house ? document.title : both(document.title),
      issuer: house ? document.issuer : both(document.issuer),
      summary: house ? document.summary : both(document.summary),
      valid_from: document.valid_from ?? null,
      valid_until: document.valid_until ?? null,
      replaced_by: replaced.get(document.id) ?? (house ? (document.replaced_by ?? null) : null),
      source: house ? 'house' : 'person',
    }
  }
}

const isAsked = ({ title, issuer, number }: DocumentLine, words: string) =>
  [title.zh, title.en, issuer.zh, issuer.en, number].some((text) => text.toLowerCase().includes(words.trim().toLowerCase()))

const findHouse = (id: string) => houseDocuments.find((one) => one.id === id)

async function getDocumentOf(db: Db, id: string): Promise<KeptDocument | HouseDocument> {
  const found = findHouse(id) ?? (await findEntered(db, id))
  if (!found) throw general.notFound({})
  return found
}

async function aboutTask(_: Db, { community }: { community: PlaceCode }): Promise<About> {
  return { place: community }
}

const nothingReached = (place: PlaceCode): ReachedLine => ({ place, name: '', communities: 0, read: 0, tasks: [] })
const sumReached = (place: PlaceCode, lines: readonly ReachedLine[]): ReachedLine =>
  lines.reduce(
    (sum, line) => ({
      ...sum,
      communities: sum.communities + line.communities,
      read: sum.read + line.read,
      tasks: line.tasks.map((task) => {
        const before = sum.tasks.find((one) => one.task === task.task) ?? { done: 0, part: 0, not: 0 }
        return { task: task.task, done: before.done + task.done, part: before.part + task.part, not: before.not + task.not }
      }),
    }),
    nothingReached(place),
  )

/** The policy library: what documents say, who has read them, and how far the tasks of plans are. */
export const libraryVerbs = [
  serve(listDocuments, {
    run: async ({ db, input, packs }) => {
      const write = await lineWriter(db, input.place, newestPacks(packs))
      const all = [...(await listEntered(db, input.place)), ...houseDocuments].map(write)
      const found = all.filter((line) => isAsked(line, input.words ?? '')).sort((a, b) => b.issued_on.localeCompare(a.issued_on))
      const { page = 0, size = 50 } = input
      return { rows: found.slice(page * size, (page + 1) * size), total: found.length }
    },
  }),

  serve(getDocument, {
    run: async ({ db, actor, input, packs }) => {
      const document = await getDocumentOf(db, input.document)
      const newest = newestPacks(packs)
      const write = await lineWriter(db, input.place, newest)
      const all = [...(await listEntered(db, input.place)), ...houseDocuments]
      const names = namesOf(document)
      return {
        document: write(document),
        files: await listFiles(db, document.id),
        tasks: await listTasks(db, document.id, input.place, actor.place.length >= 6),
        citing: citingRules(newest, names),
        tiers: tiersWorded(newest, names),
        follows: all.filter(({ id }) => document.follows.includes(id)).map(write),
        followed_by: all.filter(({ follows }) => follows.includes(document.id)).map(write),
      }
    },
  }),

  serve(enterDocument, {
    run: async ({ db, actor, input, at, note }) => {
      const { tasks, ...entry } = input
      if (entry.valid_from !== null && entry.valid_until !== null && entry.valid_until < entry.valid_from)
        throw problems.endsBeforeItBegins({})
      const made = await insertDocument(db, { ...entry, entered_by: actor.account, entered_at: at }, tasks)
      if (!made) throw problems.documentTaken({ number: input.number })
      note({ document: input.id })
      return { id: input.id as Id }
    },
  }),

  serve(replaceDocument, {
    about: async (db, { document }) => {
      const found = await findEntered(db, document)
      if (!found) throw general.notFound({})
      return { place: found.place }
    },
    run: async ({ db, actor, input, at }) => {
      const { place } = (await findEntered(db, input.document)) ?? { place: actor.place }
      await getDocumentOf(db, input.by_document)
      if (input.document === input.by_document) throw problems.replacesItself({})
      const said = { place, document: input.document, by_document: input.by_document, from_day: input.from }
      if (!(await keepReplacement(db, { ...said, by_account: actor.account, at }))) throw problems.alreadyReplaced({})
      return { document: input.document }
    },
  }),

  serve(confirmReceipt, {
    run: async ({ db, actor, input, at }) => {
      await getDocumentOf(db, input.document)
      await keepReceipt(db, { place: actor.place, document: input.document, by_account: actor.account, at })
      return { document: input.document }
    },
  }),

  serve(stateTask, {
    about: aboutTask,
    run: async ({ db, actor, input, at }) => {
      const task = await findTask(db, input.task)
      if (!task || !isWithin(input.community, task.place)) throw general.notFound({})
      if (input.state !== 'done' && input.note.trim() === '') throw problems.sayWhy({})
      const { id, community: place, state, note } = input
      await keepTaskState(db, { id, place, task: input.task, state, note, by_account: actor.account, at })
      return { id }
    },
  }),

  serve(countReached, {
    run: async ({ db, input, today }) => {
      const document = await getDocumentOf(db, input.document)
      const below = await listReached(db, document.id, input.place, today)
      return { total: sumReached(input.place, below), below }
    },
  }),
]

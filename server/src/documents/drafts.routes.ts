import { problems } from '@wangdi/domain/documents/documents.problems.ts'
import {
  type DraftLine,
  listDrafts,
  publishDraft,
  readDraft,
  returnDraft,
  saveDraft,
  submitDraft,
} from '@wangdi/domain/documents/packs.api.ts'
import { whyNotForPlace, whyNotNext, whyNotPlace, whyNotPublish } from '@wangdi/domain/documents/packs.rules.ts'
import { shanghaiTime } from '@wangdi/domain/day.ts'
import { problems as general, refuse } from '@wangdi/domain/problem.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import type { Finding } from '@wangdi/policy/engine/answer.ts'
import type { Pack } from '@wangdi/policy/engine/pack/schema.ts'
import { v7 as newId } from 'uuid'
import type { Db } from '../platform/db.ts'
import { keepVersion } from '../platform/library/pack-shelf.ts'
import { type About, type Actor, type HeavyRequest, type Request, serve, serveHeavy } from '../platform/serve.ts'
import { isPlace } from '../places/index.ts'
import { draftLane, judgeDraft, judgeNewest, packOf } from './checking/judge-draft.ts'
import { insertBeyond } from './beyond.queries.ts'
import { newestOf, newestPacks } from './drafts.ts'
import { changeDraft, findDraft, insertDraft, type KeptDraft, listDraftsOf } from './pack.queries.ts'

async function aboutDraft(db: Db, { id }: { id: Id }): Promise<About> {
  const draft = await findDraft(db, id)
  if (!draft) throw general.notFound({})
  return { place: draft.place }
}

function lineOf({ body: _, cases: __, submitter, ...line }: KeptDraft, actor: Actor): DraftLine {
  return { ...line, mine: submitter === actor.account }
}

async function getDraft(db: Db, { id, edition }: { id: Id; edition: number }): Promise<KeptDraft> {
  const draft = await findDraft(db, id, true)
  if (!draft) throw general.notFound({})
  if (draft.edition !== edition)
    throw general.moved({ by: draft.saved_by, at: shanghaiTime(draft.saved_at), version: draft.edition })
  return draft
}

/**
 * The pack of a draft that nothing is wrong with, in what it restricts more than wider rules, and what English it lacks; checked without a transaction,
 * throws with the first finding otherwise.
 */
async function judgedPack(
  { packs, actor, signal }: HeavyRequest<object>,
  draft: KeptDraft,
): Promise<{ pack: Pack; beyond: readonly Finding[]; english: readonly Finding[] }> {
  const judged = await judgeDraft({ texts: draft, others: newestPacks(packs) }, signal)
  const pack = packOf(judged)
  refuse(whyNotPlace(pack, draft.place, actor.place))
  refuse(whyNotNext(pack, newestOf(packs, pack.id)?.read))
  return { pack, beyond: judged.beyond, english: judged.english }
}

/** A draft is for a place that there is, the own one or one within it, and none smaller than a county. */
async function checkPlace({ db, actor, input, today }: Request<{ place: PlaceCode }>): Promise<void> {
  refuse(whyNotForPlace(input.place))
  if (input.place === actor.place) return
  if (!(await isPlace(db, input.place, today))) throw problems.noSuchPlace({ place: input.place })
}

const editable = async ({ db, input }: Request<{ id: Id; edition: number }>): Promise<KeptDraft> => {
  const draft = await getDraft(db, input)
  if (draft.state !== 'draft') throw problems.notEditable({})
  return draft
}

const submitted = async ({ db, input }: Request<{ id: Id; edition: number }>) => {
  const draft = await getDraft(db, input)
  if (draft.state !== 'submitted' || draft.submitter === null) throw problems.notSubmitted({})
  return { ...draft, submitter: draft.submitter }
}

/** Drafts of packs, from the first line to the published version; an editor writes, a second person publishes. */
export const draftVerbs = [
  serve(saveDraft, {
    run: async (request) => {
      const { db, actor, input, at, note } = request
      const { id, edition, place, pack, body, cases } = input
      await checkPlace(request)
      const saved = { saved_by: actor.account, saved_at: at }
      note({ draft: id })
      if (edition === 0) {
        if (!(await insertDraft(db, { id, place, pack, body, cases, ...saved }))) throw general.exists({})
        return { id, edition: 1 }
      }
      const draft = await getDraft(db, input)
      if (draft.state !== 'draft') throw problems.notEditable({})
      await changeDraft(db, id, { place, pack, body, cases, ...saved })
      return { id, edition: edition + 1 }
    },
  }),

  serve(listDrafts, {
    run: async ({ db, actor, input }) => ({
      drafts: (await listDraftsOf(db, input.place)).map((draft) => lineOf(draft, actor)),
    }),
  }),

  serveHeavy(readDraft, {
    about: aboutDraft,
    lane: draftLane,
    work: async ({ actor, input, packs, read, signal }) => {
      const draft = await read(({ db }) => findDraft(db, input.id))
      if (!draft) throw general.notFound({})
      // What is published or dropped is no next version of anything; it is only read.
      const isOpen = draft.state === 'draft' || draft.state === 'submitted'
      const submitting = isOpen ? { submitting: { draft: draft.place, editor: actor.place } } : {}
      const judged = await judgeNewest(draft, { texts: draft, others: newestPacks(packs), ...submitting }, signal)
      return {
        line: lineOf(draft, actor),
        body: draft.body,
        cases: draft.cases,
        findings: [...judged.findings, ...judged.beyond, ...judged.english, ...judged.advice],
        ran: judged.cases.length,
        next_version: (newestOf(packs, judged.pack?.id ?? draft.pack)?.version ?? 0) + 1,
      }
    },
  }),

  serveHeavy(submitDraft, {
    about: aboutDraft,
    lane: draftLane,
    work: async (asked) => {
      await judgedPack(asked, await asked.read(editable))
      return asked.write(async (request) => {
        const { db, actor, input, at, note } = request
        await editable(request)
        await changeDraft(db, input.id, { state: 'submitted', submitted_by: actor.account, submitted_at: at, note: '' })
        note({ draft: input.id })
        return { id: input.id, edition: input.edition + 1 }
      })
    },
  }),

  serve(returnDraft, {
    about: aboutDraft,
    run: async ({ db, input, note }) => {
      const draft = await getDraft(db, input)
      if (draft.state !== 'draft' && draft.state !== 'submitted') throw problems.notSubmitted({})
      await changeDraft(db, input.id, { state: input.to, note: input.note, submitted_by: null, submitted_at: null })
      note({ draft: input.id })
      return { id: input.id, edition: input.edition + 1 }
    },
  }),

  serveHeavy(publishDraft, {
    about: aboutDraft,
    lane: draftLane,
    work: async (asked) => {
      const { packs } = asked
      // Whoever published a moment before, perhaps in another process, is seen before this one is checked.
      await packs.refresh(true)
      const texts = await asked.read(submitted)
      const { pack, beyond, english } = await judgedPack(asked, texts)
      const [bare] = english
      if (bare) throw problems.englishMissing({ count: english.length, first: bare.text.zh, line: bare.line ?? null })
      const [first] = beyond
      if (first && !asked.input.beyond)
        throw problems.restrictsMore({ count: beyond.length, first: first.text.zh, line: first.line ?? null })
      const made = await asked.write(async (request) => {
        const { db, actor, input, today, clock, signer, note, at } = request
        const draft = await submitted(request)
        refuse(whyNotPublish(pack, { submitter: draft.submitter, publisher: actor.account, from: input.from, today }))
        const id = newId()
        const version = (newestOf(packs, pack.id)?.version ?? 0) + 1
        const kept = await keepVersion(db, signer, {
          ...{ id, version, pack: pack.id, place: pack.place, valid_from: input.from, source: 'person' },
          ...{ body: draft.body, cases: draft.cases, submitted_by: draft.submitter, published_by: actor.account },
          published_at: clock.now().toISOString(),
        })
        if (!kept) throw problems.idTaken({ pack: pack.id })
        await changeDraft(db, input.id, { state: 'published', published: id })
        if (input.beyond && beyond.length > 0)
          await insertBeyond(db, {
            ...{ id: newId(), version: id, place: pack.place, pack: pack.id, title: pack.short.zh, valid_from: input.from },
            ...{ valid_until: pack.until ?? null, findings: beyond.map(({ text }) => text), ...input.beyond },
            ...{ by_account: actor.account, at },
          })
        note({ draft: input.id, version: id })
        return { id, version }
      })
      // Not before: whoever looked until it was kept would think that nothing came.
      packs.expectNew({ body: texts.body, cases: texts.cases, pack })
      return made
    },
  }),
]
